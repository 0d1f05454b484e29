using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesKpisTests
{
    [Fact]
    public void Figures_are_those_counted_by_hand()
    {
        var parts = EmptiesExamples.TwoPorts with { Leases = [new Lease { Id = "H", Type = 0, Most = 3, Initial = 1, OnHire = [new HirePlace(1, 0)] }] };
        var plan = new EmptiesPlan
        {
            Voyages = [new VoyageMove(0, 0, 1, 0, 6), new VoyageMove(0, 0, 1, 1, 4)],
            Links = [new LinkMove(0, 4, 0, 2)],
            Fulfilments = [new Fulfilment(0, 0, 8), new Fulfilment(1, 1, 4)],
            OnHires = [new HireMove(0, 0, 7, 2)],
        };
        var kpis = EmptiesKpis.Of(new EmptiesProblem(parts), plan);

        Assert.Equal((16, 12, 0.75), (kpis.Asked, kpis.Given, kpis.Fulfilment));
        Assert.Equal([new ModeKpis(TransportMode.Vessel, 10, 14, 100), new ModeKpis(TransportMode.Truck, 2, 2, 120)], kpis.Modes);
        Assert.Equal((10, 1.0, 0.0), (kpis.Loads, kpis.LegUse, kpis.SeaRailShare));

        // One container for ten days, and two for three.
        Assert.Equal(16, kpis.LeasedDays);
        Assert.Equal(14 * 0.5, kpis.Co2Kilograms, 9);

        // 20 over period 0, 14 over three, 12 over six in A; 6 over two in B, and the hired 2 over three; of the 40', 10 over period 0, 6 over nine in A, 4 over two in B.
        Assert.Equal(20 + 42 + 72 + 12 + 6 + 10 + 54 + 8, kpis.IdleDays);
        Assert.Equal(20 + 10 - 12 + 2, kpis.AtTheEnd);
    }

    [Fact]
    public void Nothing_asked_for_is_all_given() => Assert.Equal(1, EmptiesKpis.Of(EmptiesExamples.Nothing, EmptiesPlan.Empty).Fulfilment);
}
