namespace BerthOpt.Berths;

/// <summary>The codes of <see cref="PlanFault"/>, one for each rule that a plan can break; <c>docs/errors.md</c> says what to do about each.</summary>
public static class BerthFaultCodes
{
    /// <summary>The plan has not one entry for each call.</summary>
    public const string PlanLength = "plan-length";

    /// <summary>A mandatory call is left out.</summary>
    public const string CallLeftOut = "call-left-out";

    /// <summary>There is no such quay.</summary>
    public const string QuayUnknown = "quay-unknown";

    /// <summary>There is no such berth at the quay.</summary>
    public const string BerthUnknown = "berth-unknown";

    /// <summary>Berth and position do not agree, or a berth is given at a continuous quay.</summary>
    public const string BerthMismatch = "berth-mismatch";

    /// <summary>The hull, or a berth that the call fills, lies beyond an end of the quay.</summary>
    public const string OutsideQuay = "outside-quay";

    /// <summary>The call lies across a quay break.</summary>
    public const string AcrossBreak = "across-break";

    /// <summary>The hull lies too near an end of the quay.</summary>
    public const string QuayEndClearance = "quay-end-clearance";

    /// <summary>The hull is longer than the berth or berths can hold.</summary>
    public const string HullTooLong = "hull-too-long";

    /// <summary>The water is too shallow for the draught.</summary>
    public const string TooShallow = "too-shallow";

    /// <summary>The call lies outside the places where it may.</summary>
    public const string PlaceNotAllowed = "place-not-allowed";

    /// <summary>The place does not offer what the call requires.</summary>
    public const string EquipmentMissing = "equipment-missing";

    /// <summary>The call berths before its earliest start.</summary>
    public const string StartTooEarly = "start-too-early";

    /// <summary>The call berths after its latest start.</summary>
    public const string StartTooLate = "start-too-late";

    /// <summary>The call leaves after its deadline.</summary>
    public const string DeadlineMissed = "deadline-missed";

    /// <summary>The call leaves after the horizon.</summary>
    public const string BeyondHorizon = "beyond-horizon";

    /// <summary>The call lies at a quay or berth outside its opening times.</summary>
    public const string QuayShut = "quay-shut";

    /// <summary>The departure does not follow from start and handling.</summary>
    public const string EndMismatch = "end-mismatch";

    /// <summary>The call cannot be worked on at this berth or with this number of cranes.</summary>
    public const string HandlingForbidden = "handling-forbidden";

    /// <summary>Too few or too many cranes work on the call.</summary>
    public const string CraneCount = "crane-count";

    /// <summary>The first crane is missing, not wanted, or leads out of the pool.</summary>
    public const string CraneNumbers = "crane-numbers";

    /// <summary>A crane works during its outage.</summary>
    public const string CraneOut = "crane-out";

    /// <summary>A crane works where it cannot reach.</summary>
    public const string CraneOutOfReach = "crane-out-of-reach";

    /// <summary>More cranes work at once than the pool has.</summary>
    public const string CraneCapacity = "crane-capacity";

    /// <summary>Two calls use one crane at the same time.</summary>
    public const string CraneShared = "crane-shared";

    /// <summary>Cranes of two calls would have to pass each other.</summary>
    public const string CraneCrossing = "crane-crossing";

    /// <summary>A crane has too little time to get from one call to the next.</summary>
    public const string CraneTravel = "crane-travel";

    /// <summary>Two calls lie at the same place at the same time.</summary>
    public const string Overlap = "overlap";

    /// <summary>Two calls lie too near each other in space and time.</summary>
    public const string Clearance = "clearance";

    /// <summary>A call lies where and when the quay is closed.</summary>
    public const string Closed = "closed";

    /// <summary>A call berths outside its arrival windows.</summary>
    public const string ArrivalWindow = "arrival-window";

    /// <summary>A call leaves outside its departure windows.</summary>
    public const string DepartureWindow = "departure-window";

    /// <summary>A call moves while movements are banned.</summary>
    public const string MovementBan = "movement-ban";

    /// <summary>Too many movements in a period.</summary>
    public const string MovementCap = "movement-cap";

    /// <summary>A pinned value is not kept.</summary>
    public const string PinBroken = "pin-broken";

    /// <summary>A frozen call is not where and when it was, or has not as many cranes.</summary>
    public const string FrozenMoved = "frozen-moved";
}
