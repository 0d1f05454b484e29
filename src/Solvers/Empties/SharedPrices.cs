using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// Prices of what arcs share, in whole numbers, so that a bound is a bound. With prices in the costs the rows can be left out, and the cheapest flow less the
/// price of the limits is a bound (Lagrange). Prices follow the volume algorithm (Barahona and Anbil 2000): steps along the average of the flows, which comes
/// near to the fractional optimum.
/// </summary>
internal sealed class SharedPrices
{
    private const double LeastStep = 0.005;
    private const int Patience = 8;

    private readonly TimeNetwork network;
    private readonly NetworkSimplex simplex;
    private readonly long[] costs;
    private readonly long[] prices;
    private readonly long[] center;
    private readonly double[] average;
    private readonly long[] potentials;
    private readonly long[] charges;
    private readonly int[] shared;
    private readonly long dearest;
    private double step = 1;
    private int nulls;

    public SharedPrices(TimeNetwork network)
    {
        this.network = network;
        costs = network.Flow.Cost.ToArray();
        simplex = new NetworkSimplex(network.CopyOfFlow());
        var rows = network.Rows;
        prices = new long[rows.Count];
        center = new long[rows.Count];
        average = new double[costs.Length];
        potentials = new long[network.Flow.Nodes];
        charges = new long[costs.Length];
        shared = [.. Enumerable.Range(0, rows.Count).SelectMany(row => rows.Arcs(row).ToArray()).Distinct().Order()];
        dearest = Dearest();
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
    public long Iterations { get; private set; }

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
        var weight = Iterations == 0 ? 1 : Math.Max(0.02, Math.Min(0.1, 3.0 / (3 + Iterations)));
        foreach (var arc in shared)
        {
            average[arc] += weight * (simplex.Flow(arc) - average[arc]);
        }

        if (bound > Bound)
        {
            step *= Bound == long.MinValue ? 1 : 1.1;
            Bound = bound;
            nulls = 0;
            prices.CopyTo(center, 0);
            for (var node = 0; node < potentials.Length; node++)
            {
                potentials[node] = simplex.Potential(node);
            }
        }
        else if (++nulls >= Patience)
        {
            (step, nulls) = (Math.Max(LeastStep, step * 0.7), 0);
        }
    }

    /// <summary>
    /// Sets the next prices; the network is to be solved again. A row counts by what it holds: prices of small rooms and great ones are of one size, what is over is not.
    /// </summary>
    /// <param name="goal">What the optimum is thought to cost at most, in units of cost.</param>
    public void Move(long goal)
    {
        Iterations++;
        var rows = network.Rows;
        var norm = 0.0;
        var (excess, size) = (new double[prices.Length], new double[prices.Length]);
        for (var row = 0; row < prices.Length; row++)
        {
            (excess[row], size[row]) = Excess(row);
            if (excess[row] > 0 || center[row] > 0 || rows.IsExact(row))
            {
                norm += excess[row] * excess[row] / size[row];
            }
        }

        var length = norm > 0 ? step * Math.Max(1, goal - (double)Bound) * network.Scale / norm : 0;
        for (var row = 0; row < prices.Length; row++)
        {
            var price = Math.Clamp((long)Math.Round(center[row] + (length * excess[row] / size[row])), rows.IsExact(row) ? -dearest : 0, dearest);
            prices[row] = price;
        }

        Charge();
    }

    /// <summary>Uses prices that were found otherwise as the next ones.</summary>
    public void Propose(ReadOnlySpan<long> found)
    {
        Iterations++;
        for (var row = 0; row < prices.Length; row++)
        {
            prices[row] = Math.Clamp(found[row], network.Rows.IsExact(row) ? -dearest : 0, dearest);
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

    /// <summary>What the average of the flows is over a row's limit, and what the row holds.</summary>
    private (double Excess, double Size) Excess(int row)
    {
        var (sum, size) = (0.0, 0.0);
        var arcs = network.Rows.Arcs(row);
        var weights = network.Rows.Weights(row);
        for (var index = 0; index < arcs.Length; index++)
        {
            sum += weights[index] * average[arcs[index]];
            size += Math.Abs(weights[index]) * average[arcs[index]];
        }

        return (sum - network.Rows.Limit(row), Math.Max(1, Math.Max(size, Math.Abs(network.Rows.Limit(row)))));
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
