using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether each call has as many cranes as it may, and says which just where it must; then each pool's own rule.</summary>
internal static class CraneCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        var poolOf = new CranePool?[problem.Quays.Length];
        foreach (var pool in problem.CranePools)
        {
            foreach (var quay in pool.Quays)
            {
                poolOf[quay] = pool;
            }
        }

        foreach (var visit in visits)
        {
            if (visit is not null)
            {
                Number(visit, faults);
                if (visit.Quay is not null)
                {
                    First(visit, poolOf[visit.Assignment.Quay], faults);
                }
            }
        }

        foreach (var pool in problem.CranePools)
        {
            var working = visits.OfType<Visit>().Where(visit => Works(visit) && poolOf[visit.Assignment.Quay] == pool).ToList();
            if (pool.Rule == CraneRule.Total)
            {
                CraneTotals.Run(pool, working, faults);
            }
            else
            {
                CraneOrder.Run(problem, pool, working, faults);
            }
        }
    }

    private static bool Works(Visit visit) =>
        visit.Quay is not null && visit.Call.Handling.MaxCranes > 0 && visit.Assignment.Cranes > 0 && visit.WorkEnd > visit.Start;

    private static void Number(Visit visit, FaultLog<PlanFault> faults)
    {
        var (min, max) = (visit.Call.Handling.MinCranes, visit.Call.Handling.MaxCranes);
        if (!visit.CranesInRange)
        {
            faults.Add(BerthFaultCodes.CraneCount, visit, $"has {visit.Assignment.Cranes} cranes; expected {(max == 0 ? "0, for cranes do not matter to it" : $"{min} to {max}")}.");
        }
    }

    private static void First(Visit visit, CranePool? pool, FaultLog<PlanFault> faults)
    {
        var (first, count) = (visit.Assignment.FirstCrane, visit.Assignment.Cranes);
        if (pool is not { Rule: CraneRule.Specific } || count <= 0 || visit.Call.Handling.MaxCranes == 0)
        {
            if (first != -1)
            {
                faults.Add(BerthFaultCodes.CraneNumbers, visit, $"has a first crane, {first + 1L}; expected none, for {(pool is { Rule: CraneRule.Specific } ? "no crane works on it" : $"the cranes of quay \"{visit.Quay!.Id}\" are not told apart")}.");
            }
        }
        else if (first < 0 || (long)first + count > pool.Count)
        {
            faults.Add(BerthFaultCodes.CraneNumbers, visit, $"has {count} cranes {(first < 0 ? "without a first one" : $"from number {first + 1L} on")}; expected numbers within 1 to {pool.Count}, the cranes of pool \"{pool.Id}\".");
        }
    }
}
