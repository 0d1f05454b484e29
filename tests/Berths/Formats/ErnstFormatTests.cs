using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class ErnstFormatTests
{
    [Fact]
    public void Reads_closed_windows_and_a_quay_of_three_units()
    {
        var instance = FormatSamples.Read(FormatSamples.Ernst, variant: "given");
        var problem = instance.Problem;

        Assert.Equal((18, 30_000, 0.0001m), (problem.Horizon, problem.Quays[0].Length, instance.PlanUnits.PositionPerSection));
        Assert.Equal([(15_000, 0, 5), (16_000, 3, 4)], problem.Calls.Select(call => (call.Length, call.Arrival, call.Handling.Work[0])));
        Assert.All(problem.Calls, call => Assert.Equal([new Interval(2, 7), new Interval(14, 19)], call.DepartureWindows!.Windows));
    }

    /// <summary>In a period of 24: one vessel after the other, each waiting up to 12 for a window, is done by 3 + 17 + 16 = 36.</summary>
    [Fact]
    public void Extended_windows_let_every_vessel_out()
    {
        var problem = FormatSamples.Read(FormatSamples.Ernst).Problem;

        Assert.Equal(42, problem.Horizon);
        Assert.Equal([new Interval(2, 7), new Interval(14, 19), new Interval(26, 31), new Interval(38, 43)], problem.Calls[0].DepartureWindows!.Windows);
    }

    /// <summary>The first leaves at 5; the second, too long to lie beside it, is ready at 9 and leaves with the tide at 14.</summary>
    [Fact]
    public void A_vessel_keeps_its_place_until_a_window_opens()
    {
        var problem = FormatSamples.Read(FormatSamples.Ernst).Problem;
        var first = new Assignment(0, -1, 0, 0, 5);

        var check = BerthChecker.Check(problem, new BerthPlan([first, new Assignment(0, -1, 14_000, 5, 14)]));
        Assert.Empty(check.Faults);
        Assert.Equal(5 + 11, check.Cost.Total);
        Assert.NotEmpty(BerthChecker.Check(problem, new BerthPlan([first, new Assignment(0, -1, 14_000, 5, 9)])).Faults);
    }

    /// <summary>Three whole units beside each other, and the ships without length beside them all.</summary>
    [Fact]
    public void Ships_without_length_take_no_room_from_others()
    {
        const string text = "Vessels,5\nBegin, 0\nEnd, 99\nProcessing, 1,1,1,1,1\nLength, 1,0,1,0,1\nArrival, 0,0,0,0,0\n";
        var instance = FormatSamples.Read(text);

        Assert.Equal((30_002, "10000 1 10000 1 10000"), (instance.Problem.Quays[0].Length, string.Join(' ', instance.Problem.Calls.Select(call => call.Length))));
        Assert.Equal(text, BerthFormats.Write(instance));
        Assert.Contains("length \"0\"", Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text.Replace("0,1\nA", "0,1.5\nA", StringComparison.Ordinal))).Message);
    }

    [Theory]
    [InlineData("extended")]
    [InlineData("given")]
    public void Writes_what_it_read(string variant) =>
        Assert.Equal("Vessels,2\nBegin, 2,14\nEnd, 6,18\nProcessin, 5,4\nLength, 1.5,1.6\nArrival, 0,3\n", BerthFormats.Write(FormatSamples.Read(FormatSamples.Ernst, variant: variant)));

    [Theory]
    [InlineData("Vessels,2", "Vessels,3", "line 4", "2 values")]
    [InlineData("End, 6,18", "End, 6", "line 3", "1 values")]
    [InlineData("End, 6,18", "End, 16,18", "line 2", "window 2")]
    [InlineData("Length", "Long", "line 5", "\"Long\"")]
    [InlineData("1.5,", "1.50001,", "line 5", "\"1.50001\"")]
    [InlineData("1.5,", "-1.5,", "line 5", "\"-1.5\"")]
    [InlineData("5,4", "5,4.5", "line 4", "\"4.5\"")]
    [InlineData("Arrival, 0,3", "", "line 7", "Arrival")]
    [InlineData("0,3\r\n", "0,3\r\nmore\r\n", "line 7", "\"more\"")]
    public void Names_the_line_and_the_token(string old, string by, string line, string token)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FormatSamples.Read(FormatSamples.Ernst.Replace(old, by, StringComparison.Ordinal), BerthFormat.Ernst));

        Assert.Contains(fault.Faults, each => each.Place == line && each.Message.Contains(token, StringComparison.Ordinal));
    }
}
