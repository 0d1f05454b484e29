using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Checking;

/// <summary>Whether contracts are kept: no more on hire than they allow, and nothing given back before its term.</summary>
internal static class LeaseCheck
{
    public static void Run(EmptiesProblem problem, KnownEntries known, FaultLog<EmptiesFault> faults)
    {
        for (var index = 0; index < problem.Leases.Length; index++)
        {
            var lease = problem.Leases[index];
            var (taken, returned) = (ByPeriod(problem, known.OnHires, index), ByPeriod(problem, known.OffHires, index));
            long hired = lease.Initial;
            var (due, back) = ((long)lease.Initial, 0L);
            for (var period = 0; period < problem.Periods; period++)
            {
                hired += taken[period] - returned[period];
                due += period >= lease.MinimumTerm ? taken[period - lease.MinimumTerm] : 0;
                back += returned[period];
                if (hired > lease.Most)
                {
                    faults.Add(EmptiesFaultCodes.LeaseExceeded, -1, period, $"Contract \"{lease.Id}\" has {hired} containers on hire at the end of period {period}; expected at most {lease.Most}.");
                }

                if (back > due && returned[period] > 0)
                {
                    faults.Add(EmptiesFaultCodes.LeaseTerm, -1, period, $"Contract \"{lease.Id}\" has {back} containers given back by period {period}; expected at most {due}, those that were on hire at the start or for {lease.MinimumTerm} periods.");
                }
            }
        }
    }

    /// <summary>Containers on hire, added up over the ends of all periods.</summary>
    public static double HiredPeriods(EmptiesProblem problem, KnownEntries known) =>
        problem.Leases.Sum(lease => (double)lease.Initial * problem.Periods)
        + known.OnHires.Sum(hire => (double)hire.Count * (problem.Periods - hire.Period))
        - known.OffHires.Sum(hire => (double)hire.Count * (problem.Periods - hire.Period));

    /// <summary>Containers of a contract by period.</summary>
    public static long[] ByPeriod(EmptiesProblem problem, List<HireMove> hires, int lease)
    {
        var counts = new long[problem.Periods];
        foreach (var hire in hires.Where(hire => hire.Lease == lease))
        {
            counts[hire.Period] += hire.Count;
        }

        return counts;
    }
}
