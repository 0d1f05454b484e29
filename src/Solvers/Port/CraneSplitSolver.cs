using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Port;

/// <summary>
/// Splits the cranes of each rail among the calls of a berth plan over time (quay crane assignment with specific cranes; Meisel and
/// Bierwirth 2009): each call keeps what the plan gives it, and cranes that are free join a neighbour where that gains more than it
/// costs. Dynamic programming over the periods between events, on all ways to split the cranes in a period, or on the 256 that gain the
/// most where there are more; only in the first case the split is proven to be the best.
/// </summary>
public static class CraneSplitSolver
{
    /// <summary>Splits the cranes.</summary>
    /// <param name="problem">The berth problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="joinSlots">Slots that a join costs; at least 0; null for <see cref="CraneSplit.JoinSlots"/> of each pool.</param>
    /// <returns>The split, approved by <see cref="CraneSplitChecker"/>, its cost and a lower bound; status unknown where the cranes of a pool that is not told apart cannot stand side by side.</returns>
    /// <exception cref="ArgumentException">The plan is not valid.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the split or its cost: a defect of the solver.</exception>
    public static SolveResult<CraneSplit> Solve(BerthProblem problem, BerthPlan plan, int? joinSlots = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(joinSlots ?? 0);
        if (BerthChecker.Check(problem, plan).Faults is [var fault, ..])
        {
            throw new ArgumentException($"The berth plan is not valid: {fault}", nameof(plan));
        }

        var stints = new List<CraneStint>();
        var (cost, bound, ways) = ((Int128)0, (Int128)0, 0L);
        for (var pool = 0; pool < problem.CranePools.Length; pool++)
        {
            var periods = SplitPeriod.All(problem.CranePools[pool], SplitStay.All(problem, plan, pool));
            var rail = new RailSplit(periods, joinSlots ?? CraneSplit.JoinSlots(problem, pool));
            if (!rail.Run(stints))
            {
                return Result(null, null, null, ways);
            }

            cost += rail.Cost;
            bound += rail.Bound;
            ways += periods.Sum(period => (long)period.States.Count);
        }

        var split = new CraneSplit(stints);
        var check = CraneSplitChecker.Check(problem, plan, split, joinSlots);
        var claimed = (long)Int128.Clamp(cost, long.MinValue, long.MaxValue);
        return check.IsValid && check.Cost == claimed
            ? Result(split, claimed, (long)Int128.Clamp(bound, long.MinValue, long.MaxValue), ways)
            : throw new PlanRefusedException($"The checker refused the split: cost {check.Cost} against {claimed}; {string.Join(" ", check.Faults.Take(3))}");
    }

    private static SolveResult<CraneSplit> Result(CraneSplit? split, long? cost, long? bound, long ways) => new()
    {
        Status = cost is null ? SolveStatus.Unknown : cost == bound ? SolveStatus.Optimal : SolveStatus.Feasible,
        StopReason = cost is not null && cost == bound ? StopReason.Proven : StopReason.NoImprovement,
        Plan = split,
        Cost = cost,
        LowerBound = bound,
        BoundMethod = cost is null ? "none" : cost == bound ? "dynamic programming" : "gain of each call alone",
        Statistics = new SolveStatistics { Work = ways },
    };
}
