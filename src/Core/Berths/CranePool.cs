using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>What a plan must say of cranes.</summary>
public enum CraneRule
{
    /// <summary>Only how many: their sum may not exceed the available cranes in any slot (Meisel and Bierwirth 2009).</summary>
    Total,

    /// <summary>
    /// Which: a call works with neighbouring cranes for its whole handling, and of two calls handled at the same time the left
    /// one's cranes all stand left of the right one's (BACASP; Correcher, Perea and Alvarez-Valdes 2024).
    /// </summary>
    Specific,
}

/// <summary>The quay cranes on one rail, numbered from 0 at the left.</summary>
public sealed record CranePool
{
    /// <summary>Name, unique among the pools.</summary>
    public required string Id { get; init; }

    /// <summary>Number of cranes; at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>Indices of the quays that the rail serves, in their order along it; a quay has at most one pool.</summary>
    public required ImmutableArray<int> Quays { get; init; }

    /// <summary>What plans must say of cranes; default <see cref="CraneRule.Specific"/>.</summary>
    public CraneRule Rule { get; init; } = CraneRule.Specific;

    /// <summary>Times at which a crane cannot work: maintenance, breakdown, closed shifts.</summary>
    public ImmutableArray<CraneOutage> Outages { get; init; } = [];

    /// <summary>Stretches of quay that a crane can serve; a crane that is not listed serves all. Only for specific cranes.</summary>
    public ImmutableArray<CraneReach> Reaches { get; init; } = [];

    /// <summary>Time that a crane needs between two calls; null for none. Only for specific cranes.</summary>
    public CraneTravel? Travel { get; init; }
}

/// <summary>Crane <paramref name="Crane"/> (0-based) does not work in the slots <paramref name="Slots"/>.</summary>
/// <param name="Crane">0-based crane.</param>
/// <param name="Slots">Slots without it, half-open.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record CraneOutage(int Crane, Interval Slots, string Reason = "");

/// <summary>Crane <paramref name="Crane"/> (0-based) serves only hulls that lie wholly within these sections of a quay.</summary>
/// <param name="Crane">0-based crane.</param>
/// <param name="Quay">Index of the quay; on quays that no reach of this crane names, a listed crane cannot work.</param>
/// <param name="Sections">Sections within reach, half-open.</param>
public sealed record CraneReach(int Crane, int Quay, Interval Sections);

/// <summary>
/// A crane that leaves call i for call j needs <c>start_j &gt;= handlingEnd_i + SetupSlots + |x_j - x_i| / speed</c>, where the speed is
/// <c>SpeedSections / SpeedSlots</c> sections per slot and x is <see cref="Assignment.Position"/>, counted along the rail: the pool's
/// quays stand one behind the other in the order of <see cref="CranePool.Quays"/> (BACASP-S).
/// </summary>
public sealed record CraneTravel
{
    /// <summary>Fixed time in slots; at least 0.</summary>
    public required int SetupSlots { get; init; }

    /// <summary>Sections travelled in <see cref="SpeedSlots"/>; at least 1.</summary>
    public required int SpeedSections { get; init; }

    /// <summary>Slots needed for <see cref="SpeedSections"/>; at least 1; default 1.</summary>
    public int SpeedSlots { get; init; } = 1;
}
