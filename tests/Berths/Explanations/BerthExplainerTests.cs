using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>What is said of a plan is true: the checker says so too, once what stands in the way is gone, and not before.</summary>
public sealed class BerthExplainerTests
{
    private const int Problems = 120;

    [Fact]
    public void What_stands_in_the_way_does_and_nothing_else()
    {
        var (free, blocked) = (0, 0);
        foreach (var (problem, plan) in Plans(Problems))
        {
            foreach (var call in BerthExplainer.Explain(problem, plan).Where(call => call.Assignment is not null))
            {
                var at = call.Assignment!.Value;
                Assignment Nearer(Stretch stretch, int position) => at with
                {
                    Quay = stretch.Quay,
                    Position = position,
                    Berth = problem.Quays[stretch.Quay].Berths.ToList().FindIndex(berth => berth.Start == position),
                };
                foreach (var (stretch, places) in call.Earlier.Select(stretch => (stretch, Values(stretch).Select(start => at with { Start = start })))
                    .Concat(call.Nearer.Select(stretch => (stretch, Values(stretch).Select(position => Nearer(stretch, position)))))
                    .Concat(call.MoreCranes is { } more ? [(more, [at with { Cranes = more.From }])] : []))
                {
                    if (stretch.IsFree)
                    {
                        free++;
                        var costs = places.Select(place => Elsewhere.Cost(problem, plan, call.Call, place, [])).ToList();
                        Assert.DoesNotContain(null, costs);
                        Assert.Equal(costs.Min() - BerthChecker.Check(problem, plan).Cost.Total, stretch.CostChange);
                    }
                    else
                    {
                        blocked++;
                        Assert.All(places, place => Blocks(problem, plan, call.Call, place, stretch));
                    }
                }
            }
        }

        Assert.True(free > 20 && blocked > 100, $"{free} free and {blocked} blocked stretches.");
    }

    private static void Blocks(BerthProblem problem, BerthPlan plan, int call, Assignment place, Stretch stretch)
    {
        var all = stretch.Obstacles.SelectMany(obstacle => obstacle.Restrictions).ToList();
        var what = $"{problem.Name}, call {call} at {place}: {string.Join("; ", stretch.Obstacles.Select(obstacle => $"{obstacle.Code} of {string.Join(", ", obstacle.Restrictions)}"))}";
        Assert.True(Elsewhere.Cost(problem, plan, call, place, []) is null, $"Nothing stands in the way of {what}");
        Assert.True(stretch.Obstacles.All(obstacle => !obstacle.Restrictions.IsEmpty) == (Elsewhere.Cost(problem, plan, call, place, all) is not null), $"Something else stands in the way of {what}");
        foreach (var obstacle in stretch.Obstacles)
        {
            Assert.True(Elsewhere.Cost(problem, plan, call, place, all.Except(obstacle.Restrictions)) is null, $"{obstacle.Code} does not stand in the way of {what}");
        }
    }

    private static IEnumerable<int> Values(Stretch stretch) => Enumerable.Range(stretch.From, stretch.To - stretch.From);

    /// <summary>Small random problems with the plans of a short search.</summary>
    internal static IEnumerable<(BerthProblem Problem, BerthPlan Plan)> Plans(int problems)
    {
        for (ulong seed = 1; seed <= (ulong)problems; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            var result = BerthSolver.Solve(problem, new SolverOptions { WorkLimit = 4_000, TimeLimit = null, Threads = 1, Bounds = false });
            if (result.Plan is { } plan)
            {
                yield return (problem, plan);
            }
        }
    }
}
