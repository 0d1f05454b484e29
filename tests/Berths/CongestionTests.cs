using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>What cranes are worth to those who wait grows with what waiting costs, and is nothing where cranes are never short.</summary>
public sealed class CongestionTests
{
    private static readonly BerthProblem SmallPort = BerthGenerator.Port(1, 3);

    [Fact]
    public void A_crane_slot_is_worth_as_much_more_as_waiting_costs_more()
    {
        var congestion = new Congestion(new BerthModel(SmallPort));

        Assert.True(congestion.Matters);
        Assert.Equal(0, congestion.CranePrice(0));
        Assert.True(congestion.CranePrice(1000) > 0);
        Assert.Equal(2 * congestion.CranePrice(1000), congestion.CranePrice(2000), 9);
    }

    [Fact]
    public void A_call_that_is_placed_always_costs_less_than_one_that_is_missing()
    {
        var model = new BerthModel(SmallPort);
        var price = new Congestion(model).CranePrice(long.MaxValue);
        var work = model.Calls.Max(call => call.Zones.Max(zone => zone.Options.Max(option => (long)option.Cranes * option.MaxSlots)));

        Assert.True(price > 0);
        Assert.True(model.Calls.Max(call => call.WorstCost) + (price * work) < model.MissingCost);
    }

    [Fact]
    public void Cranes_that_are_never_short_are_worth_nothing()
    {
        var free = new Congestion(new BerthModel(new BerthProblem(SmallPort.Parts with { CranePools = [] })));

        Assert.False(free.Matters);
        Assert.Equal(0, free.CranePrice(1_000_000));
    }

    [Fact]
    public void The_more_work_a_call_is_for_what_its_waiting_costs_the_longer_others_may_come_before_it()
    {
        var congestion = new Congestion(new BerthModel(Two(new Rates { Waiting = 1 }, 8)));

        Assert.Equal(4 * congestion.Delay(0), congestion.Delay(1), 9);
        Assert.True(new Congestion(new BerthModel(Two(new Rates { Waiting = 100 }, 8))) is var dear && dear.Delay(1) < dear.Delay(0));
    }

    /// <summary>A call of two crane-slots whose waiting costs 1 a slot, and another.</summary>
    private static BerthProblem Two(Rates rates, int slots)
    {
        var call = new Call { Id = "A", Length = 7, Arrival = 0, Handling = Handling.ByCranes(1, [2]), Rates = new Rates { Waiting = 1 } };
        return new BerthProblem(new BerthParts
        {
            Horizon = 50,
            Quays = [new Quay { Id = "Q", Length = 20 }],
            CranePools = [new CranePool { Id = "P", Count = 2, Quays = [0] }],
            Calls = [call, call with { Id = "B", Rates = rates, Handling = Handling.ByCranes(1, [slots]) }],
        });
    }
}
