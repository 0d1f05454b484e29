using BerthOpt.Empties;
using BerthOpt.Tests.Empties.Simulation;

namespace BerthOpt.Tests.Empties.Policies;

public sealed class ThresholdPolicyTests
{
    [Fact]
    public void Levels_found_on_one_path_serve_another()
    {
        var levels = ThresholdSearch.Find(EmptiesSimulatorTests.Published("toy.5p_ssddd_l0.0.d1120", 336));
        var path = EmptiesSimulatorTests.Published("toy.5p_ssddd_l0.6.d1120");

        var result = EmptiesSimulator.Run(path, new ThresholdPolicy(levels));

        Assert.True(result.Fulfilment > 0.3, $"{result.Fulfilment}");
        Assert.Empty(ActionChecker.Check(path, ActionCheckerTests.Listed(result)).Faults);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void Levels_out_of_order_are_refused(int low, int high) =>
        Assert.Throws<ArgumentException>(() => new ThresholdPolicy([new ThresholdLevels(low, high)]));
}
