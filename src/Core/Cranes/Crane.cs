using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>One quay crane.</summary>
public sealed record Crane
{
    /// <summary>No such time: <see cref="Until"/> when there is none.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Name, unique among the cranes.</summary>
    public required string Id { get; init; }

    /// <summary>First slot at which it may leave its start or work; at least 0; default 0.</summary>
    public int Ready { get; init; }

    /// <summary>Slot by which its last task has ended and it has reached its <see cref="Final"/>, if it does any task; default never.</summary>
    public int Until { get; init; } = Never;

    /// <summary>Position at <see cref="Ready"/>; null for wherever its first task is. Default null.</summary>
    public int? Start { get; init; }

    /// <summary>Position that it must reach behind its last task; null for none. It is in nobody's way on the road there. Default null.</summary>
    public int? Final { get; init; }

    /// <summary>Positions where it can work, half-open; null for all.</summary>
    public Interval? Reach { get; init; }

    /// <summary>Its speed at work in percent of <see cref="CraneTask.Handling"/>: it needs <c>ceil(100 * handling / RatePercent)</c>; 1 to 10,000; default 100.</summary>
    public int RatePercent { get; init; } = 100;

    /// <summary>Slots in which it does not work, ascending and disjoint; no task of it may overlap one. It may travel meanwhile.</summary>
    public ImmutableArray<Interval> Outages { get; init; } = [];
}
