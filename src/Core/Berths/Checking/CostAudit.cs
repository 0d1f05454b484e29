using System.Collections.Immutable;

namespace BerthOpt.Berths.Checking;

/// <summary>Prices a plan, term by term, in 128 bits; what does not fit 64 bits (only plans with absurd values) is held at their limits.</summary>
internal static class CostAudit
{
    public static ImmutableArray<CostTerms> ByCall(BerthProblem problem, Visit?[] visits)
    {
        var costs = ImmutableArray.CreateBuilder<CostTerms>(visits.Length);
        for (var index = 0; index < visits.Length; index++)
        {
            costs.Add(visits[index] is { } visit ? Of(problem, visit) : LeftOut(problem, problem.Calls[index]));
        }

        return costs.MoveToImmutable();
    }

    public static CostTerms Sum(BerthProblem problem, Visit?[] visits, ImmutableArray<CostTerms> calls)
    {
        var lastEnd = 0L;
        foreach (var visit in visits)
        {
            lastEnd = Math.Max(lastEnd, visit?.End ?? 0);
        }

        long Total(Func<CostTerms, long> term)
        {
            Int128 sum = 0;
            foreach (var cost in calls)
            {
                sum += term(cost);
            }

            return Held(sum);
        }

        return new CostTerms(
            Waiting: Total(cost => cost.Waiting),
            Stay: Total(cost => cost.Stay),
            Lateness: Total(cost => cost.Lateness),
            Deviation: Total(cost => cost.Deviation),
            CraneSlots: Total(cost => cost.CraneSlots),
            SpeedUp: Total(cost => cost.SpeedUp),
            Rejection: Total(cost => cost.Rejection),
            Change: Total(cost => cost.Change),
            Makespan: Held((Int128)problem.Objective.Makespan * lastEnd),
            Constant: problem.Objective.Constant);
    }

    /// <summary>The cost of a call that is left out.</summary>
    public static CostTerms LeftOut(BerthProblem problem, Call call) =>
        default(CostTerms) with { Rejection = Held((Int128)problem.Objective.Rejection * call.Rates.Rejection) };

    /// <summary>The cost of one call; makespan and constant are 0.</summary>
    public static CostTerms Of(BerthProblem problem, Visit visit)
    {
        var weights = problem.Objective;
        var call = visit.Call;
        var rates = call.Rates;
        Int128 priority = call.Priority;
        var lateness = call.Due == Call.Never ? 0 : Math.Max(0, visit.End - call.Due);
        var craneSlots = visit.Handling is { } slots && visit.CranesInRange ? visit.Assignment.Cranes * slots : 0;
        return new CostTerms(
            Waiting: Held(weights.Waiting * (Int128)rates.Waiting * priority * Math.Max(0, visit.Start - call.Arrival)),
            Stay: Held(weights.Stay * (Int128)rates.Stay * priority * (visit.End - visit.Start)),
            Lateness: Held(weights.Lateness * (Int128)rates.Lateness * priority * lateness),
            Deviation: Held(weights.Deviation * (Int128)rates.Deviation * visit.Deviation),
            CraneSlots: Held(weights.CraneSlots * (Int128)rates.CraneSlot * craneSlots),
            SpeedUp: Held(weights.SpeedUp * (Int128)rates.SpeedUp * Math.Max(0, call.Arrival - visit.Start)),
            Rejection: 0,
            Change: problem.Baseline?.Entries[visit.Index] is { } entry ? Held(weights.Change * Change(visit.Assignment, entry)) : 0,
            Makespan: 0,
            Constant: 0);
    }

    private static Int128 Change(Assignment now, BaselineEntry then)
    {
        var change = (Int128)then.StartRate * Math.Abs((long)now.Start - then.Start);
        if (now.Quay == then.Quay)
        {
            change += (Int128)then.SectionRate * Math.Abs((long)now.Position - then.Position);
        }

        if (now.Quay != then.Quay || now.Position != then.Position)
        {
            change += then.MoveCost;
        }

        if (then.Cranes > 0)
        {
            change += (Int128)then.CraneRate * Math.Abs((long)now.Cranes - then.Cranes);
        }

        return change;
    }

    private static long Held(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
}
