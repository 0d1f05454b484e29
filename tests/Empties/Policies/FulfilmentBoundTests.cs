using BerthOpt.Empties;
using BerthOpt.Tests.Empties.Simulation;

namespace BerthOpt.Tests.Empties.Policies;

public sealed class FulfilmentBoundTests
{
    [Fact]
    public void No_policy_does_better()
    {
        var tight = 0;
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var bound = FulfilmentBound.Boxes(path);
            foreach (IRepositioningPolicy policy in (IRepositioningPolicy[])[new NoRepositioning(), new RandomMoves(seed), new RollingPolicy(path.Schedule, new RollingPolicyOptions { TrueOrders = path })])
            {
                var result = EmptiesSimulator.Run(path, policy, seed);
                Assert.InRange(result.Requirements - result.Shortage, 0, bound);
                tight += result.Requirements - result.Shortage == bound ? 1 : 0;
            }
        }

        Assert.True(tight > 20);
    }

    [Theory]
    [InlineData("toy.4p_ssdd_l0.0.d1120")]
    [InlineData("toy.6p_sssbdd_l0.0.d1120")]
    public void All_orders_of_the_toys_can_be_fulfilled(string name) => Assert.Equal(2_240_000, FulfilmentBound.Boxes(EmptiesSimulatorTests.Published(name)));

    /// <summary>The first vessel is full and slow; what it leaves behind comes with the second, sooner than it would have come.</summary>
    [Fact]
    public void A_box_may_come_with_a_later_vessel_that_is_faster()
    {
        var path = new SamplePath(new SamplePathParts
        {
            Name = "slow and fast",
            Ticks = 30,
            Ports = [new SamplePort { Name = "A", Empties = 10 }, new SamplePort { Name = "B" }],
            Vessels = [new SampleVessel { Name = "slow", Capacity = 0 }, new SampleVessel { Name = "fast", Capacity = 10 }],
            Stops = [new(0, 1, 0, 1), new(0, 0, 3, 4), new(0, 1, 40, 41), new(1, 1, 0, 1), new(1, 0, 5, 6), new(1, 1, 9, 10)],
            Orders = [new(2, 0, 1, 10), new(20, 1, 0, 10)],
        });

        var result = EmptiesSimulator.Run(path, new NoRepositioning());

        Assert.Equal(0, result.Shortage);
        Assert.Equal(20, FulfilmentBound.Boxes(path));
    }
}
