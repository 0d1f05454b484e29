using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests;

public sealed class DbapFormatTests
{
    [Fact]
    public void Reads_berths_calls_and_forbidden_pairs()
    {
        var instance = FormatSamples.Read(FormatSamples.Dbap);

        Assert.Equal((BerthFormat.Dbap, "soft", "sample"), (instance.Format, instance.Variant, instance.Problem.Name));
        var quay = Assert.Single(instance.Problem.Quays);
        Assert.Equal((QuayLayout.Discrete, 2), (quay.Layout, quay.Length));
        Assert.Equal([(0, 1, 1, int.MaxValue), (1, 1, 2, int.MaxValue)], quay.Berths.Select(berth => (berth.Start, berth.Length, berth.Open, berth.Close)));
        Assert.Equal([("1", 1, 0, 15, Call.Never), ("2", 1, 4, 12, Call.Never), ("3", 1, 5, 20, Call.Never)], instance.Problem.Calls.Select(call => (call.Id, call.Length, call.Arrival, call.Due, call.Deadline)));
        Assert.Equal([5, 6, Handling.Forbidden, 4, 3, 3], instance.Problem.Calls.SelectMany(call => call.Handling.Work));
        Assert.All(instance.Problem.Calls, call => Assert.Equal(new Rates { Waiting = 1, Stay = 1 }, call.Rates));
    }

    [Fact]
    public void Deadlines_keep_latest_departures_and_closings()
    {
        var problem = FormatSamples.Read(FormatSamples.Dbap, variant: "deadlines").Problem;

        Assert.Equal([20, 30], problem.Quays[0].Berths.Select(berth => berth.Close));
        Assert.Equal([15, 12, 20], problem.Calls.Select(call => call.Deadline));
    }

    /// <summary>Departures 6, 8 and 9 less arrivals 0, 4 and 5.</summary>
    [Fact]
    public void Costs_are_the_sum_of_departures_less_arrivals()
    {
        var problem = FormatSamples.Read(FormatSamples.Dbap).Problem;
        var check = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, 0, 0, 1, 6), new Assignment(0, 1, 1, 4, 8), new Assignment(0, 0, 0, 6, 9)]));

        Assert.Empty(check.Faults);
        Assert.Equal(14, check.Cost.Total);
    }

    /// <summary>From 5 on, vessel 2 has only berth 2, where all handling is 6 + 4 + 3.</summary>
    [Fact]
    public void The_horizon_is_the_busiest_berth_behind_the_last_arrival() =>
        Assert.Equal(5 + 13, FormatSamples.Read(FormatSamples.Dbap).Problem.Horizon);

    /// <summary>Every plan of three vessels at two berths, by brute force over assignments and orders, started as early as possible.</summary>
    [Fact]
    public void The_horizon_binds_no_optimal_plan()
    {
        var rng = new Rng(5);
        for (var round = 0; round < 200; round++)
        {
            int Draw(int from, int to) => from + rng.Next(to - from);
            var handling = Enumerable.Range(0, 6).Select(_ => Draw(0, 4) == 0 ? 99_999 : Draw(1, 12)).ToArray();
            var text = $"3 2 {Draw(0, 9)} {Draw(0, 9)} {Draw(0, 9)} {Draw(0, 9)} {Draw(0, 9)} {string.Join(' ', handling)} 99 99 99 99 99";
            var problem = FormatSamples.Read(text, BerthFormat.Dbap).Problem;
            long? best = null;
            long? within = null;
            foreach (var order in new int[][] { [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0] })
            {
                for (var choice = 0; choice < 8; choice++)
                {
                    var free = problem.Quays[0].Berths.Select(berth => berth.Open).ToArray();
                    long cost = 0;
                    var last = 0;
                    foreach (var vessel in order)
                    {
                        var berth = (choice >> vessel) & 1;
                        var slots = problem.Calls[vessel].Handling.Work[berth];
                        free[berth] = Math.Max(free[berth], problem.Calls[vessel].Arrival) + (slots == Handling.Forbidden ? 1_000_000 : slots);
                        cost += free[berth] - problem.Calls[vessel].Arrival;
                        last = Math.Max(last, free[berth]);
                    }

                    best = cost < 1_000_000 ? Math.Min(best ?? cost, cost) : best;
                    within = last <= problem.Horizon ? Math.Min(within ?? cost, cost) : within;
                }
            }

            Assert.Equal(best, within);
        }
    }

    [Theory]
    [InlineData("200", "10", true)]
    [InlineData("200", "201", false)]
    [InlineData("199", "10", false)]
    [InlineData("99999", "200", true)]
    [InlineData("100000", "7", true)]
    public void Forbidden_is_99999_or_200_where_nothing_is_longer(string first, string second, bool forbidden)
    {
        var problem = FormatSamples.Read($"1 2 0 0 0 {first} {second} 900 900 900", BerthFormat.Dbap).Problem;

        Assert.Equal(forbidden, problem.Calls[0].Handling.Work[0] == Handling.Forbidden);
        Assert.Equal(int.Parse(second), problem.Calls[0].Handling.Work[1]);
    }

    [Fact]
    public void Line_breaks_mean_nothing() =>
        Assert.Null(BerthFacts.Difference(FormatSamples.Read(FormatSamples.Dbap).Problem, FormatSamples.Read(FormatSamples.Dbap.Replace('\n', ' ').Insert(2, "\r\n\r\n")).Problem));

    [Theory]
    [InlineData("soft")]
    [InlineData("deadlines")]
    public void Writes_what_it_read(string variant) =>
        Assert.Equal(FormatSamples.Dbap, BerthFormats.Write(FormatSamples.Read(FormatSamples.Dbap, variant: variant)));

    [Theory]
    [InlineData("3\n2\n0 x 5", "line 3", "\"x\"")]
    [InlineData("3\n2\n0 -4 5", "line 3", "\"-4\"")]
    [InlineData("3\n2\n0 1e999 5", "line 3", "\"1e999\"")]
    [InlineData("3\n2\n0 NaN 5", "line 3", "\"NaN\"")]
    [InlineData("3\n2\n0 99999999999 5", "line 3", "\"99999999999\"")]
    [InlineData("3\n2\n0 4", "line 3", "cut off")]
    [InlineData("99999999 2\n0", "line 1", "\"99999999\"")]
    [InlineData("1 1 0 0 0 9 9", "line 1", "handling")]
    [InlineData("1 1 0 0 5 9 9 a", "line 1", "\"a\"")]
    [InlineData("1 1 0 0 5 9 9 1 2", "line 1", "at most one for each vessel")]
    public void Names_the_line_and_the_token(string text, string line, string token)
    {
        var fault = Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text, BerthFormat.Dbap));

        Assert.Contains(fault.Faults, each => each.Place == line && each.Message.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public void A_berth_that_never_opens_is_refused_where_closings_count()
    {
        const string text = "1 1 0 9 5 9 99";

        Assert.Equal(9 + 5, FormatSamples.Read(text, BerthFormat.Dbap).Problem.Horizon);
        Assert.Contains("closes at 9", Assert.Throws<InvalidInputException>(() => FormatSamples.Read(text, BerthFormat.Dbap, "deadlines")).Message);
    }
}
