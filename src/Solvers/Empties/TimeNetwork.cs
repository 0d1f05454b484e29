using System.Runtime.InteropServices;
using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// A problem as a network over time: a node for each location, type and period in which something can happen, and rows for what several arcs share. A flow
/// that keeps the rows is a plan; its cost, divided by <see cref="Scale"/>, with <see cref="Constant"/>, is the cost of the plan.
/// </summary>
internal sealed class TimeNetwork
{
    private readonly List<ArcUse> uses = [];

    /// <summary>The network; its root takes what is left at the end and gives what is hired.</summary>
    public FlowNetwork Flow { get; } = new();

    /// <summary>What the arcs share.</summary>
    public CouplingRows Rows { get; } = new();

    /// <summary>Rows that an arc of their own makes good, at its cost: the row, that arc, and the one that closes its circle.</summary>
    public List<(int Row, int Missing, int Back)> Shortfalls { get; } = [];

    /// <summary>Whether rows hold waiting arcs: then a flow that keeps them may pay for more waiting than its plan does, in which the first that came goes first.</summary>
    public bool WaitsAreShared { get; set; }

    /// <summary>Limits that contradict each other, so that there is no plan: an arc that they are about (-1 for none), at least how much, and at most how much of it.</summary>
    public (int Arc, long Least, long Most)? Contradiction { get; set; }

    /// <summary>The nodes of each location and type.</summary>
    public required IReadOnlyDictionary<(int Location, int Type), StockNodes> Stocks { get; init; }

    /// <summary>Cost of every plan besides that of its flow, times <see cref="Scale"/>.</summary>
    public Int128 Constant { get; set; }

    /// <summary>Units of the network's costs in one unit of cost.</summary>
    public required long Scale { get; init; }

    /// <summary>What each arc means.</summary>
    public ReadOnlySpan<ArcUse> Uses => CollectionsMarshal.AsSpan(uses);

    /// <summary>Sets what is short, which depends on the rest of a flow alone.</summary>
    public void Complete(Span<long> flow)
    {
        foreach (var (_, missing, back) in Shortfalls)
        {
            (flow[missing], flow[back]) = (0, 0);
        }

        foreach (var (row, missing, back) in Shortfalls)
        {
            flow[missing] = Math.Max(0, Rows.Sum(row, flow) - Rows.Limit(row));
            flow[back] += flow[missing];
        }
    }

    /// <summary>Whether runs of conversions and substitutes are whole, which the rows do not say where what they take and give have a divisor.</summary>
    public bool IsWhole(ReadOnlySpan<long> flow)
    {
        for (var arc = 0; arc < flow.Length; arc++)
        {
            if (uses[arc] is { Kind: ArcKind.Conversion or ArcKind.Fulfilment, C: > 1 } use && flow[arc] % use.C != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Cost of a plan's flow in units of cost, the remainders of what runs cost included.</summary>
    public long CostOf(EmptiesProblem problem, ReadOnlySpan<long> flow)
    {
        var cost = Constant;
        for (var arc = 0; arc < flow.Length; arc++)
        {
            cost += (Int128)Flow.Cost[arc] * flow[arc];
            if (flow[arc] > 0 && uses[arc] is { Kind: ArcKind.Conversion, C: > 1 } use)
            {
                cost += ((Scale * problem.Conversions[use.A].Cost) - (Flow.Cost[arc] * use.C)) * (flow[arc] / use.C);
            }
        }

        return (long)(cost / Scale);
    }

    /// <summary>The network again, for a simplex that changes its costs or limits.</summary>
    public FlowNetwork CopyOfFlow()
    {
        var copy = new FlowNetwork(Flow.Nodes, Flow.Arcs);
        for (var node = 0; node < Flow.Nodes; node++)
        {
            copy.AddNode(Flow.Supply[node]);
        }

        for (var arc = 0; arc < Flow.Arcs; arc++)
        {
            copy.AddArc(Flow.Tail[arc], Flow.Head[arc], Flow.Lower[arc], Flow.Capacity[arc], Flow.Cost[arc]);
        }

        return copy;
    }

    /// <summary>Adds an arc.</summary>
    /// <param name="from">Node that it leaves.</param>
    /// <param name="to">Node that it enters.</param>
    /// <param name="most">Greatest flow.</param>
    /// <param name="cost">Cost of a unit of flow, not yet scaled.</param>
    /// <param name="use">What it means.</param>
    /// <param name="least">Least flow.</param>
    public int AddArc(int from, int to, long most, long cost, ArcUse use = default, long least = 0)
    {
        uses.Add(use);
        return Flow.AddArc(from, to, least, most, Scale * cost);
    }
}
