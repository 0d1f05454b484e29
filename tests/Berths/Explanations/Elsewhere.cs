using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Whether a call of a plan could be somewhere else, asked of the checker alone: with any departure and any first crane.</summary>
internal static class Elsewhere
{
    /// <summary>The least cost of the plan with the call there, once some restrictions are lifted; null when the checker refuses it in all ways.</summary>
    public static long? Cost(BerthProblem problem, BerthPlan plan, int call, Assignment there, IEnumerable<Restriction> lifted)
    {
        var gone = lifted.ToHashSet();
        var relaxed = Restriction.Lift(problem, gone);
        var others = plan.Assignments.Select((assignment, index) => gone.Contains(new Restriction(RestrictionKind.Call, index)) ? null : assignment).ToArray();
        long? least = null;
        for (var end = there.Start + 1; end <= problem.Horizon; end++)
        {
            for (var first = -1; first <= 4; first++)
            {
                others[call] = there with { End = end, FirstCrane = first };
                var check = BerthChecker.Check(relaxed, new BerthPlan(others));
                if (check.IsValid && !(check.Cost.Total >= least))
                {
                    least = check.Cost.Total;
                }
            }
        }

        return least;
    }
}
