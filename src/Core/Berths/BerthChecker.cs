using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>
/// The independent judge of berth plans. It sees a problem and a plan, recomputes everything from first principles, and shares no code
/// with any solver.
/// </summary>
public static class BerthChecker
{
    /// <summary>Greatest number of faults that are listed; more are only counted (<see cref="BerthCheck.FaultsNotListed"/>).</summary>
    public const int MaxFaults = 100_000;

    /// <summary>Judges a plan: lists every broken rule and recomputes the cost. Any plan gives a verdict, however absurd its values.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; when it has not one entry for each call, the entries that it has are judged as those of the first calls.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static BerthCheck Check(BerthProblem problem, BerthPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var faults = BerthFaultLog.New(problem);
        var visits = Visit.All(problem, plan);
        PresenceCheck.Run(problem, plan, faults);
        PlaceCheck.Run(problem, visits, faults);
        TimeCheck.Run(problem, visits, faults);
        SpaceCheck.Run(problem, visits, faults);
        CraneCheck.Run(problem, visits, faults);
        MovementCheck.Run(problem, visits, faults);
        PinCheck.Run(problem, visits, faults);
        var costs = CostAudit.ByCall(problem, visits);
        return new BerthCheck
        {
            Faults = faults.Listed,
            FaultsNotListed = faults.NotListed,
            Cost = CostAudit.Sum(problem, visits, costs),
            CostByCall = costs,
        };
    }
}
