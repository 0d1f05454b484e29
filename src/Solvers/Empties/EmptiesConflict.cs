using System.Collections.Immutable;
using BerthOpt.Empties.Flows;

namespace BerthOpt.Empties;

/// <summary>
/// Why a problem has no plan: a set of places and periods from which bookings and least flows take more containers than can be there. The proof is a cut of a
/// network without costs, which <see cref="FlowChecker.Excess"/> judges.
/// </summary>
public sealed record EmptiesConflict
{
    /// <summary>What stands against what, with ids and periods, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Containers too many; at least 1. For rooms in their unit of size.</summary>
    public required long Excess { get; init; }

    /// <summary>The locations, types and periods of the set, in this order; empty where limits of one way contradict each other.</summary>
    public required ImmutableArray<ConflictPlace> Places { get; init; }

    /// <summary>The problem's network over time without its costs and without what types share, which only leaves more plans.</summary>
    public required FlowProblem Network { get; init; }

    /// <summary>The nodes of <see cref="Network"/> that prove it: <c>FlowChecker.Excess(Network, Cut)</c> is above 0.</summary>
    public required ImmutableArray<int> Cut { get; init; }
}

/// <summary>A place and period in a conflict.</summary>
/// <param name="Location">Index of the location.</param>
/// <param name="Type">Index of the container type.</param>
/// <param name="Period">The period.</param>
public readonly record struct ConflictPlace(int Location, int Type, int Period);
