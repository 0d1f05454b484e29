using BerthOpt.Empties;
using BerthOpt.Tests.Empties.Simulation;

namespace BerthOpt.Tests.Empties.Policies;

public sealed class LearnedOrdersTests
{
    [Fact]
    public void Orders_that_do_not_change_are_expected_exactly_from_the_first_day()
    {
        var path = EmptiesSimulatorTests.Published("global_trade.22p_l0.0.d1120", 40);
        var learned = Seen(path, 1);

        var expected = new List<SampleOrder>();
        learned.Expect(0, 20, expected);

        Assert.Equal(path.Orders.Where(order => order.Tick is > 0 and <= 20), expected);
    }

    [Fact]
    public void A_period_is_found_once_it_has_been_seen()
    {
        var path = EmptiesSimulatorTests.Published("global_trade.22p_l0.3.d1120", 400);
        var (early, late) = (Seen(path, 60), Seen(path, 250));
        early.Expect(59, 100, []);

        var expected = new List<SampleOrder>();
        late.Expect(249, 350, expected);

        Assert.Equal((0, 112), (early.Period, late.Period));
        for (var tick = 250; tick <= 350; tick++)
        {
            Assert.InRange(expected.Where(order => order.Tick == tick).Sum(order => order.Quantity) / (double)path.OrdersAt(tick).ToArray().Sum(order => order.Quantity), 0.95, 1.05);
        }
    }

    private static LearnedOrders Seen(SamplePath path, int ticks)
    {
        var learned = new LearnedOrders(path.Schedule);
        foreach (var order in path.Orders.Where(order => order.Tick < ticks))
        {
            learned.Seen(order);
        }

        return learned;
    }
}
