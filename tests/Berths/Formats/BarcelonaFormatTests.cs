using System.Text.Json.Nodes;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class BarcelonaFormatTests
{
    [Fact]
    public void Reads_ships_blocks_and_the_plan_in_force()
    {
        var instance = FormatSamples.Read(FormatSamples.Barcelona);
        var problem = instance.Problem;

        Assert.Equal(("small-week", 8, "24B", 42m, 2m), (problem.Name, problem.Quays[0].Length, problem.Quays[0].Id, problem.Grid.MetresPerSection, instance.PlanUnits.PositionOrigin));
        Assert.Equal([("0", 3, 1, 5, 6, 3, 825), ("1", 4, 3, 4, 7, 4, 900), ("2", 2, 2, 3, 6, 2, 500)], problem.Calls.Select(call => (call.Id, call.Length, call.Arrival, call.Handling.Work[0], call.Due, call.Rates.Lateness, call.DraughtCentimetres)));
        Assert.Equal([new BaselineEntry { Quay = 0, Position = 0, Start = 1, MoveCost = 5 }, new BaselineEntry { Quay = 0, Position = 3, Start = 3, MoveCost = 5 }, null], problem.Baseline!.Entries);
        Assert.Equal([new Closure { Quay = 0, Sections = new Interval(6, 8), Slots = new Interval(2, 4), Reason = "closed" }], problem.Closures);
        Assert.Equal(1 + 4 + 12, problem.Horizon);
    }

    /// <summary>4 sections an hour late, and 2 sections 3 hours late; or, moved for 5, nothing for the first of them.</summary>
    [Fact]
    public void Costs_are_section_hours_late_and_moves()
    {
        var problem = FormatSamples.Read(FormatSamples.Barcelona).Problem;
        var kept = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 0, 1, 6), new Assignment(0, -1, 3, 4, 8), new Assignment(0, -1, 0, 6, 9)]));
        Assert.Empty(kept.Faults);
        Assert.Equal(4 + 6, kept.Cost.Total);

        var moved = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 3, 1, 6), new Assignment(0, -1, 4, 6, 10), new Assignment(0, -1, 0, 2, 5)]));
        Assert.Empty(moved.Faults);
        Assert.Equal(5 + 5 + (4 * 3), moved.Cost.Total);
    }

    [Fact]
    public void Writes_what_it_read() =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(FormatSamples.Barcelona), JsonNode.Parse(BerthFormats.Write(FormatSamples.Read(FormatSamples.Barcelona)))));

    [Theory]
    [InlineData("\"id\":1", "\"id\":0", "/calls/1/id")]
    [InlineData("\"sections\":4", "\"sections\":0", "/ships/1/sections")]
    [InlineData("\"planned_hour\":null", "\"planned_hour\":1", "/ships/2/planned_section")]
    [InlineData("\"last\":9", "\"last\":10", "/blocks/0/last")]
    [InlineData("\"end\":4", "\"end\":2", "/blocks/0/end")]
    [InlineData("\"draught_m\":5.0", "\"draught_m\":\"deep\"", "/ships/2/draught_m")]
    [InlineData("\"blocks\":[{", "\"blocks\":[[],{", "/blocks")]
    [InlineData("closed", "\\uD800", "line 6")]
    public void Names_the_place(string old, string by, string place)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FormatSamples.Read(FormatSamples.Barcelona.Replace(old, by, StringComparison.Ordinal), BerthFormat.Barcelona));

        Assert.Contains(fault.Faults, each => each.Place == place);
    }
}
