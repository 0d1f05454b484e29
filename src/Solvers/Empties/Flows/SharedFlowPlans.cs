using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Empties.Flows;

/// <summary>Flows that share room, as a network with rows.</summary>
internal sealed class SharedFlowPlans(FlowProblem problem, TimeNetwork network) : IPlansOfFlows<FlowPlan>
{
    /// <summary>Prices lie between whole costs, so finely.</summary>
    private const int FinerPrices = 64;

    /// <summary>The network of a problem; in whole costs where finer ones could overflow.</summary>
    public static TimeNetwork Network(FlowProblem problem)
    {
        var network = Network(problem, FinerPrices);
        return NetworkSimplex.Fits(network.Flow) ? network : Network(problem, 1);
    }

    /// <summary>Whether arcs at their capacities need more than a room has: only then it is a row.</summary>
    public static bool CanFill(TimeNetwork network, FlowRoom room)
    {
        Int128 most = 0;
        foreach (var (arc, weight) in room.Arcs.Zip(room.Weights))
        {
            most += (Int128)weight * network.Flow.Capacity[arc];
        }

        return most > room.Limit;
    }

    /// <inheritdoc/>
    public long? CostOf(long[] flow, long below)
    {
        Int128 cost = 0;
        for (var arc = 0; arc < flow.Length; arc++)
        {
            cost += (Int128)problem.Arcs[arc].Cost * flow[arc];
        }

        return (long)cost;
    }

    /// <inheritdoc/>
    public FlowPlan PlanOf(long[] flow) => new(flow);

    /// <inheritdoc/>
    public void RequireCut(IEnumerable<int> cut)
    {
        // Alone on its room an arc carries no more than that; this is what the cut is of.
        var flow = network.Flow;
        var tight = new FlowProblem(problem.Parts with { Arcs = [.. problem.Arcs.Select((arc, index) => arc with { Capacity = flow.Capacity[index] })], Rooms = [] });
        if (FlowChecker.Excess(tight, cut) <= 0)
        {
            throw new PlanRefusedException("The checker refused the proof that there is no plan.");
        }
    }

    private static TimeNetwork Network(FlowProblem problem, long scale)
    {
        var network = new TimeNetwork { Scale = scale, Stocks = new Dictionary<(int, int), StockNodes>() };
        foreach (var supply in problem.Supplies)
        {
            network.Flow.AddNode(supply);
        }

        foreach (var arc in problem.Arcs)
        {
            network.AddArc(arc.Tail, arc.Head, arc.Capacity, arc.Cost, least: arc.Lower);
        }

        foreach (var room in problem.Rooms)
        {
            Limit(network, room);
        }

        foreach (var room in problem.Rooms.Where(room => CanFill(network, room)))
        {
            network.Rows.AddUndivided([.. room.Arcs.Zip(room.Weights)], room.Limit);
        }

        return network;
    }

    /// <summary>Alone an arc carries no more than a room holds.</summary>
    private static void Limit(TimeNetwork network, FlowRoom room)
    {
        var flow = network.Flow;
        foreach (var (arc, weight) in room.Arcs.Zip(room.Weights))
        {
            var alone = Math.Min(flow.Capacity[arc], room.Limit / weight);
            if (alone < flow.Lower[arc])
            {
                network.Contradiction ??= (arc, flow.Lower[arc], alone);
            }

            flow.Capacity[arc] = Math.Max(flow.Lower[arc], alone);
        }
    }
}
