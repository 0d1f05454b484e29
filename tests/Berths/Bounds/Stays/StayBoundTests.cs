using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>No plan costs less than what room at the quay is priced to.</summary>
public sealed class StayBoundTests
{
    [Fact]
    public void The_bound_of_a_small_problem_is_at_most_the_least_cost()
    {
        var (judged, met, above, plans) = (0, 0, 0, 0);
        for (ulong seed = 70_000; judged < 300; seed++)
        {
            var problem = PlaceFreeProblems.Create(seed);
            var model = new BerthModel(problem);
            if (StayModel.TryCreate(model) is not { } stays || BerthOracle.Solve(problem, 100_000)?.Cost is not { } least)
            {
                continue;
            }

            judged++;
            var makespan = model.MakespanRate * MakespanBound.Of(model);
            foreach (var (most, first) in ((int, int)[])[(1000, 1000), (1000, 3), (5, 2)])
            {
                // A plan that costs more than the least, or a bound that goes too far is cut off and not seen.
                var bound = new StayBound(stays, makespan, most, first);
                bound.Run(300_000, least + (Math.Abs(least) / 2) + 7, Never);
                met += bound.Bound == least ? 1 : 0;
                above += bound.Bound > new IdealBound(model, makespan).Bound ? 1 : 0;

                Assert.True(bound.Bound <= least, $"{problem.Name}, {first} to {most} blocks: {bound.Bound}, though a plan costs {least}");
                if (bound.BestCost == long.MaxValue)
                {
                    continue;
                }

                plans++;
                var check = BerthChecker.Check(problem, bound.Best());

                Assert.True(check.IsValid && check.Cost.Total == bound.BestCost, $"{problem.Name}: a plan for {bound.BestCost} that costs {check.Cost.Total}; {string.Join(" ", check.Faults)}");
                Assert.True(bound.BestCost >= least, $"{problem.Name}: a plan for {bound.BestCost}, though the least is {least}");
            }
        }

        Assert.True(plans > judged / 4, $"only {plans} plans");
        Assert.True(met > judged, $"only {met} bounds are tight");
        Assert.True(above > judged / 4, $"only {above} bounds are above that of each call alone");
    }

    /// <summary>Two of three calls fit side by side, so one of them waits; no slot has too much length in the relaxation of the length alone.</summary>
    [Fact]
    public void Calls_that_do_not_fit_in_pairs_are_told_apart()
    {
        Call[] calls = [.. Enumerable.Range(0, 3).Select(index => new Call { Id = $"{index}", Length = 6, Arrival = 0, Handling = Handling.Fixed(5), Rates = new Rates { Waiting = 1 } })];
        var model = new BerthModel(new BerthProblem(new BerthParts { Horizon = 40, Quays = [new Quay { Id = "Q", Length = 11 }], Calls = [.. calls] }));
        var bound = new StayBound(StayModel.TryCreate(model)!, 0);
        bound.Run(3_000_000, 40, Never);

        Assert.Equal(15, bound.Bound);
    }

    [Fact]
    public void Places_that_differ_are_not_for_it()
    {
        var wish = new Call { Id = "A", Length = 2, Arrival = 0, Handling = Handling.Fixed(5), PreferredPosition = 3, Rates = new Rates { Waiting = 1, Deviation = 1 } };
        var parts = new BerthParts { Horizon = 40, Quays = [new Quay { Id = "Q", Length = 11 }], Calls = [wish, wish with { Id = "B" }] };

        Assert.Null(StayModel.TryCreate(new BerthModel(new BerthProblem(parts))));
        Assert.NotNull(StayModel.TryCreate(new BerthModel(new BerthProblem(parts with { Objective = parts.Objective with { Deviation = 0 } }))));
    }

    private static StopMonitor Never => new(new SolverOptions { TimeLimit = null }, CancellationToken.None);
}
