using System.Collections.Immutable;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>Names what forbids every plan, and has the proof judged by the checker of flows.</summary>
internal static class ConflictSearch
{
    private const int MostNamed = 5;

    /// <summary>The conflict of limits that contradict each other, or a cut; null where there is a flow.</summary>
    public static EmptiesConflict? Find(EmptiesProblem problem, TimeNetwork network, CancellationToken cancellation)
    {
        if (network.Contradiction is { } limits)
        {
            // As a flow: one node gives what is asked for, over one arc that takes what may be at most.
            var pair = new FlowProblem(new FlowParts { Supplies = [limits.Least, -limits.Least], Arcs = [new FlowArc(0, 1, 0, limits.Most, 0)] });
            return Judged(pair, [0], [], $"{(limits.Arc < 0 ? "A limit" : Way(problem, network.Uses[limits.Arc]))} is to take at least {limits.Least} (containers, or units of their size) and can take at most {limits.Most}, with what is booked counted off; expected limits and room that fit together.");
        }

        return FlowSolver.FindCut(FlowOf(network), cancellation) is { } cut ? Of(problem, network, cut) : null;
    }

    /// <summary>The conflict that a cut of the network proves.</summary>
    /// <exception cref="PlanRefusedException">The checker refused the proof: a defect of the solver.</exception>
    public static EmptiesConflict Of(EmptiesProblem problem, TimeNetwork network, IEnumerable<int> cut)
    {
        var isIn = new bool[network.Flow.Nodes];
        foreach (var node in cut)
        {
            isIn[node] = true;
        }

        // The root takes what is left in the end: the places are on the other side.
        var places = network.Stocks.OrderBy(stock => stock.Key)
            .SelectMany(stock => stock.Value.PeriodsIn(node => isIn[node] != isIn[0]).Select(period => new ConflictPlace(stock.Key.Location, stock.Key.Type, period))).ToImmutableArray();
        var conflict = Judged(FlowOf(network), [.. cut], places, "");
        return conflict with { Message = $"{Named(problem, places)}: bookings and least flows ask for {conflict.Excess} containers more than can be there; expected no more than stock, supplies, arrivals and hire give." };
    }

    private static EmptiesConflict Judged(FlowProblem network, ImmutableArray<int> cut, ImmutableArray<ConflictPlace> places, string message) =>
        FlowChecker.Excess(network, cut) is var excess && excess > 0
            ? new EmptiesConflict { Message = message, Excess = (long)excess, Places = places, Network = network, Cut = cut }
            : throw new PlanRefusedException("The checker refused the proof that there is no plan.");

    private static FlowProblem FlowOf(TimeNetwork network)
    {
        var flow = network.Flow;
        var arcs = ImmutableArray.CreateBuilder<FlowArc>(flow.Arcs);
        for (var arc = 0; arc < flow.Arcs; arc++)
        {
            arcs.Add(new FlowArc(flow.Tail[arc], flow.Head[arc], flow.Lower[arc], flow.Capacity[arc], 0));
        }

        return new FlowProblem(new FlowParts { Supplies = [.. flow.Supply], Arcs = arcs.MoveToImmutable() });
    }

    private static string Way(EmptiesProblem problem, ArcUse use) => use.Kind switch
    {
        ArcKind.Leg => $"Leg {use.B} of voyage \"{problem.Voyages[use.A].Id}\"",
        ArcKind.Link => $"Link \"{problem.Links[use.A].Id}\" in period {use.B}",
        _ => "A limit",
    };

    /// <summary>Each location and type with its first and last period.</summary>
    private static string Named(EmptiesProblem problem, ImmutableArray<ConflictPlace> places)
    {
        var groups = places.GroupBy(place => (place.Location, place.Type)).ToList();
        var named = groups.Take(MostNamed).Select(group => $"location \"{problem.Locations[group.Key.Location].Id}\", type \"{problem.Types[group.Key.Type].Id}\", periods {group.Min(place => place.Period)} to {group.Max(place => place.Period)}");
        return groups.Count == 0 ? "On board" : $"At {string.Join("; ", named)}{(groups.Count > MostNamed ? $" and {groups.Count - MostNamed} more" : "")}";
    }
}
