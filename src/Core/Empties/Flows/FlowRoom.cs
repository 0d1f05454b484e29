using System.Collections.Immutable;

namespace BerthOpt.Empties.Flows;

/// <summary>Room that several arcs share, as several container types share the room of a vessel: the sum of weight times flow is at most a limit.</summary>
public sealed record FlowRoom
{
    /// <summary>Indices of the arcs, each once; their least flows are 0 or more.</summary>
    public required ImmutableArray<int> Arcs { get; init; }

    /// <summary>What a unit of flow of each of these arcs takes, in units of room; 1 to 1,000,000.</summary>
    public required ImmutableArray<int> Weights { get; init; }

    /// <summary>The room, 0 to <see cref="FlowProblem.MaxUnits"/>.</summary>
    public required long Limit { get; init; }
}
