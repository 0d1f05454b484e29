using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes.Checking;

/// <summary>Whether precedences and non-simultaneous pairs are kept.</summary>
internal static class OrderCheck
{
    public static void Run(CraneProblem problem, Stint[] stints, FaultLog<CraneFault> faults)
    {
        foreach (var (first, second) in problem.Precedences)
        {
            if (first < stints.Length && second < stints.Length && stints[second].Start < stints[first].Free)
            {
                faults.Add(CraneFaultCodes.Precedence, first, second, $"{stints[second].Name} starts at {faults.Words.Time(stints[second].Start)}; expected {faults.Words.Time(stints[first].Free)} or later, when {stints[first].Name} has ended, which precedes it.");
            }
        }

        foreach (var (first, second) in problem.NonSimultaneous)
        {
            if (first < stints.Length && second < stints.Length && stints[second].Start < stints[first].Free && stints[first].Start < stints[second].Free)
            {
                faults.Add(CraneFaultCodes.NonSimultaneous, first, second, $"{stints[first].Where(faults.Words)} is at the same time as {stints[second].Where(faults.Words)}; expected one after the other.");
            }
        }
    }
}
