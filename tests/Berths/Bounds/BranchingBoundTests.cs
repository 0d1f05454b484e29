using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>Branching over rectangles ends at the least cost, neither above nor below it.</summary>
public sealed class BranchingBoundTests
{
    [Fact]
    public void Branching_proves_the_least_cost_of_small_problems()
    {
        var (judged, proven, branched) = (0, 0, 0);
        for (ulong seed = 80_000; judged < 400; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            var suits = problem.Quays.Length == 1 && problem.Movements.Caps.Length == 0 && problem.Objective.Makespan == 0 && problem.Calls.All(call => !call.Optional);
            if (!suits || BerthOracle.Solve(problem, 100_000)?.Cost is not { } least)
            {
                continue;
            }

            judged++;
            foreach (var (upper, size) in ((long, (int, int))[])[(least, (1, 1)), (least + (Math.Abs(least) / 3) + 5, (1, 1)), (least + 3, (2, 1)), (least + 3, (1, 3)), (least + 3, (3, 2))])
            {
                var bound = Run(problem, upper, 4_000_000, size);

                Assert.True(bound.Bound <= least, $"{problem.Name}, blocks of {size}, up to {upper}: {bound.Bound} ({bound.Name}), though a plan costs {least}");
                Assert.True(bound.BestCost >= least, $"{problem.Name}: a plan for {bound.BestCost}, though the least is {least}");
                if (bound.BestCost != long.MaxValue)
                {
                    var check = BerthChecker.Check(problem, bound.Best());

                    Assert.True(check.IsValid && check.Cost.Total == bound.BestCost, $"{problem.Name}: a plan for {bound.BestCost} that costs {check.Cost.Total}; {string.Join(" ", check.Faults)}");
                }

                proven += bound.Bound == least ? 1 : 0;
                branched += bound.Name.StartsWith("branching", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(proven > judged, $"only {proven} bounds are tight");
        Assert.True(branched > 50, $"only {branched} bounds come from branching");
    }

    /// <summary>On a problem as others publish them, with cranes, the bound rises above that of the prices, and is the same again.</summary>
    [Fact]
    public void Branching_lifts_the_bound_of_a_terminal()
    {
        var problem = BerthGenerator.MeiselBierwirth(15, 5);
        var plan = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 4_000_000, Seed = 1 });
        var model = new BerthModel(problem);
        var prices = new CellBound(model, 0);
        prices.Run(30_000_000, plan.Cost!.Value, Never);
        var (bound, again) = (Run(problem, plan.Cost.Value, 60_000_000, (1, 1)), Run(problem, plan.Cost.Value, 60_000_000, (1, 1)));

        Assert.True(prices.Bound < plan.Cost, "the prices alone prove it: nothing to branch over");
        Assert.InRange(bound.Bound, prices.Bound + 1, plan.Cost.Value);
        Assert.Equal((bound.Bound, bound.Iterations, bound.BestCost), (again.Bound, again.Iterations, again.BestCost));
    }

    /// <summary>The first slot that a dear early start shares a block with may be closed to arrivals: later starts are still cheaper.</summary>
    [Fact]
    public void A_block_whose_cheap_starts_are_closed_does_not_end_the_list()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 40,
            Quays = [new Quay { Id = "Q", Length = 10 }],
            Calls =
            [
                new Call
                {
                    Id = "A",
                    Length = 10,
                    EarliestStart = 3,
                    Arrival = 5,
                    Handling = Handling.Fixed(6),
                    ArrivalWindows = new TideWindows([new Interval(3, 4), new Interval(6, 30)]),
                    Rates = new Rates { SpeedUp = 100, Waiting = 1 },
                },
                new Call { Id = "B", Length = 10, Arrival = 20, Handling = Handling.Fixed(6), Rates = new Rates { Waiting = 1 } },
            ],
        });
        var bound = Run(problem, 5, 4_000_000, (3, 1));

        Assert.InRange(bound.Bound, 0, 1);
    }

    private static StopMonitor Never => new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    private static BranchingBound Run(BerthProblem problem, long upper, long work, (int Slots, int Cells) size)
    {
        var model = new BerthModel(problem);
        var bound = new BranchingBound(model, new CellBound(model, model.MakespanRate * MakespanBound.Of(model), size));
        for (var slice = 0; slice < 8; slice++)
        {
            bound.Run(work / 8, upper, Never);
        }

        return bound;
    }
}
