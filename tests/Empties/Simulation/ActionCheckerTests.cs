using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties.Simulation;

public sealed class ActionCheckerTests
{
    /// <summary>Two programs that share no code agree on every figure.</summary>
    [Fact]
    public void Simulator_and_checker_agree_on_random_actions()
    {
        var (lost, moved) = (0L, 0L);
        for (var seed = 1UL; seed <= 400; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var result = EmptiesSimulator.Run(path, new RandomMoves(seed), seed);

            var check = ActionChecker.Check(path, Listed(result), seed);

            Assert.Empty(check.Faults);
            Assert.Equal((result.Requirements, result.Shortage, result.Operations), (check.Requirements, check.Shortage, check.Operations));
            lost += result.Shortage;
            moved += result.Operations;
        }

        Assert.True(lost > 0 && moved > 0);
    }

    [Fact]
    public void Replayed_actions_give_the_same_course()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var result = EmptiesSimulator.Run(path, new RandomMoves(seed), seed);

            var again = EmptiesSimulator.Run(path, new ListedActions(Listed(result)), seed);

            Assert.Equal(result.Stocks, again.Stocks);
            Assert.Equal(result.Actions, again.Actions);
        }
    }

    [Fact]
    public void An_action_without_a_call_is_told()
    {
        var path = RandomSamplePaths.Of(1);
        var list = new ActionList([new RepositioningAction(path.Schedule.Ticks, 0, 0, 1)], [7]);

        var fault = Assert.Single(ActionChecker.Check(path, list).Faults);

        Assert.Equal(("no-call", "line 7"), (fault.Code, fault.Place));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void An_action_beyond_the_range_is_refused_with_its_line(int sign)
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var result = EmptiesSimulator.Run(path, new RandomMoves(seed), seed);
            if (result.Actions.IsEmpty)
            {
                continue;
            }

            var at = (int)(seed % (ulong)result.Actions.Length);
            var broken = result.Actions.SetItem(at, result.Actions[at] with { Quantity = sign * 1000 });
            var list = new ActionList(broken, Listed(result).Lines);

            var check = ActionChecker.Check(path, list, seed);
            var refused = Assert.Throws<BerthOpt.Diagnostics.InvalidInputException>(() => EmptiesSimulator.Run(path, new ListedActions(list), seed));

            Assert.Equal(("out-of-range", $"line {at + 2}"), (check.Faults[0].Code, check.Faults[0].Place));
            Assert.Equal(("out-of-range", $"line {at + 2}"), (refused.Faults[0].Code, refused.Faults[0].Place));
        }
    }

    internal static ActionList Listed(SimulationResult result) => new(result.Actions, [.. Enumerable.Range(2, result.Actions.Length)]);
}
