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
}
