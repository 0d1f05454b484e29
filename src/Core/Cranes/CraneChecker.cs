using BerthOpt.Cranes.Checking;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>
/// The independent judge of crane plans. It sees a problem and a plan, recomputes everything from first principles, and shares no code
/// with any solver.
/// </summary>
public static class CraneChecker
{
    /// <summary>Greatest number of faults that are listed; more are only counted (<see cref="CraneCheck.FaultsNotListed"/>).</summary>
    public const int MaxFaults = 100_000;

    /// <summary>Judges a plan: lists every broken rule and recomputes the cost. Any plan gives a verdict, however absurd its values.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; when it has not one entry for each task, the entries that it has are judged as those of the first tasks.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CraneCheck Check(CraneProblem problem, CranePlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var faults = new FaultLog<CraneFault>(MaxFaults, (code, task, other, message) => new CraneFault(code, task, other, message), new UnitWords(problem.Grid.SecondsPerSlot, problem.Grid.MetresPerSection, problem.Grid.Origin));
        if (plan.Assignments.Length != problem.Tasks.Length)
        {
            faults.Add(CraneFaultCodes.PlanLength, -1, -1, $"The plan has {plan.Assignments.Length} entries; expected one for each of {problem.Tasks.Length} tasks.");
        }

        var stints = Stint.All(problem, plan);
        TaskCheck.Run(problem, stints, faults);
        CraneTimeCheck.Run(problem, stints, faults);
        RailCheck.Run(problem, stints, faults);
        OrderCheck.Run(problem, stints, faults);
        DirectionCheck.Run(problem, stints, faults);
        return new CraneCheck
        {
            Faults = faults.Listed,
            FaultsNotListed = faults.NotListed,
            Cost = CostAudit.Of(problem, stints),
        };
    }
}
