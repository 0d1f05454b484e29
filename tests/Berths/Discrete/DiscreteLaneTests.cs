using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class DiscreteLaneTests
{
    private static readonly StopMonitor Never = new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    [Fact]
    public void Every_move_of_a_run_has_the_cost_that_was_proposed_and_every_best_plan_is_valid()
    {
        var planned = 0;
        for (ulong seed = 0; seed < 200; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, 25, 4);
            var lane = Lane(problem, seed, assertions: AssertionLevel.PerMove);
            lane.Run(3000, Never);
            if (lane.BestCost == long.MaxValue)
            {
                continue;
            }

            planned++;
            var check = BerthChecker.Check(problem, lane.Best());
            Assert.Empty(check.Faults);
            Assert.Equal(lane.BestCost, check.Cost.Total);
        }

        Assert.True(planned > 150, $"Only {planned} problems have a plan.");
    }

    [Fact]
    public void Small_problems_are_solved_to_the_optimum()
    {
        for (ulong seed = 0; seed < 300; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, 5, 2);
            if (BerthOracle.Solve(problem) is { } answer)
            {
                var lane = Lane(problem, seed);
                lane.Run(5000, Never);
                Assert.Equal(answer.Cost ?? long.MaxValue, lane.BestCost);
            }
        }
    }

    [Fact]
    public void A_run_in_parts_is_the_run_in_one_piece()
    {
        var problem = RandomDiscreteProblems.Create(7, 40, 4);
        var whole = Lane(problem, 3);
        var parts = Lane(problem, 3);
        whole.Run(60_000, Never);
        for (var part = 0; part < 60; part++)
        {
            parts.Run(part % 2 == 0 ? 1 : 1999, Never);
        }

        Assert.Equal(60_000, whole.Moves);
        Assert.Equal(whole.Moves, parts.Moves);
        Assert.Equal(whole.Best().Assignments, parts.Best().Assignments);
    }

    [Fact]
    public void Another_lane_goes_another_way()
    {
        var problem = RandomDiscreteProblems.Create(7, 40, 4);
        var lanes = Enumerable.Range(0, 4).Select(number => Lane(problem, 3, number)).ToArray();
        foreach (var lane in lanes)
        {
            lane.Run(500, Never);
        }

        Assert.True(lanes.Select(lane => lane.Best().Hash).Distinct().Count() > 1);
    }

    [Fact]
    public void A_better_plan_is_taken_over()
    {
        var problem = RandomDiscreteProblems.Create(11, 40, 4);
        var good = Lane(problem, 1);
        var poor = Lane(problem, 2);
        good.Run(200_000, Never);
        poor.Run(1, Never);
        Assert.True(good.BestCost < poor.BestCost);
        poor.Adopt(good.Best(), good.BestCost);
        poor.Run(100_000, Never);
        Assert.True(poor.BestCost <= good.BestCost);
    }

    [Fact]
    public void Moves_allocate_nothing()
    {
        foreach (ulong seed in new ulong[] { 1, 2, 3, 11 })
        {
            var lane = Lane(RandomDiscreteProblems.Create(seed, 40, 4), 1);
            lane.Run(100_000, Never);
            var before = GC.GetAllocatedBytesForCurrentThread();
            lane.Run(100_000, Never);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void A_stopped_lane_still_has_its_first_plan()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var lane = Lane(RandomDiscreteProblems.Create(11, 40, 4), 1);
        lane.Run(1000, new StopMonitor(new SolverOptions(), source.Token));
        Assert.Equal(0, lane.Moves);
        Assert.NotEqual(long.MaxValue, lane.BestCost);
    }

    [Fact]
    public void A_problem_without_calls_has_an_empty_plan()
    {
        var problem = new BerthProblem(RandomDiscreteProblems.Create(1, 3, 2).Parts with { Calls = [], Baseline = null });
        var lane = Lane(problem, 1);
        lane.Run(1000, Never);
        Assert.Equal(problem.Objective.Constant, lane.BestCost);
        Assert.Empty(lane.Best().Assignments);
    }

    private static ISearchLane<BerthPlan> Lane(BerthProblem problem, ulong seed, int number = 0, AssertionLevel assertions = AssertionLevel.None) =>
        DiscreteEngine.CreateLane(problem, new SolverOptions { Seed = seed, Assertions = assertions }, number);
}
