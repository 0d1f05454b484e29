using BerthOpt.Empties;
using BerthOpt.Search;

namespace BerthOpt.Tests.Empties.Scenarios;

public sealed class TwoStageTests
{
    private static readonly SolverOptions Limited = new() { TimeLimit = null, WorkLimit = 2_000_000, Threads = 2 };
    private static readonly TwoStageOptions Small = new() { Scenarios = 12, TestScenarios = 6, FirstPeriods = 3, Rounds = 12, ScenarioWork = 1_000_000 };

    /// <summary>
    /// Eight are expected and two in a hundred times none or far more: sending for the expected ten costs a box's way, missing one far more. Only the vessel of the
    /// first period goes there, so all is decided before the number is known.
    /// </summary>
    [Fact]
    public void More_is_sent_than_is_expected_where_shortage_is_dear()
    {
        var problem = new EmptiesProblem(new EmptiesParts
        {
            Periods = 6,
            Types = [new ContainerType { Id = "20" }],
            Locations = [new Location { Id = "A" }, new Location { Id = "B" }],
            Stocks = [new LocationStock { Location = 0, Type = 0, Initial = 40 }],
            Demands = [new Demand { Location = 1, Type = 0, Period = 5, Count = 10, Low = 5, High = 15, ShortageCost = 100 }],
            Links = [new Link { Id = "T", From = 0, To = 1, First = 0, Last = 0, Transit = 2, Cost = 10 }],
        });

        var result = TwoStageEmptiesSolver.Solve(problem, Small with { Scenarios = 100, TestScenarios = 100, Rounds = 60 }, Limited)!;

        Assert.Equal(10, Assert.Single(result.ExpectedPlan.Links).Count);
        Assert.InRange(Assert.Single(result.Plan.Links).Count, 12, 20);
        Assert.True(result.Test!.Value.Saving > result.Test.Value.HalfWidth, $"{result.Test}");
        Assert.Null(result.Sample.HalfWidth);
    }

    /// <summary>No first decisions can do better than the bound, and the plan is never worse than that for expected numbers in the scenarios that it is made for.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_plan_is_between_the_bound_and_the_plan_for_expected_numbers(ulong seed)
    {
        var problem = seed == 1 ? EmptiesGenerator.Carrier(6, seed, 3) : EmptiesGenerator.Hub(2, seed, 2);
        var result = TwoStageEmptiesSolver.Solve(problem, Small, Limited)!;

        Assert.InRange(result.Sample.Cost, result.LowerBound, result.Sample.ExpectedPlanCost);
        Assert.All(result.Plan.Voyages, move => Assert.InRange(problem.Voyages[move.Voyage].Stops[move.FromStop].Departure, 0, 2));
        var again = TwoStageEmptiesSolver.Solve(problem, Small, Limited with { Threads = 1 })!;
        Assert.Equal((result.Plan.Hash, result.LowerBound, result.Sample, result.Test), (again.Plan.Hash, again.LowerBound, again.Sample, again.Test));
    }

    /// <summary>A network that takes longer than the work for a scenario is solved all the same: costs of a scenario do not fall out.</summary>
    [Fact]
    public void Scenarios_with_too_little_work_for_a_plan_are_given_more()
    {
        var problem = EmptiesGenerator.Carrier(6, 3, 3);
        var result = TwoStageEmptiesSolver.Solve(problem, Small with { ScenarioWork = 1 }, Limited)!;

        Assert.Equal(Small.Scenarios, result.Sample.Scenarios);
        Assert.Equal(Small.TestScenarios, result.Test!.Value.Scenarios);
    }

    [Fact]
    public void Scenarios_are_drawn_round_what_is_expected_and_between_the_quantiles_mostly()
    {
        var problem = new EmptiesProblem(EmptiesExamples.TwoPorts with { Demands = [EmptiesExamples.TwoPorts.Demands[0] with { Count = 100, Low = 80, High = 150 }, EmptiesExamples.TwoPorts.Demands[1]] });
        var drawn = Enumerable.Range(0, 2_000).Select(number => EmptiesScenarios.Draw(problem, 5, number, 0).Demands[0].Count).ToList();

        Assert.InRange(drawn.Count(count => count < 80) / 2_000.0, 0.07, 0.13);
        Assert.InRange(drawn.Count(count => count > 150) / 2_000.0, 0.07, 0.13);
        Assert.All(Enumerable.Range(0, 20), number => Assert.Equal(problem.Demands[0].Count, EmptiesScenarios.Draw(problem, 5, number, 7).Demands[0].Count));
        Assert.Equal(4, EmptiesScenarios.Draw(problem, 5, 3, 0).Demands[1].Count);

        // Neither the next seed nor one that is a step of the generator away has the same scenarios one number on.
        Assert.NotEqual(EmptiesScenarios.Draw(problem, 5, 1, 0).Demands[0].Count, EmptiesScenarios.Draw(problem, unchecked(5 + 0x9E3779B97F4A7C15UL), 0, 0).Demands[0].Count);
    }

    [Fact]
    public void Wrong_options_and_problems_without_a_plan_are_told()
    {
        var none = new EmptiesProblem(EmptiesExamples.TwoPorts with { Locks = [new LockedMove { Voyage = 0, FromStop = 0, ToStop = 1, Type = 1, Count = 11 }] });

        Assert.Null(TwoStageEmptiesSolver.Solve(none, Small, Limited));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoStageEmptiesSolver.Solve(EmptiesExamples.One, Small with { FirstPeriods = 3 }, Limited));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoStageEmptiesSolver.Solve(EmptiesExamples.One, Small with { Scenarios = 0 }, Limited));
        Assert.ThrowsAny<OperationCanceledException>(() => TwoStageEmptiesSolver.Solve(EmptiesExamples.One, Small with { FirstPeriods = 1 }, Limited, new CancellationToken(true)));
    }
}
