using System.Text.Json.Nodes;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class SantiniFormatTests
{
    [Fact]
    public void Reads_ships_that_fill_several_berths()
    {
        var problem = FormatSamples.Read(FormatSamples.Santini).Problem;

        Assert.Equal((20, QuayLayout.Hybrid, 3, 3), (problem.Horizon, problem.Quays[0].Layout, problem.Quays[0].Length, problem.Quays[0].Berths.Length));
        Assert.Equal([(2, 2, 0, 4), (1, 1, 1, 3), (3, 3, 2, 5)], problem.Calls.Select(call => (call.Length, call.BerthsNeeded, call.Arrival, call.Handling.Work[0])));
    }

    [Fact]
    public void A_horizon_that_could_bind_is_widened() =>
        Assert.Equal(2 + 4 + 3 + 5, FormatSamples.Read(FormatSamples.Santini.Replace("20", "9", StringComparison.Ordinal)).Problem.Horizon);

    /// <summary>The third ship is handled in the periods 4 to 8.</summary>
    [Fact]
    public void Costs_are_the_last_period_inclusive()
    {
        var problem = FormatSamples.Read(FormatSamples.Santini).Problem;
        var check = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, 0, 0, 0, 4), new Assignment(0, 2, 2, 1, 4), new Assignment(0, 0, 0, 4, 9)]));

        Assert.Empty(check.Faults);
        Assert.Equal(8, check.Cost.Total);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("9")]
    public void Writes_what_it_read(string periods)
    {
        var text = FormatSamples.Santini.Replace("20", periods, StringComparison.Ordinal);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(BerthFormats.Write(FormatSamples.Read(text)))));
    }

    [Theory]
    [InlineData("[2, 1, 3]", "[2, 1]", "/ship_length")]
    [InlineData("[2, 1, 3]", "[2, 1, 4]", "/ship_length/2")]
    [InlineData("[0, 1, 2]", "[0, -1, 2]", "/ship_arrival/1")]
    [InlineData("[0, 1, 2]", "[0, 1e999, 2]", "/ship_arrival/1")]
    [InlineData("[0, 1, 2]", "7", "/ship_arrival")]
    [InlineData("ship_handling", "handling", "/ship_handling")]
    [InlineData("\"n_berths\"", "\"n_ships\"", "line 1")]
    [InlineData("}", "", "line 4")]
    public void Names_the_place(string old, string by, string place)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FormatSamples.Read(FormatSamples.Santini.Replace(old, by, StringComparison.Ordinal), BerthFormat.Santini));

        Assert.Contains(fault.Faults, each => each.Place == place);
    }
}
