using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Lists of faults of berth plans.</summary>
internal static class BerthFaultLog
{
    public static FaultLog<PlanFault> New() => new(BerthChecker.MaxFaults, (code, call, other, message) => new PlanFault(code, call, other, message));
}
