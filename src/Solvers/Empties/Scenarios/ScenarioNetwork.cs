using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties.Scenarios;

/// <summary>One scenario as a network over time in which decisions of the first periods carry a multiplier. Its simplex goes on from its last tree.</summary>
internal sealed class ScenarioNetwork
{
    private const long Slice = 1_000_000;

    private readonly TimeNetwork network;
    private readonly NetworkSimplex simplex;
    private readonly Int128 rooms;
    private readonly int[] arcs;
    private readonly long[] costs;

    /// <param name="problem">The scenario.</param>
    /// <param name="first">What is decided in the first periods, in an order that all scenarios share.</param>
    /// <param name="prices">Prices of what arcs share.</param>
    public ScenarioNetwork(EmptiesProblem problem, IReadOnlyDictionary<ArcUse, int> first, RowPrices prices)
    {
        network = TimeNetworkBuilder.Build(problem);
        rooms = prices.Charge(network);
        if (!NetworkSimplex.Fits(network.Flow))
        {
            // Without prices what is shared is left out: a weaker bound.
            (network, rooms) = (TimeNetworkBuilder.Build(problem), 0);
        }

        arcs = new int[first.Count];
        Array.Fill(arcs, -1);
        for (var arc = 0; arc < network.Uses.Length; arc++)
        {
            if (first.TryGetValue(network.Uses[arc], out var place))
            {
                arcs[place] = arc;
            }
        }

        costs = [.. arcs.Select(arc => arc < 0 ? 0 : network.Flow.Cost[arc])];
        MostMultiplier = NetworkSimplex.MostCost(network.Flow.Nodes) - costs.Select(Math.Abs).DefaultIfEmpty().Max();
        MeanCost = network.Flow.Cost.ToArray().Where(cost => cost != 0).Select(cost => Math.Abs((double)cost)).DefaultIfEmpty(1).Average();
        simplex = new NetworkSimplex(network.Flow);
    }

    /// <summary>What arcs cost on the average, those that cost nothing left out; in parts of a unit of cost.</summary>
    public double MeanCost { get; }

    /// <summary>With multipliers up to it, and down to its opposite, costs stay in their range.</summary>
    public long MostMultiplier { get; }

    /// <summary>No plan costs less in this scenario with its multipliers; in parts of a unit of cost.</summary>
    public Int128 Bound { get; private set; }

    /// <summary>Parts in a unit of cost.</summary>
    public long Scale => network.Scale;

    /// <summary>What is decided in the first periods.</summary>
    public long[] Decisions { get; private set; } = [];

    /// <summary>Solves, or goes on after a change of multipliers.</summary>
    /// <returns>Whether there is a flow.</returns>
    public bool Solve(CancellationToken cancellation)
    {
        while (simplex.Solve(Slice) == FlowStatus.Unknown)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        Bound = simplex.TotalCost() + network.Constant - rooms;
        Decisions = [.. arcs.Select(arc => arc < 0 ? 0 : simplex.Flow(arc))];
        return simplex.Status == FlowStatus.Optimal;
    }

    /// <summary>Sets what each decision costs besides, in parts of a unit of cost.</summary>
    public void SetMultipliers(ReadOnlySpan<long> multipliers)
    {
        for (var place = 0; place < arcs.Length; place++)
        {
            if (arcs[place] >= 0 && network.Flow.Cost[arcs[place]] != costs[place] + multipliers[place])
            {
                simplex.SetCost(arcs[place], costs[place] + multipliers[place]);
            }
        }
    }
}
