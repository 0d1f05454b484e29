namespace BerthOpt.Berths;

/// <summary>What one unit costs for one call, in grid cost units; all at least 0. Times are in slots, distances in sections.</summary>
public sealed record Rates
{
    /// <summary>For each slot of waiting, <c>max(0, start - arrival)</c>.</summary>
    public int Waiting { get; init; }

    /// <summary>For each slot at the quay, <c>end - start</c>.</summary>
    public int Stay { get; init; }

    /// <summary>For each slot of lateness, <c>max(0, end - due)</c>.</summary>
    public int Lateness { get; init; }

    /// <summary>For each section of deviation from the wished position.</summary>
    public int Deviation { get; init; }

    /// <summary>For each slot of each crane, <c>cranes * handling</c>.</summary>
    public int CraneSlot { get; init; }

    /// <summary>For each slot of sailing faster, <c>max(0, arrival - start)</c>.</summary>
    public int SpeedUp { get; init; }

    /// <summary>For leaving the call out; only for optional calls.</summary>
    public long Rejection { get; init; }
}

/// <summary>
/// The cost of a plan, to be minimised: the sum over all terms of the term's weight here, times each call's own rate
/// (<see cref="Rates"/>), times its <see cref="Call.Priority"/> for waiting, stay and lateness, times the quantity; plus
/// <see cref="Makespan"/> times the last end of all calls (0 for an empty plan), plus <see cref="Constant"/>.
/// Weights are whole numbers of 0 and more.
/// </summary>
public sealed record Objective
{
    /// <summary>Weight of waiting; default 1.</summary>
    public int Waiting { get; init; } = 1;

    /// <summary>Weight of the stay; default 1.</summary>
    public int Stay { get; init; } = 1;

    /// <summary>Weight of lateness; default 1.</summary>
    public int Lateness { get; init; } = 1;

    /// <summary>Weight of deviation; default 1.</summary>
    public int Deviation { get; init; } = 1;

    /// <summary>Weight of crane slots; default 1.</summary>
    public int CraneSlots { get; init; } = 1;

    /// <summary>Weight of speed-up; default 1.</summary>
    public int SpeedUp { get; init; } = 1;

    /// <summary>Weight of rejections; default 1.</summary>
    public int Rejection { get; init; } = 1;

    /// <summary>Weight of changes against the baseline; default 1.</summary>
    public int Change { get; init; } = 1;

    /// <summary>Cost of each slot of the makespan, the last end of all calls; default 0.</summary>
    public long Makespan { get; init; }

    /// <summary>Added to every plan's cost; may be negative (a published formula that counts inclusive periods); default 0.</summary>
    public long Constant { get; init; }
}
