using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Finds other cranes for a call that has begun and cannot keep its own, so that as many of the others as can be stay as they are beside it.</summary>
internal static class OtherCranes
{
    /// <summary>Each choice is judged beside all calls; so many, the nearest ones, are enough for any pool that one quay has.</summary>
    private const int MostChoices = 500;

    /// <summary>The plan with other cranes at the call, and who cannot stay beside it; both as they were where no cranes will do.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="order">The calls that might stay (<see cref="StandingCalls"/>).</param>
    /// <param name="why">Why some cannot, the call itself among them.</param>
    /// <param name="begun">How many of them, the first ones, have begun: better that any number of others cannot stay than one of these.</param>
    /// <param name="call">The call.</param>
    public static (BerthPlan Plan, string?[] Why) Of(BerthProblem problem, BerthPlan plan, int[] order, string?[] why, int begun, int call)
    {
        var best = (Plan: plan, Why: why);
        var gone = int.MaxValue;
        foreach (var stay in Choices(problem, call, plan.Assignments[call]!.Value).Take(MostChoices))
        {
            var changed = new BerthPlan(plan.Assignments.SetItem(call, stay));
            var now = StandingCalls.Of(problem, changed, order);
            var price = order.Index().Sum(other => now[other.Item] is null ? 0 : other.Index < begun ? order.Length : 1);
            if (now[call] is null && price < gone)
            {
                (best, gone) = ((changed, now), price);
            }

            if (gone == 0)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The stay with other cranes, numbers like its own first.</summary>
    private static IEnumerable<Assignment> Choices(BerthProblem problem, int call, Assignment stay)
    {
        var handling = problem.Calls[call].Handling;
        var pool = problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(stay.Quay));
        foreach (var cranes in Enumerable.Range(handling.MinCranes, handling.MaxCranes - handling.MinCranes + 1).Where(cranes => cranes > 0).OrderBy(cranes => Math.Abs(cranes - stay.Cranes)))
        {
            var firsts = pool is { Rule: CraneRule.Specific } ? Enumerable.Range(0, Math.Max(0, pool.Count - cranes + 1)).OrderBy(first => Math.Abs(first - stay.FirstCrane)) : Enumerable.Repeat(-1, 1);
            foreach (var first in firsts)
            {
                var other = stay with { Cranes = cranes, FirstCrane = first };
                if (Visit.Of(problem, call, other).Handling is { } slots)
                {
                    yield return other with { End = (int)Math.Min((long)stay.Start + slots, int.MaxValue) };
                }
            }
        }
    }
}
