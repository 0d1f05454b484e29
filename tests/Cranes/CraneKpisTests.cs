using BerthOpt.Cranes;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

/// <summary>Numbers worked out by hand. A slot is a quarter of an hour, a section 10 metres.</summary>
public sealed class CraneKpisTests
{
    /// <summary>
    /// Q1: A at 10 in [4, 8), then B at 12 in [24, 28). Q2: C at 12 in [2, 20), then D at 20 in [40, 44). B could begin at 10, but Q2 makes
    /// room of 2 sections by 22: of 14 slots, 12 are waiting by interference. D could begin at 28; nothing holds it up.
    /// </summary>
    private static readonly CraneParts Parts =
        Yard(3, Task("A", 10, 4) with { Moves = 30 }, Task("B", 12, 4) with { Moves = 20 }, Task("C", 12, 18) with { Moves = 40 }, Task("D", 20, 4) with { Vessel = 1, Moves = 10 })
            .WithCrane(0, crane => crane with { Start = 7, Final = 12 }) with
        {
            Grid = new CraneGrid { SecondsPerSlot = 900, MetresPerSection = 10 },
            Vessels = [new CraneVessel { Id = "V", Due = 20 }, new CraneVessel { Id = "W" }, new CraneVessel { Id = "X" }],
        };

    private static readonly TaskAssignment[] Plan = [Does(0, 4, 8), Does(0, 24, 28), Does(1, 2, 20), Does(1, 40, 44)];

    [Fact]
    public void By_hand()
    {
        Assert.Empty(Check(Parts, Plan).Faults);
        var kpis = Of(Parts, Plan);

        Assert.Equal((2, 100L, "Q2"), (kpis.WorkingCranes, kpis.ContainerMoves, kpis.LongCrane));
        Near(11, kpis.MakespanHours);
        Near((24 + 42) / 4.0, kpis.GrossCraneHours);
        Near((8 + 22) / 4.0, kpis.NetCraneHours);
        Near((2 + 8) / 4.0, kpis.TravelHours);
        Near(12 / 4.0, kpis.InterferenceHours);
        Near((66 - 30 - 10 - 12) / 4.0, kpis.IdleHours);
        Near(10 * (3 + 2 + 0 + 8), kpis.TravelMetres);
        Near(100 / 16.5, kpis.MovesPerGrossCraneHour);
        Near(100 / 7.5, kpis.MovesPerNetCraneHour);
        Near(66.0 / 42, kpis.CraneIntensity);
        Near(22 / 4.0, kpis.LongCraneHours);
    }

    [Fact]
    public void Vessels_by_hand()
    {
        var vessels = Of(Parts, Plan).Vessels;

        Assert.Equal(["V", "W", "X"], vessels.Select(vessel => vessel.Vessel));
        Assert.Equal([90L, 10L, 0L], vessels.Select(vessel => vessel.ContainerMoves));
        Near(26 / 4.0, vessels[0].WorkHours);
        Near((24 + 18) / 4.0, vessels[0].CraneHours);
        Near(90 / 6.5, vessels[0].BerthProductivity);
        Near(90 / 10.5, vessels[0].MovesPerCraneHour);
        Near(42.0 / 26, vessels[0].CraneIntensity);
        Near(8 / 4.0, vessels[0].LatenessHours);
        Near(0, vessels[1].LatenessHours);
        Assert.Equal((0.0, 0.0, null, 0.0), (vessels[2].WorkHours, vessels[2].CraneHours, vessels[2].BerthProductivity, vessels[2].CraneIntensity));
    }

    [Fact]
    public void Waiting_for_the_vessel_is_idle_and_not_by_interference()
    {
        var parts = Parts with { Vessels = Parts.Vessels.SetItem(0, new CraneVessel { Id = "V", Ready = 2 }), Tasks = Parts.Tasks.SetItem(1, Parts.Tasks[1] with { Vessel = 2 }) };

        Near(12 / 4.0, Of(parts, Plan).InterferenceHours);
        Near(1 / 4.0, Of(parts with { Vessels = parts.Vessels.SetItem(2, new CraneVessel { Id = "X", Ready = 21 }) }, Plan).InterferenceHours);
        Near(0, Of(parts with { Vessels = parts.Vessels.SetItem(2, new CraneVessel { Id = "X", Ready = 23 }) }, Plan).InterferenceHours);
    }

    [Fact]
    public void A_plan_without_tasks_has_a_number_for_everything()
    {
        var kpis = Of(Yard(2));

        Assert.All(Numbers(kpis), number => Assert.Equal(0.0, number));
        Assert.Equal((null, null, null), (kpis.LongCrane, kpis.MovesPerGrossCraneHour, kpis.MovesPerNetCraneHour));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Absurd_plans_have_finite_numbers(int value)
    {
        foreach (var plan in new[] { Does(value, value, value), Does(0, value, ~value), Does(1, 0, value), Does(0, value, 0) })
        {
            Assert.All(Numbers(Of(Parts, plan, Does(0, 4, 8), plan)), number => Assert.True(double.IsFinite(number)));
        }
    }

    private static IEnumerable<double> Numbers(CraneKpis kpis) =>
        typeof(CraneKpis).GetProperties().Where(property => property.PropertyType == typeof(double)).Select(property => (double)property.GetValue(kpis)!);

    private static CraneKpis Of(CraneParts parts, params TaskAssignment[] plan) => CraneKpis.Of(new CraneProblem(parts), new CranePlan(plan));

    private static void Near(double expected, double? actual) => Assert.Equal(expected, actual!.Value, 1e-9);
}
