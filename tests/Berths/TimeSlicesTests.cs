using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>Lanes that work at one plan in different parts of the horizon keep it one plan, and a valid one.</summary>
public sealed class TimeSlicesTests
{
    private static readonly BerthProblem SmallPort = BerthGenerator.Port(1, 3);

    [Fact]
    public void All_lanes_have_the_same_valid_plan_after_each_epoch()
    {
        var model = new BerthModel(SmallPort);
        var options = new SolverOptions { TimeLimit = null, Assertions = AssertionLevel.PerIncumbent };
        var stop = new StopMonitor(options, CancellationToken.None);
        RuinAndRecreate[] lanes = [.. Enumerable.Range(0, 4).Select(lane => new RuinAndRecreate(model, options, lane))];
        var slices = new TimeSlices(model, lanes, 1);
        long first = 0;
        for (var epoch = 0; epoch < 60; epoch++)
        {
            foreach (var lane in lanes)
            {
                lane.Run(200_000, stop);
            }

            slices.Join();
            if (!lanes[0].HasBegun)
            {
                continue;
            }

            var state = new BerthState(model);
            state.Load(lanes[0].At);
            var check = BerthChecker.Check(SmallPort, state.ToPlan());
            Assert.True(check.IsValid, string.Join(" ", check.Faults.Take(3)));
            Assert.Equal(state.Cost, check.Cost.Total);
            foreach (var lane in lanes.Skip(1))
            {
                for (var call = 0; call < model.Calls.Length; call++)
                {
                    Assert.True(Placement.Same(lanes[0].At[call], lane.At[call]), $"epoch {epoch}, call {call}");
                }

                Assert.Equal(lanes[0].BestCost, lane.BestCost);
            }

            first = first == 0 ? lanes[0].BestCost : first;
        }

        Assert.All(lanes, lane => Assert.True(lane.Moves > 0));
        Assert.InRange(lanes[0].BestCost, 1, first - (first / 100));
    }

    [Fact]
    public void A_month_at_the_port_has_a_plan_with_little_work()
    {
        var result = BerthSolver.Solve(BerthGenerator.Port(5, 1), new SolverOptions { TimeLimit = null, WorkLimit = 30_000_000, Threads = 2 });

        Assert.NotNull(result.Plan);
        Assert.True(result.LowerBound <= result.Cost);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Threads_do_not_change_a_shared_plan(int threads)
    {
        var options = new SolverOptions { TimeLimit = null, WorkLimit = 30_000_000, Seed = 5 };

        Assert.Equal(BerthSolver.Solve(SmallPort, options with { Threads = 2 }).Plan!.Hash, BerthSolver.Solve(SmallPort, options with { Threads = threads }).Plan!.Hash);
    }
}
