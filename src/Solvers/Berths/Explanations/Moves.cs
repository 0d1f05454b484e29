using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>What is different between two plans.</summary>
internal static class Moves
{
    /// <summary>Puts every call back where it was that can go there at no more cost: what is left has a reason.</summary>
    public static BerthPlan Undo(BerthProblem problem, BerthPlan before, BerthPlan after, int call)
    {
        var cost = BerthChecker.Check(problem, after).Cost.Total;
        for (var other = 0; other < after.Assignments.Length; other++)
        {
            if (other == call || after.Assignments[other] == before.Assignments[other])
            {
                continue;
            }

            var undone = new BerthPlan(after.Assignments.Select((assignment, index) => index == other ? before.Assignments[other] : assignment));
            var check = BerthChecker.Check(problem, undone);
            if (check.IsValid && check.Cost.Total <= cost)
            {
                (after, cost) = (undone, check.Cost.Total);
            }
        }

        return after;
    }

    /// <summary>The calls that lie elsewhere, at another time or with another number of cranes; that a call has other cranes of its rail is no move.</summary>
    public static ImmutableArray<MovedCall> Between(BerthPlan before, BerthPlan after, int call, BerthCheck now, BerthCheck then) =>
        Changed(before, after, now, then, (from, to) => Plain(from) != Plain(to), call);

    /// <summary>The calls that lie as before, but with other cranes of their rail.</summary>
    public static ImmutableArray<MovedCall> OfCranes(BerthPlan before, BerthPlan after, BerthCheck now, BerthCheck then) =>
        Changed(before, after, now, then, (from, to) => from != to && Plain(from) == Plain(to), -1);

    private static ImmutableArray<MovedCall> Changed(BerthPlan before, BerthPlan after, BerthCheck now, BerthCheck then, Func<Assignment?, Assignment?, bool> isIt, int first) =>
    [
        .. Enumerable.Range(0, before.Assignments.Length)
            .Where(index => isIt(before.Assignments[index], after.Assignments[index]))
            .OrderBy(index => index == first ? -1 : index)
            .Select(index => new MovedCall(index, before.Assignments[index], after.Assignments[index], then.CostByCall[index].Total - now.CostByCall[index].Total)),
    ];

    private static Assignment? Plain(Assignment? assignment) => assignment is { } at ? at with { FirstCrane = -1 } : null;
}
