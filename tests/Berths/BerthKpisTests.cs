using BerthOpt.Berths;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

/// <summary>Numbers worked out by hand. A slot is half an hour, a section 25 metres.</summary>
public sealed class BerthKpisTests
{
    private static readonly Grid HalfHours = new() { MinutesPerSlot = 30, MetresPerSection = 25 };

    /// <summary>
    /// A: 4 sections, slots [2, 6), direct, 2 cranes, 100 moves. B: 6 sections, slots [4, 12), waits 4, due 10, 3 cranes for 4 slots,
    /// 3 sections off, moves unknown, kept by the tide. C is left out.
    /// </summary>
    private static readonly BerthParts Parts = SmallPort(
        Worked("A") with { Arrival = 2, Moves = 100 },
        Worked("B", 6) with { Arrival = 0, Due = 10, PreferredPosition = 7, DepartureWindows = new TideWindows([new Interval(12, 13)]) },
        Ship("C") with { Optional = true, Moves = 500 }) with
    {
        Grid = HalfHours,
        CranePools = [Rail(6) with { Outages = [new CraneOutage(5, new Interval(0, 4)), new CraneOutage(5, new Interval(3, 5)), new CraneOutage(0, new Interval(50, 60))] }],
    };

    private static readonly Assignment?[] Plan = [Lies(0, 2, 6, 2, 0), Lies(10, 4, 12, 3, 2), null];

    [Fact]
    public void By_hand()
    {
        Assert.Empty(Check(Parts, Plan).Faults);
        var kpis = Of(Parts, Plan);

        Assert.Equal((2, 1, 1), (kpis.PlannedCalls, kpis.RejectedCalls, kpis.LateCalls));
        Near(0.5, kpis.DirectBerthingRate);
        Near(2, kpis.TotalWaitingHours);
        Near(1, kpis.MeanWaitingHours);
        Near(2, kpis.MaxWaitingHours);
        Near(6, kpis.GrossBerthHours);
        Near(4, kpis.HandlingHours);
        Near(8, kpis.TotalServiceHours);
        Near(4, kpis.MeanServiceHours);
        Near(1, kpis.TotalLatenessHours);
        Near(6, kpis.MakespanHours);
        Near(75, kpis.TotalDeviationMetres);
        Near(((4 * 4) + (6 * 8)) / (20.0 * 10), kpis.BerthOccupancyRate);
        Near(10, kpis.CraneHours);
        Near(20 / ((6.0 * 10) - 3), kpis.CraneUtilisationRate); // crane 5 is out in [2, 5) of [2, 12)
        Assert.Equal(100, kpis.ContainerMoves);
        Near(50, kpis.MovesPerGrossBerthHour);
        Near(25, kpis.MovesPerCraneHour);
    }

    [Fact]
    public void Berths_are_taken_whole_and_only_while_they_are_open()
    {
        var quay = BerthRow(QuayLayout.Hybrid, 3, 3, 4);
        quay = quay with { Length = 30, Berths = [quay.Berths[0], quay.Berths[1], quay.Berths[2] with { Close = 3 }], Close = 4 };
        var parts = SmallPort(Ship(slots: 4)).At(quay);

        // Berths B0 and B1 for 4 slots, of B0 and B1 for 4 and B2 for 3; the quay's other sections are no berths.
        Near(24.0 / (24 + 12), Of(parts, new Assignment(0, 0, 0, 0, 4)).BerthOccupancyRate);
    }

    [Fact]
    public void Cranes_of_a_quay_without_a_pool_count_as_hours_but_use_no_pool()
    {
        var parts = SmallPort(Worked()).At(Wall("Q"), Wall("R")).With(Rail(4));

        var kpis = Of(parts, Lies(0, 0, 4, 2) with { Quay = 1 });

        Near(8, kpis.CraneHours);
        Near(0, kpis.CraneUtilisationRate);
        Assert.Null(kpis.MovesPerGrossBerthHour);
        Assert.Null(kpis.MovesPerCraneHour);
    }

    [Fact]
    public void An_empty_plan_has_a_number_for_everything()
    {
        var kpis = Of(Parts, null, null, null);

        Assert.Equal((0, 3, 0), (kpis.PlannedCalls, kpis.RejectedCalls, kpis.LateCalls));
        Assert.All(
            typeof(BerthKpis).GetProperties().Where(property => property.PropertyType == typeof(double)),
            property => Assert.Equal(0.0, property.GetValue(kpis)));
        Assert.Null(kpis.MovesPerGrossBerthHour);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Absurd_plans_have_finite_numbers(int value)
    {
        var kpis = Of(Parts, new Assignment(value, value, value, value, value, value, value), new Assignment(0, value, value, value, value, value, value), Lies(0, value, 0));

        Assert.All(
            typeof(BerthKpis).GetProperties().Where(property => property.PropertyType == typeof(double)),
            property => Assert.True(double.IsFinite((double)property.GetValue(kpis)!), property.Name));
    }

    private static BerthKpis Of(BerthParts parts, params Assignment?[] plan) => BerthKpis.Of(new BerthProblem(parts), new BerthPlan(plan));

    private static void Near(double expected, double? actual) => Assert.Equal(expected, actual!.Value, 1e-9);
}
