namespace BerthOpt.Berths;

/// <summary>A cost by its terms (<see cref="Objective"/>), each weighted, in grid cost units.</summary>
/// <param name="Waiting">Waiting for a berth.</param>
/// <param name="Stay">Time at the quay.</param>
/// <param name="Lateness">Leaving after the due time.</param>
/// <param name="Deviation">Lying away from the wished position.</param>
/// <param name="CraneSlots">Crane time.</param>
/// <param name="SpeedUp">Sailing faster to berth before the ETA.</param>
/// <param name="Rejection">Calls left out.</param>
/// <param name="Change">Departing from the baseline.</param>
/// <param name="Makespan">The last end of all calls.</param>
/// <param name="Constant">The objective's constant.</param>
public readonly record struct CostTerms(
    long Waiting, long Stay, long Lateness, long Deviation, long CraneSlots, long SpeedUp, long Rejection, long Change, long Makespan, long Constant)
{
    /// <summary>The cost: the sum of all terms, held at the limits of 64 bits (which only plans with absurd values reach).</summary>
    public long Total => (long)Int128.Clamp(
        (Int128)Waiting + Stay + Lateness + Deviation + CraneSlots + SpeedUp + Rejection + Change + Makespan + Constant, long.MinValue, long.MaxValue);
}
