using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// Prices of what arcs share, in whole numbers, so that a bound is a bound. With prices in the costs the rows can be left out, and the cheapest flow less the
/// price of the limits is a bound (Lagrange). The average of the flows under them comes near to the fractional optimum, as in the volume algorithm (Barahona and Anbil 2000).
/// </summary>
internal sealed class SharedPrices
{
    private const double LeastWeight = 0.004;

    private readonly TimeNetwork network;
    private readonly NetworkSimplex simplex;
    private readonly long[] costs;
    private readonly long[] prices;
    private readonly long[] center;
    private readonly double[] average;
    private readonly long[] potentials;
    private readonly long[] charges;
    private readonly int[] shared;
    private readonly double[] excess;
    private readonly long dearest;
    private readonly PriceSteps steps;
    private readonly Func<int, double> flow;

    public SharedPrices(TimeNetwork network)
    {
        this.network = network;
        costs = network.Flow.Cost.ToArray();
        simplex = new NetworkSimplex(network.CopyOfFlow());
        flow = arc => simplex.Flow(arc);
        var rows = network.Rows;
        prices = new long[rows.Count];
        center = new long[rows.Count];
        average = new double[costs.Length];
        potentials = new long[network.Flow.Nodes];
        charges = new long[costs.Length];
        shared = [.. Enumerable.Range(0, rows.Count).SelectMany(row => rows.Arcs(row).ToArray()).Distinct().Order()];
        excess = new double[rows.Count];
        dearest = Dearest();
        steps = new PriceSteps(rows, costs.Length == 0 ? 1 : costs.Average(cost => Math.Abs((double)cost)), dearest);
    }

    /// <summary>The network with prices in its costs.</summary>
    public NetworkSimplex Simplex => simplex;

    /// <summary>No flow that keeps the rows costs less, in units of cost.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>Prices of the rows that give the bound, in parts of a unit of cost.</summary>
    public ReadOnlySpan<long> Best => center;

    /// <summary>Potentials of the nodes that give the bound, in parts of a unit of cost.</summary>
    public ReadOnlySpan<long> BestPotentials => potentials;

    /// <summary>Prices changed so often.</summary>
    public long Iterations => steps.Count;

    /// <summary>What an arc carries on the average, of arcs in rows.</summary>
    public double Average(int arc) => average[arc];

    /// <summary>The arcs in rows.</summary>
    public ReadOnlySpan<int> Shared => shared;

    /// <summary>After the network is solved: takes its bound and its flow.</summary>
    public void Take()
    {
        var cost = simplex.TotalCost() + network.Constant;
        for (var row = 0; row < prices.Length; row++)
        {
            cost -= (Int128)prices[row] * network.Rows.Limit(row);
        }

        var bound = (long)Int128.Clamp(CeilingDivide(cost, network.Scale), long.MinValue, long.MaxValue);
        var weight = Math.Max(LeastWeight, 4.0 / (4 + Iterations));
        foreach (var arc in shared)
        {
            average[arc] += weight * (simplex.Flow(arc) - average[arc]);
        }

        if (bound > Bound)
        {
            Bound = bound;
            prices.CopyTo(center, 0);
            for (var node = 0; node < potentials.Length; node++)
            {
                potentials[node] = simplex.Potential(node);
            }
        }
    }

    /// <summary>Before the first step: tells what one more unit of each row seems to be worth.</summary>
    public void Measure(ReadOnlySpan<long> worth) => steps.Measure(worth);

    /// <summary>Sets the next prices; the network is to be solved again.</summary>
    public void Move()
    {
        for (var row = 0; row < prices.Length; row++)
        {
            excess[row] = network.Rows.Sum(row, flow) - network.Rows.Limit(row);
        }

        steps.Move(excess);
        steps.Write(prices);
        Charge();
    }

    /// <summary>Sets prices to the mean of the last ones; the network is to be solved again.</summary>
    public void Settle()
    {
        steps.WriteMean(prices);
        Charge();
    }

    /// <summary>Sets prices that were found elsewhere; the network is to be solved again.</summary>
    public void Set(ReadOnlySpan<long> found)
    {
        for (var row = 0; row < prices.Length; row++)
        {
            prices[row] = Math.Clamp(found[row], -dearest, dearest);
        }

        Charge();
    }

    /// <summary>Prices are cut where costs with them could overflow; a cut price is still a valid one, only weaker.</summary>
    private long Dearest()
    {
        var weight = new long[costs.Length];
        for (var row = 0; row < prices.Length; row++)
        {
            var arcs = network.Rows.Arcs(row);
            for (var index = 0; index < arcs.Length; index++)
            {
                weight[arcs[index]] += Math.Abs((long)network.Rows.Weights(row)[index]);
            }
        }

        var most = costs.Length == 0 ? 0 : costs.Max(Math.Abs);
        return Math.Min(4 * most, (NetworkSimplex.MostCost(network.Flow.Nodes) - most) / weight.Append(1).Max());
    }

    private void Charge()
    {
        foreach (var arc in shared)
        {
            charges[arc] = 0;
        }

        for (var row = 0; row < prices.Length; row++)
        {
            var arcs = network.Rows.Arcs(row);
            var weights = network.Rows.Weights(row);
            for (var index = 0; index < arcs.Length; index++)
            {
                charges[arcs[index]] += prices[row] * weights[index];
            }
        }

        foreach (var arc in shared)
        {
            simplex.SetCost(arc, costs[arc] + charges[arc]);
        }
    }

    private static Int128 CeilingDivide(Int128 value, long divisor) => (value / divisor) + (value % divisor > 0 ? 1 : 0);
}
