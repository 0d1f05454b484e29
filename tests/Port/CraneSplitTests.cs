using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Port;
using BerthOpt.Search;

namespace BerthOpt.Tests.Port;

/// <summary>Splits of cranes over time: the checker on broken ones, the solver against all splits of small rails.</summary>
public sealed class CraneSplitTests
{
    private static readonly SolverOptions Little = new() { TimeLimit = null, WorkLimit = 20_000, Threads = 1 };

    [Fact]
    public void A_free_crane_joins_its_neighbour()
    {
        var (problem, plan) = TwoCalls();

        var result = CraneSplitSolver.Solve(problem, plan, joinSlots: 1);

        // While the first call is there, it has cranes 0 and 1; then crane 1 joins the second call, which takes up to three.
        Assert.Equal([new(0, new(0, 4), new(0, 2)), new(1, new(0, 4), new(2, 3)), new(1, new(4, 12), new(0, 3))], result.Plan!.Stints);
        Assert.Equal(SolveStatus.Optimal, result.Status);

        // Eight slots of 2000 thousandths more, with 8 to 1 slots left; two cranes join with 8 left, each one slot of a whole crane.
        Assert.Equal((2 * 1000 * 1 * 8) - (2000 * 36), result.Cost);
    }

    [Fact]
    public void A_join_that_costs_more_than_it_gains_is_left()
    {
        var (problem, plan) = TwoCalls();

        var result = CraneSplitSolver.Solve(problem, plan, joinSlots: 100);

        Assert.Equal([new(0, new(0, 4), new(0, 2)), new(1, new(0, 12), new(2, 3))], result.Plan!.Stints);
        Assert.Equal(0, result.Cost);
    }

    [Theory]
    [InlineData("crane-numbers", 1, 0, 12, 2, 4)]
    [InlineData("crane-taken-away", 1, 0, 12, 1, 2)]
    [InlineData("crane-crossing", 1, 0, 12, 1, 3)]
    [InlineData("stint-times", 1, 0, 11, 2, 3)]
    [InlineData("stint-times", 1, 0, 13, 2, 3)]
    [InlineData("unknown-call", 7, 0, 12, 2, 3)]
    public void Broken_splits_are_refused(string code, int call, int from, int to, int first, int behind)
    {
        var (problem, plan) = TwoCalls();

        var check = CraneSplitChecker.Check(problem, plan, new CraneSplit([new(0, new(0, 4), new(0, 2)), new(call, new(from, to), new(first, behind))]));

        Assert.Contains(check.Faults, fault => fault.Code == code);
    }

    [Theory]
    [InlineData(CraneRule.Specific)]
    [InlineData(CraneRule.Total)]
    public void The_solver_finds_the_best_of_all_splits(CraneRule rule)
    {
        var helped = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var problem = Small(seed, rule);
            if (BerthSolver.Solve(problem, Little).Plan is not { } plan)
            {
                continue;
            }

            var result = CraneSplitSolver.Solve(problem, plan, joinSlots: (int)(seed % 3));
            var best = SplitOracle.Least(problem, plan, (int)(seed % 3));

            Assert.Equal(best, result.Cost);
            helped += best < 0 ? 1 : 0;
        }

        Assert.True(helped > 10, $"Only {helped} problems had a free crane of use.");
    }

    [Fact]
    public void Large_rails_are_split_too_and_say_how_far_from_the_best()
    {
        var problem = BerthGenerator.Generate(GeneratedKind.MeiselBierwirth, 40, 3);
        var plan = BerthSolver.Solve(problem, Little).Plan!;

        var result = CraneSplitSolver.Solve(problem, plan);

        Assert.True(CraneSplitChecker.Check(problem, plan, result.Plan!).IsValid);
        Assert.True(result.Cost < 0 && result.LowerBound <= result.Cost);
    }

    private static (BerthProblem Problem, BerthPlan Plan) TwoCalls()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 40,
            Quays = [new Quay { Id = "Q", Length = 20 }],
            CranePools = [new CranePool { Id = "P", Count = 3, Quays = [0] }],
            Calls =
            [
                new Call { Id = "A", Length = 8, Arrival = 0, Handling = Handling.ByCranes(1, [8, 4]) },
                new Call { Id = "B", Length = 8, Arrival = 0, Handling = Handling.ByCranes(1, [12, 6, 4]) },
            ],
        });
        return (problem, new BerthPlan([new Assignment(0, -1, 0, 0, 4, 2, 0), new Assignment(0, -1, 10, 0, 12, 1, 2)]));
    }

    private static BerthProblem Small(ulong seed, CraneRule rule)
    {
        var rng = new Rng(seed);
        var cranes = rng.Next(2, 5);
        ImmutableArray<CraneOutage> outages = rng.Next(3) == 0 ? [new CraneOutage(rng.Next(cranes), new(rng.Next(4), rng.Next(5, 9)))] : [];
        return new BerthProblem(new BerthParts
        {
            Horizon = 60,
            Quays = [new Quay { Id = "Q", Length = 20 }],
            CranePools = [new CranePool { Id = "P", Count = cranes, Quays = [0], Rule = rule, Outages = outages }],
            Calls =
            [
                .. Enumerable.Range(0, rng.Next(2, 4)).Select(call => new Call
                {
                    Id = $"V{call}",
                    Length = rng.Next(4, 9),
                    Arrival = rng.Next(5),
                    Priority = rng.Next(1, 4),
                    Handling = Handling.ByCranes(1, [.. Enumerable.Range(1, rng.Next(1, cranes + 1)).Select(crew => 1 + (rng.Next(8, 13) / crew))]),
                    Rates = new Rates { Waiting = 10, Stay = 5, CraneSlot = 3 },
                }),
            ],
        });
    }
}
