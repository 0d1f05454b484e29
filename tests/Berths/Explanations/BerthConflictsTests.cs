using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>What is said to be unable to hold together cannot, and each part of it is needed: an oracle that tries everything says so too.</summary>
public sealed class BerthConflictsTests
{
    private const ulong Problems = 400;
    private const long Work = 3_000_000;

    [Fact]
    public void Conflicts_are_real_and_each_part_of_them_is_needed()
    {
        var (found, minimal) = (0, 0);
        for (ulong seed = 1; seed <= Problems && found < 40; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            if (BerthConflicts.Find(problem, Work) is not { } conflict)
            {
                continue;
            }

            found++;
            Assert.True(HasPlan(problem, conflict.Restrictions) is null or false, $"{problem.Name}: {RestrictionText.Of(problem, conflict)}");
            if (conflict.IsMinimal)
            {
                minimal++;
                Assert.All(conflict.Restrictions, restriction => Assert.True(
                    HasPlan(problem, conflict.Restrictions.Remove(restriction)) is null or true, $"{problem.Name}: {RestrictionText.Of(problem, restriction)} is not needed: {RestrictionText.Of(problem, conflict)}"));
            }
        }

        Assert.True(found > 15 && minimal > 10, $"{found} conflicts, {minimal} of them minimal.");
    }

    [Fact]
    public void A_feasible_problem_has_no_conflict()
    {
        foreach (var (problem, _) in BerthExplainerTests.Plans(40))
        {
            Assert.Null(BerthConflicts.Find(problem, Work));
        }
    }

    [Fact]
    public void Two_pins_at_one_place_are_told_and_nothing_else()
    {
        var parts = BerthGenerator.MeiselBierwirth(30, 1).Parts;
        var two = parts.Calls.Select((call, index) => index is 3 or 7 ? call with { Arrival = 0, EarliestStart = null, Pin = new Pin(0, 0, 5) } : call);
        var problem = new BerthProblem(parts with { Calls = [.. two] });

        var conflict = BerthConflicts.Find(problem);

        Assert.Equal([new Restriction(RestrictionKind.Call, 3), new Restriction(RestrictionKind.Call, 7), new Restriction(RestrictionKind.Pin, 3), new Restriction(RestrictionKind.Pin, 7)], conflict!.Restrictions);
        Assert.True(conflict.IsMinimal);
        Assert.Equal(SolveStatus.Infeasible, BerthSolver.Solve(problem, new SolverOptions { WorkLimit = 500_000, TimeLimit = null }).Status);
    }

    /// <summary>Whether some calls and rules can hold together; null where the oracle cannot say.</summary>
    private static bool? HasPlan(BerthProblem problem, IEnumerable<Restriction> kept)
    {
        var relaxed = Restriction.Lift(problem, Restriction.Of(problem).Except(kept));
        return BerthOracle.Solve(new BerthProblem(relaxed.Parts with { Objective = new Objective { Makespan = 0 } })) is { } answer ? answer.Plan is not null : null;
    }
}
