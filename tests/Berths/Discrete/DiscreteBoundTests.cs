using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class DiscreteBoundTests
{
    private static readonly StopMonitor Never = new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(25)]
    public void No_bound_exceeds_the_optimum(int above)
    {
        var (decided, closed) = (0, 0);
        for (ulong seed = 0; seed < 300; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, 6, 2);
            if (BerthOracle.Solve(problem) is not { Cost: { } optimum })
            {
                continue;
            }

            decided++;
            var bound = DiscreteEngine.CreateBound(problem);
            Assert.True(bound.Bound <= optimum, $"{problem.Name}: at first {bound.Bound} above {optimum}.");
            for (var part = 0; part < 50 && !bound.Finished; part++)
            {
                var before = bound.Bound;
                bound.Run(50, optimum + above, Never);
                Assert.InRange(bound.Bound, before, optimum);
            }

            closed += bound.Bound == optimum ? 1 : 0;
        }

        Assert.True(decided > 200, $"Only {decided} problems were decided.");
        Assert.True(closed >= decided * 9 / 10, $"Only {closed} of {decided} bounds reach the optimum.");
    }

    /// <summary>Costs in the millions leave fewer digits for prices; the bound must stay a bound.</summary>
    [Fact]
    public void Great_costs_are_no_danger()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var small = RandomDiscreteProblems.Create(seed, 5, 2);
            if (BerthOracle.Solve(small) is not { Cost: { } optimum })
            {
                continue;
            }

            const int scale = 20_000_000;
            var weights = small.Objective;
            var great = new BerthProblem(small.Parts with
            {
                Objective = weights with
                {
                    Waiting = weights.Waiting * scale,
                    Stay = weights.Stay * scale,
                    Lateness = weights.Lateness * scale,
                    Deviation = weights.Deviation * scale,
                    Change = weights.Change * scale,
                    Constant = weights.Constant * scale,
                },
            });
            optimum *= scale;
            var bound = DiscreteEngine.CreateBound(great);
            bound.Run(5000, optimum, Never);
            Assert.InRange(bound.Bound, long.MinValue + 1, optimum);
        }
    }

    [Fact]
    public void A_call_that_fits_nowhere_proves_that_there_is_no_plan()
    {
        var parts = RandomDiscreteProblems.Create(1, 3, 2).Parts;
        var bound = DiscreteEngine.CreateBound(new BerthProblem(parts with { Calls = parts.Calls.SetItem(0, parts.Calls[0] with { Length = 4 }) }));
        Assert.True(bound.ProvesInfeasible);
        Assert.True(bound.Finished);
    }

    [Fact]
    public void The_same_work_gives_the_same_bound()
    {
        var problem = RandomDiscreteProblems.Create(7, 40, 4);
        var lane = DiscreteEngine.CreateLane(problem, new SolverOptions(), 0);
        lane.Run(100_000, Never);
        var whole = DiscreteEngine.CreateBound(problem);
        var parts = DiscreteEngine.CreateBound(problem);
        whole.Run(3000, lane.BestCost, Never);
        for (var part = 0; part < 30; part++)
        {
            parts.Run(100, lane.BestCost, Never);
        }

        Assert.True(whole.Iterations > 10);
        Assert.Equal((whole.Iterations, whole.Bound), (parts.Iterations, parts.Bound));
    }
}
