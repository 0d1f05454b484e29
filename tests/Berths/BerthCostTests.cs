using BerthOpt.Berths;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

/// <summary>Costs worked out by hand.</summary>
public sealed class BerthCostTests
{
    private static readonly Rates Ones = new() { Waiting = 2, Stay = 3, Lateness = 5, Deviation = 7, CraneSlot = 11, SpeedUp = 13 };

    private static readonly Objective Weights = new()
    {
        Waiting = 100,
        Stay = 200,
        Lateness = 300,
        Deviation = 400,
        CraneSlots = 500,
        SpeedUp = 600,
        Rejection = 700,
        Change = 800,
        Makespan = 900,
        Constant = -1000,
    };

    [Fact]
    public void Each_term_is_weight_times_rate_times_quantity_and_priority_where_it_counts()
    {
        var ship = Worked() with { Arrival = 10, Due = 15, PreferredPosition = 6, Priority = 17, Rates = Ones };

        var check = Check(SmallPort(ship) with { Objective = Weights }, Lies(3, 14, 18, 2));

        Assert.True(check.IsValid);
        Assert.Equal(
            new CostTerms(
                Waiting: 100 * 2 * 17 * 4, Stay: 200 * 3 * 17 * 4, Lateness: 300 * 5 * 17 * 3, Deviation: 400 * 7 * 3, CraneSlots: 500 * 11 * 2 * 4,
                SpeedUp: 0, Rejection: 0, Change: 0, Makespan: 900 * 18, Constant: -1000),
            check.Cost);
        Assert.Equal(check.Cost with { Makespan = 0, Constant = 0 }, Assert.Single(check.CostByCall));
    }

    [Fact]
    public void Sailing_faster_costs_speed_up_and_no_waiting()
    {
        var ship = Ship(arrival: 10) with { EarliestStart = 5, Due = 20, Priority = 17, Rates = Ones };

        var cost = Check(SmallPort(ship) with { Objective = Weights }, Lies(0, 7, 12)).Cost;

        Assert.Equal((0, 600 * 13 * 3, 0), (cost.Waiting, cost.SpeedUp, cost.Lateness));
    }

    [Fact]
    public void A_call_left_out_costs_its_rejection_and_no_change_and_sums_are_over_all_calls()
    {
        var calls = new[] { Ship("A") with { Optional = true, Rates = new Rates { Rejection = 19 } }, Ship("B") with { Rates = Ones }, Ship("C") with { Rates = Ones } };
        var entry = new BaselineEntry { Quay = 0, Position = 0, Start = 0, StartRate = 1, MoveCost = 1 };
        var parts = SmallPort(calls) with { Objective = Weights, Baseline = new Baseline { Entries = [entry, null, null] } };

        var check = Check(parts, null, Lies(0, 2, 7), Lies(10, 1, 6));

        Assert.True(check.IsValid);
        Assert.Equal((700 * 19, 100 * 2 * 3, 200 * 3 * 10, 900 * 7, 0), (check.Cost.Rejection, check.Cost.Waiting, check.Cost.Stay, check.Cost.Makespan, check.Cost.Change));
        Assert.Equal(default(CostTerms) with { Rejection = 700 * 19 }, check.CostByCall[0]);
    }

    [Theory]
    [InlineData(0, 5, 3, 2, 0)] // as planned
    [InlineData(0, 5, 6, 2, 2 * 3)] // later
    [InlineData(0, 5, 1, 2, 2 * 2)] // earlier
    [InlineData(0, 9, 3, 2, (3 * 4) + 5)] // along the quay
    [InlineData(1, 9, 3, 2, 5)] // to another quay
    [InlineData(1, 5, 3, 2, 5)] // the same position there
    [InlineData(0, 5, 3, 4, 7 * 2)] // more cranes
    [InlineData(0, 5, 3, 1, 7)] // fewer
    [InlineData(1, 9, 6, 1, (2 * 3) + 5 + 7)]
    public void Departing_from_the_baseline_costs_what_it_says(int quay, int position, int start, int cranes, long units)
    {
        var entry = new BaselineEntry { Quay = 0, Position = 5, Start = 3, Cranes = 2, StartRate = 2, SectionRate = 3, MoveCost = 5, CraneRate = 7 };
        var parts = SmallPort(Worked()).At(Wall("Q"), Wall("R")) with { Objective = Weights, Baseline = new Baseline { Entries = [entry] } };

        var check = Check(parts, Lies(position, start, start + 4, cranes) with { Quay = quay });

        Assert.True(check.IsValid);
        Assert.Equal(800 * units, check.Cost.Change);
    }

    [Fact]
    public void Cranes_that_the_baseline_does_not_plan_cost_no_change()
    {
        var entry = new BaselineEntry { Quay = 0, Position = 0, Start = 0, CraneRate = 7 };

        Assert.Equal(0, Check(SmallPort(Worked()) with { Baseline = new Baseline { Entries = [entry] } }, Lies(0, 0, 4, 3)).Cost.Change);
    }

    [Theory]
    [InlineData(null, 6, 0, 9, 3)] // no wish for a quay: the distance, wherever it lies
    [InlineData(null, 6, 1, 9, 3)]
    [InlineData(0, 6, 0, 2, 4)]
    [InlineData(0, 6, 1, 6, 20)] // another quay: its length
    [InlineData(0, null, 0, 6, 0)]
    [InlineData(0, null, 1, 6, 20)]
    [InlineData(null, null, 1, 6, 0)]
    public void Deviation_is_the_distance_or_the_length_of_the_other_quay(int? wishedQuay, int? wished, int quay, int position, long sections)
    {
        var ship = Ship() with { PreferredQuay = wishedQuay, PreferredPosition = wished, Rates = new Rates { Deviation = 1 } };

        Assert.Equal(sections, Check(SmallPort(ship).At(Wall("Q"), Wall("R")), Lies(position, 0, 5) with { Quay = quay }).Cost.Deviation);
    }

    /// <summary>
    /// BACASP (Correcher, Perea and Alvarez-Valdes 2024): C1 |x - p| + C2 max(0, s - a) + C3 max(0, s + h - 1 - d), where d is the last
    /// period in which the ship may lie; slots are half-open here, so it is due at d + 1.
    /// </summary>
    [Theory]
    [InlineData(3, 4, 0)] // s + h - 1 = 8 = d
    [InlineData(3, 5, 1)]
    [InlineData(9, 9, 5)]
    public void Bacasp(int position, int start, int late)
    {
        const int c1 = 2, c2 = 3, c3 = 5, wished = 6, arrival = 1, handling = 5, lastPeriod = 8;
        var ship = Ship(arrival: arrival, slots: handling) with
        {
            PreferredPosition = wished,
            Due = lastPeriod + 1,
            Rates = new Rates { Deviation = c1, Waiting = c2, Lateness = c3 },
        };

        var cost = Check(SmallPort(ship), Lies(position, start, start + handling)).Cost.Total;

        Assert.Equal((c1 * Math.Abs(position - wished)) + (c2 * (start - arrival)) + (c3 * late), cost);
        Assert.Equal(late, Math.Max(0, start + handling - 1 - lastPeriod));
    }

    /// <summary>
    /// Meisel and Bierwirth 2009: C1 |ETA - S| up to the ETA, C2 waiting, C3 lateness, C4 crane hours; q cranes take
    /// (1 + beta |b - b0|) m / q^alpha hours, rounded up, and work of m crane-hours.
    /// </summary>
    [Fact]
    public void Meisel_and_Bierwirth()
    {
        var ship = Ship(arrival: 10) with
        {
            Handling = Handling.ByWork(2, 4, 15, 0.9) with { DeviationLossPpm = 10_000 },
            EarliestStart = 5,
            Due = 15,
            PreferredPosition = 0,
            Rates = new Rates { SpeedUp = 100, Waiting = 100, Lateness = 200, CraneSlot = 1 },
        };
        var parts = SmallPort(ship).With(Rail(4, CraneRule.Total));

        // 3^0.9 = 2.688, 15 / 2.688 = 5.58, with 8 sections off 1.08 * 5.58 = 6.03: 7 hours instead of 6.
        var near = Check(parts, Lies(7, 8, 14, 3));
        var far = Check(parts, Lies(8, 8, 15, 3));

        Assert.True(near.IsValid && far.IsValid);
        Assert.Equal((100 * 2) + (3 * 6), near.Cost.Total);
        Assert.Equal((100 * 2) + (3 * 7), far.Cost.Total);
    }

    [Theory]
    [InlineData(3, 1000, 1, 4)] // 3.003
    [InlineData(1000, 1000, 1, 1001)]
    [InlineData(1000, 1001, 1, 1002)] // 1001.001
    [InlineData(7, 0, 19, 7)]
    [InlineData(10, 100_000, 10, 20)] // twice as long, not a slot more
    public void Handling_is_rounded_up_once_and_exactly(int work, int ppm, int deviation, int slots)
    {
        var ship = Ship(length: 1) with { Handling = Handling.Fixed(work) with { DeviationLossPpm = ppm }, PreferredPosition = 0 };
        var parts = SmallPort(ship) with { Horizon = 2000 };

        Assert.True(Check(parts, Lies(deviation, 0, slots)).IsValid);
        Assert.False(Check(parts, Lies(deviation, 0, slots - 1)).IsValid);
        Assert.False(Check(parts, Lies(deviation, 0, slots + 1)).IsValid);
    }

    [Fact]
    public void Handling_by_berth_counts_berths_over_all_quays_and_a_hybrid_call_takes_its_first_berths_row()
    {
        var left = BerthRow(QuayLayout.Discrete, 5, 5);
        var right = BerthRow(QuayLayout.Hybrid, 3, 3, 3) with { Id = "R" };
        right = right with { Berths = [.. right.Berths.Select((berth, index) => berth with { Id = $"C{index}" })] };
        var ship = Ship() with { Handling = Handling.ByBerthAndCranes(1, 2, 5, [11, 12, 21, 22, 31, 32, 41, 42, 51, 52]) };
        var parts = SmallPort(ship).At(left, right);

        Assert.True(Check(parts, new Assignment(0, 1, 5, 0, 22, 2)).IsValid);
        Assert.True(Check(parts, new Assignment(1, 0, 0, 0, 31, 1)).IsValid);
        Assert.True(Check(parts, new Assignment(1, 1, 3, 0, 42, 2)).IsValid);
    }

    [Fact]
    public void The_greatest_costs_of_a_problem_are_exact()
    {
        var rates = new Rates { Waiting = 1_000_000 };
        var ships = Enumerable.Range(0, 2).Select(index => Ship($"S{index}", slots: 1) with { Priority = 1000, Rates = rates }).ToArray();
        var parts = SmallPort(ships) with { Horizon = BerthProblem.MaxExtent, Objective = new Objective { Waiting = 100 } };
        const int start = BerthProblem.MaxExtent - 1;

        var check = Check(parts, Lies(0, start, start + 1), Lies(4, start, start + 1));

        Assert.True(check.IsValid);
        Assert.Equal(2 * 100L * 1_000_000 * 1000 * start, check.Cost.Total);
    }
}
