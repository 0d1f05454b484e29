using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>The plan in force, and what it costs to depart from it.</summary>
public sealed record Baseline
{
    /// <summary>One entry for each call of the problem, in their order; null for calls that were not planned.</summary>
    public required ImmutableArray<BaselineEntry?> Entries { get; init; }
}

/// <summary>Where and when a call was planned, and what each change costs, in grid cost units of 0 and more.</summary>
public sealed record BaselineEntry
{
    /// <summary>Index of the planned quay.</summary>
    public required int Quay { get; init; }

    /// <summary>Planned first section of the hull.</summary>
    public required int Position { get; init; }

    /// <summary>Planned slot of berthing.</summary>
    public required int Start { get; init; }

    /// <summary>Planned number of cranes; default 0, not planned: crane changes then cost nothing.</summary>
    public int Cranes { get; init; }

    /// <summary>Whether quay, position, start and (when planned) number of cranes must stay as they are; default false. An optional call may still be left out.</summary>
    public bool Frozen { get; init; }

    /// <summary>For each slot between the planned and the new start; default 0.</summary>
    public int StartRate { get; init; }

    /// <summary>For each section between the planned and the new position at the same quay; default 0.</summary>
    public int SectionRate { get; init; }

    /// <summary>Once, when the quay or the position changes; default 0.</summary>
    public int MoveCost { get; init; }

    /// <summary>For each crane more or fewer; default 0.</summary>
    public int CraneRate { get; init; }
}
