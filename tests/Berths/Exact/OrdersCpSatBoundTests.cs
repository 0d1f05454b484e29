using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Exact;

/// <summary>Clauses over the orders of calls say just what the rules say: their bound is the least cost, and their plans are plans.</summary>
public sealed class OrdersCpSatBoundTests
{
    private const long Work = 4_000_000;

    [Fact]
    public void The_least_cost_of_small_problems_is_proven()
    {
        var (judged, cranes, planned) = (0, 0, 0);
        for (ulong seed = 80_000; judged < 150; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            if (!OrdersCpSatModel.Fits(new BerthModel(problem)) || BerthOracle.Solve(problem, 100_000)?.Cost is not { } least)
            {
                continue;
            }

            judged++;
            cranes += problem.CranePools.Length;
            foreach (var upper in (long[])[least, least + (Math.Abs(least) / 3) + 5])
            {
                using var bound = Run(problem, upper, Work);

                Assert.True(bound.Bound == least, $"{problem.Name}, up to {upper}: {bound.Bound}, though the least is {least}");
                Assert.True(bound.BestCost >= least, $"{problem.Name}: a plan for {bound.BestCost}, though the least is {least}");
                if (bound.BestCost != long.MaxValue)
                {
                    planned++;
                    var check = BerthChecker.Check(problem, bound.Best());

                    Assert.True(check.IsValid && check.Cost.Total == bound.BestCost, $"{problem.Name}: a plan for {bound.BestCost} that costs {check.Cost.Total}; {string.Join(" ", check.Faults)}");
                }
            }
        }

        Assert.True(cranes > 15, $"only {cranes} of the problems have cranes");
        Assert.True(planned > 20, $"only {planned} plans were made");
    }

    /// <summary>On a problem as others publish them, with cranes, the cost of the best plan is proven where the prices alone leave a gap; again and again.</summary>
    [Fact]
    public void The_best_plan_of_a_terminal_is_proven()
    {
        var problem = BerthGenerator.MeiselBierwirth(15, 5);
        var plan = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 4_000_000, Seed = 1 });
        using var bound = Run(problem, plan.Cost!.Value, 200_000_000);
        using var again = Run(problem, plan.Cost.Value, 200_000_000);

        Assert.Equal(Math.Min(plan.Cost.Value, bound.BestCost), bound.Bound);
        Assert.Equal((bound.Bound, bound.Iterations, bound.BestCost), (again.Bound, again.Iterations, again.BestCost));
    }

    [Fact]
    public void Costs_beyond_what_floating_point_numbers_hold_get_no_bound_above_the_best_plan()
    {
        // The best plan lets the first call wait; its cost is odd and above 2^53, so no floating-point number.
        var (cheap, dear) = (9L * 999_979 * 2_147_483_629, 9L * 999_983 * 2_147_483_647);
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 20,
            Quays = [new Quay { Id = "quay", Length = 10 }],
            Calls =
            [
                new Call { Id = "first", Arrival = 0, Length = 10, Handling = Handling.Fixed(9), Priority = 999_979, Rates = new Rates { Waiting = 2_147_483_629 } },
                new Call { Id = "second", Arrival = 0, Length = 10, Handling = Handling.Fixed(9), Priority = 999_983, Rates = new Rates { Waiting = 2_147_483_647 } },
            ],
        });
        using var bound = Run(problem, dear, Work);

        Assert.True(bound.Bound <= cheap, $"{bound.Bound} is above {cheap}");
    }

    /// <summary>What has been started ends at once when its run does.</summary>
    [Fact]
    public void A_run_can_be_ended()
    {
        var problem = BerthGenerator.MeiselBierwirth(60, 1);
        using var bound = new OrdersCpSatBound(new BerthModel(problem), new SolverOptions { TimeLimit = null, Threads = 2 }, 4);
        bound.Run(1_000_000, 10_000_000, Never);

        Assert.True(bound.IsBusy);
        bound.Interrupt();

        Assert.False(bound.IsBusy);
        Assert.InRange(bound.Bound, 0, 10_000_000);
    }

    private static StopMonitor Never => new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    private static OrdersCpSatBound Run(BerthProblem problem, long upper, long work)
    {
        var bound = new OrdersCpSatBound(new BerthModel(problem), new SolverOptions { TimeLimit = null, Threads = 1 }, 4);
        for (var slice = 0; slice < 20; slice++)
        {
            bound.Run(work / 4, upper, Never);
        }

        return bound;
    }
}
