using System.Collections.Immutable;

namespace BerthOpt.Empties.Flows;

/// <summary>What a <see cref="FlowProblem"/> is made of.</summary>
public sealed record FlowParts
{
    /// <summary>Name, for people; default empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What each node gives (above 0) or takes (below 0), in units. One entry a node; default none.</summary>
    public ImmutableArray<long> Supplies { get; init; } = [];

    /// <summary>The arcs; default none. Several may join the same nodes.</summary>
    public ImmutableArray<FlowArc> Arcs { get; init; } = [];

    /// <summary>Room that several arcs share; default none.</summary>
    public ImmutableArray<FlowRoom> Rooms { get; init; } = [];
}
