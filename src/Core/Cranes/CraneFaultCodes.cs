namespace BerthOpt.Cranes;

/// <summary>
/// The codes of <see cref="CraneFault"/>, one for each rule that a plan can break; <c>docs/errors.md</c> says what to do about each.
/// A task of no length occupies a moment: its crane is at its position then. Times that must not overlap (of tasks, of outages) may touch
/// in that moment, but a moment strictly inside the time of the other overlaps it.
/// </summary>
public static class CraneFaultCodes
{
    /// <summary>The plan has not one entry for each task.</summary>
    public const string PlanLength = "plan-length";

    /// <summary>There is no such crane.</summary>
    public const string CraneUnknown = "crane-unknown";

    /// <summary>The crane cannot do the task.</summary>
    public const string CannotDo = "cannot-do";

    /// <summary>The crane cannot work at the task's position.</summary>
    public const string OutOfReach = "crane-out-of-reach";

    /// <summary>The task lies so near an end of the rail that the cranes on that side have no room to stand.</summary>
    public const string RailEnd = "rail-end";

    /// <summary>The end is not the start plus the handling time of this crane.</summary>
    public const string EndMismatch = "end-mismatch";

    /// <summary>The task starts before its vessel is ready.</summary>
    public const string VesselNotReady = "vessel-not-ready";

    /// <summary>The task starts before its crane is ready and has come there from its start position.</summary>
    public const string CraneNotReady = "crane-not-ready";

    /// <summary>The task ends, or its crane is at its final position, after the crane's last slot.</summary>
    public const string CraneGone = "crane-gone";

    /// <summary>The task overlaps an outage of its crane.</summary>
    public const string CraneOut = "crane-out";

    /// <summary>The task ends after its vessel's deadline.</summary>
    public const string DeadlineMissed = "deadline-missed";

    /// <summary>The task ends after the horizon.</summary>
    public const string BeyondHorizon = "beyond-horizon";

    /// <summary>One crane does two tasks at the same time.</summary>
    public const string CraneShared = "crane-shared";

    /// <summary>A crane has too little time to get from one task to the other.</summary>
    public const string CraneTravel = "crane-travel";

    /// <summary>Two cranes would have to pass each other or come too near: they work at the same time, or there is too little time to make room in between.</summary>
    public const string Interference = "interference";

    /// <summary>Another crane still stands at its start position, or had too little time to make room.</summary>
    public const string StartInTheWay = "start-in-the-way";

    /// <summary>A task starts before one ends that must precede it.</summary>
    public const string Precedence = "precedence";

    /// <summary>Two tasks that may not be worked on at the same time are.</summary>
    public const string NonSimultaneous = "non-simultaneous";

    /// <summary>A crane moves the wrong way from one task to the next. Tasks of no length at one moment are in the order that suits.</summary>
    public const string Direction = "direction";

    /// <summary>A pinned value is not kept.</summary>
    public const string PinBroken = "pin-broken";
}
