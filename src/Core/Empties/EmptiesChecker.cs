using BerthOpt.Diagnostics;
using BerthOpt.Empties.Checking;

namespace BerthOpt.Empties;

/// <summary>
/// The independent judge of plans for empties. It sees a problem and a plan, follows every container from period to period, recomputes all costs, and
/// shares no code with any solver.
/// </summary>
public static class EmptiesChecker
{
    /// <summary>Greatest number of faults that are listed; more are only counted (<see cref="EmptiesCheck.FaultsNotListed"/>).</summary>
    public const int MaxFaults = 100_000;

    /// <summary>Judges a plan: lists every broken rule and recomputes the cost. Any plan gives a verdict, however absurd its values.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; entries that name what there is not are reported, and then left out.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static EmptiesCheck Check(EmptiesProblem problem, EmptiesPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var faults = new FaultLog<EmptiesFault>(MaxFaults, (code, location, period, message) => new EmptiesFault(code, location, period, message));
        var known = KnownEntries.Of(problem, plan, faults);
        var ledger = StockLedger.Of(problem, known);
        var use = WayUse.Of(problem, known);
        StockCheck.Run(problem, ledger, faults);
        CirclingCheck.Run(problem, known, ledger, faults);
        WayCheck.Run(problem, known, use, faults);
        GivenCheck.Run(problem, known, faults);
        LeaseCheck.Run(problem, known, faults);
        return new EmptiesCheck
        {
            Faults = faults.Listed,
            FaultsNotListed = faults.NotListed,
            Cost = CostAudit.Of(problem, known, ledger),
        };
    }
}
