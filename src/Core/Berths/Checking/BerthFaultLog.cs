using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths.Checking;

/// <summary>Lists of faults of berth plans.</summary>
internal static class BerthFaultLog
{
    public static FaultLog<PlanFault> New(BerthProblem problem) => new(BerthChecker.MaxFaults, (code, call, other, message) => new PlanFault(code, call, other, message), WordsOf(problem.Grid));

    /// <summary>How messages say times and places of a problem.</summary>
    public static UnitWords WordsOf(Grid grid) => new(grid.MinutesPerSlot * 60, grid.MetresPerSection, grid.Origin);
}
