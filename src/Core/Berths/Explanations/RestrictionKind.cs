namespace BerthOpt.Berths;

/// <summary>What can stand in the way of a plan, and could be lifted: a call, or a rule that somebody made.</summary>
public enum RestrictionKind
{
    /// <summary>That a call is planned at all; lifted, it is left out.</summary>
    Call,

    /// <summary>That a call berths no earlier than its earliest start, which is its arrival unless it may sail faster.</summary>
    Arrival,

    /// <summary>A call's latest start.</summary>
    LatestStart,

    /// <summary>A call's deadline.</summary>
    Deadline,

    /// <summary>A call's arrival windows.</summary>
    ArrivalWindows,

    /// <summary>A call's departure windows.</summary>
    DepartureWindows,

    /// <summary>The only places where a call may lie.</summary>
    AllowedPlaces,

    /// <summary>What a call requires of its place.</summary>
    Equipment,

    /// <summary>A call's draught.</summary>
    Draught,

    /// <summary>What a planner has fixed of a call.</summary>
    Pin,

    /// <summary>That a call may not change against the plan in force.</summary>
    Frozen,

    /// <summary>Opening times of a quay and its berths.</summary>
    Opening,

    /// <summary>A break of a quay.</summary>
    Break,

    /// <summary>A closure.</summary>
    Closure,

    /// <summary>The clearances between calls and at the ends of quays.</summary>
    Clearances,

    /// <summary>A ban on movements.</summary>
    MovementBan,

    /// <summary>A cap on movements.</summary>
    MovementCap,

    /// <summary>An outage of a crane.</summary>
    CraneOutage,

    /// <summary>The reach of a crane.</summary>
    CraneReach,

    /// <summary>The time that the cranes of a pool need between two calls.</summary>
    CraneTravel,

    /// <summary>That a call which had not begun when the plan was changed does not begin before that time.</summary>
    Now,

    /// <summary>That a call which had begun when the plan was changed keeps what it has.</summary>
    Begun,
}
