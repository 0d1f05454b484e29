namespace BerthOpt.Cranes;

/// <summary>
/// The independent judge of crane plans. It sees a problem and a plan, recomputes everything from first principles, and shares no code
/// with any solver.
/// </summary>
public static class CraneChecker
{
    /// <summary>Greatest number of faults that are listed; more are only counted (<see cref="CraneCheck.FaultsNotListed"/>).</summary>
    public const int MaxFaults = 100_000;
}
