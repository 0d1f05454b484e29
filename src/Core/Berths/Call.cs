using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>One visit of one ship: when it comes, how much room and work it needs, what it would like, and what it costs to disappoint it.</summary>
public sealed record Call
{
    /// <summary>No such time: <see cref="LatestStart"/>, <see cref="Due"/> and <see cref="Deadline"/> when there is none.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Name, unique among the calls.</summary>
    public required string Id { get; init; }

    /// <summary>Hull length in sections; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>Expected time of arrival (ETA), the slot from which waiting counts; at least 0.</summary>
    public required int Arrival { get; init; }

    /// <summary>How long it is worked on.</summary>
    public required Handling Handling { get; init; }

    /// <summary>First slot at which it can berth, at most <see cref="Arrival"/>; default null, <see cref="Arrival"/>. Earlier than the arrival means sailing faster.</summary>
    public int? EarliestStart { get; init; }

    /// <summary>Last slot at which it may berth; default never.</summary>
    public int LatestStart { get; init; } = Never;

    /// <summary>Slot by which it should have left; lateness counts from here; default never.</summary>
    public int Due { get; init; } = Never;

    /// <summary>Slot by which it must have left; default never.</summary>
    public int Deadline { get; init; } = Never;

    /// <summary>Water that it needs under its whole hull, under-keel clearance included, in centimetres; default 0.</summary>
    public int DraughtCentimetres { get; init; }

    /// <summary>Number of neighbouring berths that it fills at a hybrid quay; default 0, the fewest whose lengths hold the hull. A number that is given is taken as it is, whatever the lengths.</summary>
    public int BerthsNeeded { get; init; }

    /// <summary>Slots at which it may berth; null for all.</summary>
    public TideWindows? ArrivalWindows { get; init; }

    /// <summary>Slots at which it may leave; null for all. It keeps its place until one comes.</summary>
    public TideWindows? DepartureWindows { get; init; }

    /// <summary>The only places where it may lie; empty for all.</summary>
    public ImmutableArray<Place> Allowed { get; init; } = [];

    /// <summary>What its place must offer (<see cref="Quay.Offers"/>, <see cref="Berth.Offers"/>); at a hybrid quay, each of its berths.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Index of the wished quay; null for no wish. Default null.</summary>
    public int? PreferredQuay { get; init; }

    /// <summary>
    /// Wished first section of the hull; null for no wish. The deviation is <c>|position - PreferredPosition|</c> in sections;
    /// at another quay than <see cref="PreferredQuay"/> it is that quay's whole length.
    /// </summary>
    public int? PreferredPosition { get; init; }

    /// <summary>Whole number of 1 or more that multiplies waiting, stay and lateness; default 1.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>What each unit costs.</summary>
    public Rates Rates { get; init; } = new();

    /// <summary>Whether it may be left out, at <see cref="Rates.Rejection"/>; default false.</summary>
    public bool Optional { get; init; }

    /// <summary>Containers that the cranes move on and off (TIC 4.0: QCM, Quay Container Moves); default 0, unknown. No rule or cost knows it, only <c>BerthKpis</c>.</summary>
    public int Moves { get; init; }

    /// <summary>What a planner has fixed; null for nothing.</summary>
    public Pin? Pin { get; init; }

    /// <summary>What it was before replanning changed it; null where that has changed nothing.</summary>
    public GivenCall? Given { get; init; }
}

/// <summary>A stretch of a quay in which a hull must lie wholly.</summary>
/// <param name="Quay">Index of the quay.</param>
/// <param name="Sections">Its sections, half-open.</param>
public readonly record struct Place(int Quay, Interval Sections);

/// <summary>Values that a plan must keep when it takes the call in (an optional one may still be left out); null leaves one free.</summary>
/// <param name="Quay">Index of the quay.</param>
/// <param name="Position">First section of the hull; needs <paramref name="Quay"/>.</param>
/// <param name="Start">Slot of berthing.</param>
/// <param name="Cranes">Number of cranes.</param>
/// <param name="FirstCrane">0-based leftmost crane; needs <paramref name="Cranes"/>.</param>
public sealed record Pin(int? Quay = null, int? Position = null, int? Start = null, int? Cranes = null, int? FirstCrane = null);
