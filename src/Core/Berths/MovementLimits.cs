using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>
/// What pilots, tugs and weather allow. A movement is a berthing, at <see cref="Assignment.Start"/>, or an unberthing, at
/// <see cref="Assignment.End"/>. A ship that may not leave keeps its place until it may.
/// </summary>
public sealed record MovementLimits
{
    /// <summary>Upper limits on movements in a period; all hold.</summary>
    public ImmutableArray<MovementCap> Caps { get; init; } = [];

    /// <summary>Times without movements: gales, fog.</summary>
    public ImmutableArray<MovementBan> Bans { get; init; } = [];
}

/// <summary>
/// At most <see cref="Max"/> movements in each period <c>[k * PeriodSlots, (k + 1) * PeriodSlots)</c>, counting the calls of
/// <see cref="MinLength"/> sections and more.
/// </summary>
public sealed record MovementCap
{
    /// <summary>Length of a period in slots; at least 1.</summary>
    public required int PeriodSlots { get; init; }

    /// <summary>Greatest number of movements in a period; at least 0.</summary>
    public required int Max { get; init; }

    /// <summary>Only hulls of this many sections and more count; default 0, all.</summary>
    public int MinLength { get; init; }

    /// <summary>Index of the only quay that counts; null for all.</summary>
    public int? Quay { get; init; }
}

/// <summary>No hull of <see cref="MinLength"/> sections and more may move in the slots <see cref="Slots"/>.</summary>
public sealed record MovementBan
{
    /// <summary>The slots without movements, half-open.</summary>
    public required Interval Slots { get; init; }

    /// <summary>Only hulls of this many sections and more are banned; default 0, all (wind limits grow with length).</summary>
    public int MinLength { get; init; }

    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";
}
