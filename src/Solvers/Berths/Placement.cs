namespace BerthOpt.Berths;

/// <summary>Where, when and with how many cranes search has put a call.</summary>
internal struct Placement
{
    /// <summary>Index of the zone; -1 when the call is not placed.</summary>
    public int Zone;

    /// <summary>Index of the number of cranes among the zone's options.</summary>
    public int Option;

    public int Cell;

    public int Start;

    public int HandlingEnd;

    public int End;

    /// <summary>First crane where cranes need time between calls; unused elsewhere, where cranes are only numbered at the end.</summary>
    public int FirstCrane;

    /// <summary>How far from its place along the rail the call stands in the order of cranes, where calls near in time have changed sides (<see cref="CraneRail"/>); else 0.</summary>
    public long Shift;

    /// <summary>Cost of the call itself, makespan aside.</summary>
    public long Cost;

    /// <summary>Whether both are the same place, time and cranes.</summary>
    public static bool Same(in Placement one, in Placement other) =>
        one.Zone == other.Zone && (one.Zone < 0 || (one.Option == other.Option && one.Cell == other.Cell && one.Start == other.Start
            && one.HandlingEnd == other.HandlingEnd && one.End == other.End && one.FirstCrane == other.FirstCrane && one.Shift == other.Shift));

    public static Placement None => new() { Zone = -1 };
}
