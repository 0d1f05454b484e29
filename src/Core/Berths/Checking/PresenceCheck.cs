using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether the plan speaks of every call, and plans those that it must.</summary>
internal static class PresenceCheck
{
    public static void Run(BerthProblem problem, BerthPlan plan, FaultLog<PlanFault> faults)
    {
        if (plan.Assignments.Length != problem.Calls.Length)
        {
            faults.Add(BerthFaultCodes.PlanLength, -1, -1, $"The plan has {plan.Assignments.Length} entries; expected {problem.Calls.Length}, one for each call. Maybe it belongs to another problem.");
        }

        for (var index = 0; index < Math.Min(problem.Calls.Length, plan.Assignments.Length); index++)
        {
            var call = problem.Calls[index];
            if (plan.Assignments[index] is null && !call.Optional)
            {
                faults.Add(BerthFaultCodes.CallLeftOut, index, -1, $"Call \"{call.Id}\" is left out; expected a berth for it. Maybe it should be optional.");
            }
        }
    }
}
