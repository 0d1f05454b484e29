using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class BacaspFormatTests
{
    [Fact]
    public void Reads_whole_hours_as_slots_of_an_hour()
    {
        var instance = FormatSamples.Read(FormatSamples.BacaspWhole);
        var problem = instance.Problem;

        Assert.Equal((BerthFormat.Bacasp, "discrete"), (instance.Format, instance.Variant));
        Assert.Equal((60m, 10m, 1, 50, 20), (problem.Grid.MinutesPerSlot, problem.Grid.MetresPerSection, problem.Grid.CostScale, problem.Horizon, problem.Quays[0].Length));
        var pool = Assert.Single(problem.CranePools);
        Assert.Equal((4, CraneRule.Specific, null), (pool.Count, pool.Rule, pool.Travel));
        Assert.Equal([(6, 3, 11, 4, 1, 2), (10, 4, 12, 14, 2, 3)], problem.Calls.Select(call => (call.Length, call.Arrival, call.Due, call.PreferredPosition!.Value, call.Handling.MinCranes, call.Handling.MaxCranes)));
        Assert.Equal([8, 4, 7, 5], problem.Calls.SelectMany(call => call.Handling.Work));
        Assert.All(problem.Calls, call => Assert.Equal(new Rates { Deviation = 200, Waiting = 1000, Lateness = 2000 }, call.Rates));
        Assert.Equal(1, instance.PlanUnits.PositionOrigin);
    }

    /// <summary>The second vessel may lie at 11 at most: 4 sections from its wish, at 200 each.</summary>
    [Fact]
    public void Costs_waiting_lateness_and_deviation_as_the_paper_does()
    {
        var problem = FormatSamples.Read(FormatSamples.BacaspWhole).Problem;
        var second = new Assignment(0, -1, 10, 4, 9, 3, 1);

        var punctual = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 4, 3, 11, 1, 0), second]));
        Assert.Empty(punctual.Faults);
        Assert.Equal(4 * 200, punctual.Cost.Total);

        // Two hours of waiting, and 5 + 8 - 1 - 10 = 2 hours late.
        var late = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 4, 5, 13, 1, 0), second]));
        Assert.Empty(late.Faults);
        Assert.Equal((4 * 200) + (2 * 1000) + (2 * 2000), late.Cost.Total);
    }

    [Fact]
    public void Reads_tenths_of_hours_as_slots_of_three_minutes()
    {
        var instance = FormatSamples.Read(FormatSamples.BacaspTravel);
        var problem = instance.Problem;

        Assert.Equal((3m, 600, 0.05m), (problem.Grid.MinutesPerSlot, problem.Horizon, instance.PlanUnits.TimePerSlot));
        Assert.Equal([(20, 110), (40, 140)], problem.Calls.Select(call => (call.Arrival, call.Due)));
        Assert.Equal([66, 36, 50, 28], problem.Calls.SelectMany(call => call.Handling.Work));
        Assert.All(problem.Calls, call => Assert.Equal(new Rates { Deviation = 200, Waiting = 50, Lateness = 100 }, call.Rates));
        Assert.Null(problem.CranePools[0].Travel);
    }

    /// <summary>Four sections at 160 an hour take half a slot, so both cranes may start one slot behind the setup's three.</summary>
    [Fact]
    public void Setup_adds_crane_travel()
    {
        var problem = FormatSamples.Read(FormatSamples.BacaspTravel, variant: "setup").Problem;
        Assert.Equal(new CraneTravel { SetupSlots = 3, SpeedSections = 8, SpeedSlots = 1 }, problem.CranePools[0].Travel);

        var first = new Assignment(0, -1, 2, 20, 56, 2, 0);
        var inTime = BerthChecker.Check(problem, new BerthPlan([first, new Assignment(0, -1, 6, 60, 88, 2, 0)]));
        Assert.Empty(inTime.Faults);
        Assert.Equal(200 + 1000, inTime.Cost.Total);
        Assert.NotEmpty(BerthChecker.Check(problem, new BerthPlan([first, new Assignment(0, -1, 6, 59, 87, 2, 0)])).Faults);
    }

    [Fact]
    public void Setup_without_a_crane_line_is_refused() =>
        Assert.Contains("variant \"setup\"", Assert.Throws<InvalidInputException>(() => FormatSamples.Read(FormatSamples.BacaspWhole, variant: "setup")).Message);

    [Fact]
    public void Costs_that_are_no_whole_number_a_slot_get_a_finer_scale()
    {
        var problem = FormatSamples.Read("9 9 2 1\n3 1 2.5 7 30 50 2 1 1 1.5\n").Problem;

        Assert.Equal(20, problem.Grid.CostScale);
        Assert.Equal(new Rates { Deviation = 140, Waiting = 30, Lateness = 50 }, problem.Calls[0].Rates);
    }

    [Theory]
    [InlineData(FormatSamples.BacaspWhole, "discrete")]
    [InlineData(FormatSamples.BacaspWhole, "continuous")]
    [InlineData(FormatSamples.BacaspTravel, "discrete")]
    [InlineData(FormatSamples.BacaspTravel, "setup")]
    public void Writes_what_it_read(string text, string variant) =>
        Assert.Equal(text, BerthFormats.Write(FormatSamples.Read(text, variant: variant)));

    [Theory]
    [InlineData("20 50 4 2\n6 3 10 200 1000 2000 5 1 2 8 4\n", "line 3", "2 vessels")]
    [InlineData("20 50 4 1\n6 3 10 200 1000 2000 5 1 2 8\n", "line 2", "h(2)")]
    [InlineData("20 50 4 1\n6 3 10 200 1000 2000 5 1 2 8 4 3\n", "line 2", "\"3\"")]
    [InlineData("20 50 4 1\n6 3 10 200 1000 2000 5 1 1 8\n6 3 10 200 1000 2000 5 1 1 8\n", "line 3", "last of 1")]
    [InlineData("20 50 4 1\n6 3 10 200 -1000 2000 5 1 1 8\n", "line 2", "\"-1000\"")]
    [InlineData("20 50 4 1\n6 3 10 200 1000 2000 5 5 6 8 7\n", "line 2", "5 to 6 cranes")]
    [InlineData("20 50 4 1\n6 3 10 200 1000 2000 5 1 1 8.01\n", "line 2", "8.01")]
    [InlineData("20 50 4 1\n6 3 1e999 200 1000 2000 5 1 1 8\n", "line 2", "\"1e999\"")]
    [InlineData("20 50 4 1\nC 160 x\n6 3 10 200 1000 2000 5 1 1 8\n", "line 2", "\"x\"")]
    [InlineData("20 50 4\n", "line 2", "number of vessels")]
    [InlineData("20 90000000 4 1\n", "line 1", "\"90000000\"")]
    public void Names_the_line_and_the_token(string text, string line, string token)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text, BerthFormat.Bacasp));

        Assert.Contains(fault.Faults, each => each.Place == line && each.Message.Contains(token, StringComparison.Ordinal));
    }
}
