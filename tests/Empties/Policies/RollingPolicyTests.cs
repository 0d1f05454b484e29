using BerthOpt.Empties;
using BerthOpt.Tests.Empties.Simulation;

namespace BerthOpt.Tests.Empties.Policies;

public sealed class RollingPolicyTests
{
    [Theory]
    [InlineData("toy.4p_ssdd_l0.0.d1120")]
    [InlineData("toy.5p_ssddd_l0.0.d1120")]
    [InlineData("toy.6p_sssbdd_l0.0.d1120")]
    public void Serves_every_order_of_the_toys_without_knowing_them(string name)
    {
        var path = EmptiesSimulatorTests.Published(name);

        var result = EmptiesSimulator.Run(path, new RollingPolicy(path.Schedule));

        Assert.Equal(0, result.Shortage);
    }

    [Fact]
    public void Two_thirds_of_the_orders_of_22_ports_are_served_in_the_first_half_year()
    {
        var path = EmptiesSimulatorTests.Published("global_trade.22p_l0.0.d1120", 180);
        var none = EmptiesSimulator.Run(path, new NoRepositioning());

        var result = EmptiesSimulator.Run(path, new RollingPolicy(path.Schedule, new RollingPolicyOptions { Window = 42, Every = 14, Rounds = 2 }));

        Assert.True(result.Fulfilment > none.Fulfilment + 0.01, $"{result.Fulfilment} and {none.Fulfilment}");
    }

    [Fact]
    public void The_same_path_gives_the_same_actions()
    {
        var path = EmptiesSimulatorTests.Published("toy.6p_sssbdd_l0.6.d1120", 200);

        SimulationResult Run() => EmptiesSimulator.Run(path, new RollingPolicy(path.Schedule));

        Assert.Equal(Run().Actions, Run().Actions);
    }

    /// <summary>Whatever the path, every action can be carried out.</summary>
    [Fact]
    public void Random_paths_are_played_to_the_end()
    {
        var moved = 0L;
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var options = new RollingPolicyOptions { Window = 1 + (int)(seed % 30), Every = 1 + (int)(seed % 5), TrueOrders = seed % 2 == 0 ? path : null };

            var result = EmptiesSimulator.Run(path, new RollingPolicy(path.Schedule, options), seed);

            Assert.Empty(ActionChecker.Check(path, ActionCheckerTests.Listed(result), seed).Faults);
            moved += result.Operations;
        }

        Assert.True(moved > 0);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, -1)]
    public void Options_out_of_range_are_refused(int window, int every, int rounds)
    {
        var options = new RollingPolicyOptions { Window = window, Every = every, Rounds = rounds };

        Assert.Throws<ArgumentOutOfRangeException>(() => new RollingPolicy(RandomSamplePaths.Of(1).Schedule, options));
    }
}
