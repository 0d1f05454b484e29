using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class CsbapFormatTests
{
    [Fact]
    public void Reads_breaks_and_weights()
    {
        var problem = FormatSamples.Read(FormatSamples.Csbap).Problem;

        Assert.Equal((40, 10), (problem.Horizon, problem.Quays[0].Length));
        Assert.Equal([3, 7], problem.Quays[0].Breaks);
        Assert.Equal([("1", 3, 2, 5, 2, 2), ("2", 4, 0, 6, 1, 1), ("4", 3, 1, 4, 3, 3)], problem.Calls.Select(call => (call.Id, call.Length, call.Arrival, call.Handling.Work[0], call.Rates.Waiting, call.Rates.Stay)));
    }

    /// <summary>2 (7 - 2) + 1 (6 - 0) + 3 (5 - 1).</summary>
    [Fact]
    public void Costs_are_weighted_departures_less_arrivals()
    {
        var problem = FormatSamples.Read(FormatSamples.Csbap).Problem;
        var others = new Assignment?[] { new Assignment(0, -1, 3, 0, 6), new Assignment(0, -1, 7, 1, 5) };

        var check = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 0, 2, 7), .. others]));
        Assert.Empty(check.Faults);
        Assert.Equal(28, check.Cost.Total);
        Assert.NotEmpty(BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 1, 6, 11), .. others])).Faults);
    }

    [Fact]
    public void Writes_what_it_read() => Assert.Equal(FormatSamples.Csbap, BerthFormats.Write(FormatSamples.Read(FormatSamples.Csbap)));

    [Theory]
    [InlineData("% a\n40\n41\n", "line 3", "\"41\"")]
    [InlineData("% a\n40\n% b\n10\n% c\n11\n% d\n1 1 1 1 1", "line 6", "\"11\"")]
    [InlineData("% a\n40\n% b\n10\n% c\n% d\n1 1 1 1 1\n1 1 1 1 1\n", "line 8", "vessel 1")]
    [InlineData("% a\n40\n% b\n10\n% c\n% d\n1 1 1 1\n", "line 7", "weight")]
    [InlineData("% a\n40\n% b\n10\n% c\n% d\n1 1 1 -1 1\n", "line 7", "\"-1\"")]
    [InlineData("% a\n40\n% b\n10\n% c\n% d\n% e\n", "line 7", "fifth")]
    [InlineData("% a\n40\n", "line 3", "four blocks")]
    [InlineData("40\n", "line 1", "\"40\"")]
    public void Names_the_line_and_the_token(string text, string line, string token)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text, BerthFormat.Csbap));

        Assert.Contains(fault.Faults, each => each.Place == line && each.Message.Contains(token, StringComparison.Ordinal));
    }
}
