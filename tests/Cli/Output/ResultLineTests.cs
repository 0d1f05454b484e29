using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cli.Output;

public sealed class ResultLineTests
{
    private static readonly SolveStatistics Statistics = new() { Seconds = 1.25, SecondsToBest = 0.5, Work = 1000, Seed = ulong.MaxValue, Threads = 2 };

    [Fact]
    public void The_line_of_a_plan_is_exactly_this()
    {
        var result = new SolveResult<JudgedPlan>
        {
            Status = SolveStatus.Feasible,
            StopReason = StopReason.TimeLimit,
            Cost = 1250,
            LowerBound = 1000,
            BoundMethod = "area",
            Statistics = Statistics,
        };

        Assert.Equal(
            """{"problem":"berths","instance":"week \"1\" 青岛","status":"feasible","reason":"time-limit","cost":12.5,"lowerBound":10,"gap":0.2,"boundMethod":"area","seconds":1.25,"secondsToBest":0.5,"work":1000,"seed":18446744073709551615,"threads":2,"checker":"valid","planHash":"abc"}""",
            ResultLine.Of(Named("week \"1\" 青岛", 100), result, new Verdict("valid", "abc")));
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        var result = new SolveResult<JudgedPlan> { Status = SolveStatus.Infeasible, StopReason = StopReason.Proven, Statistics = Statistics };

        Assert.Contains(
            "\"status\":\"infeasible\",\"reason\":\"proven\",\"cost\":null,\"lowerBound\":null,\"gap\":null,\"boundMethod\":\"none\",",
            ResultLine.Of(Named("x"), result, new Verdict("none", null)));
    }

    [Fact]
    public void An_infinite_gap_is_null()
    {
        var result = new SolveResult<JudgedPlan> { Status = SolveStatus.Feasible, StopReason = StopReason.Cancelled, Cost = 0, LowerBound = -1, Statistics = Statistics };

        Assert.Contains("\"cost\":0,\"lowerBound\":-1,\"gap\":null,", ResultLine.Of(Named("x"), result, new Verdict("valid", "")));
    }

    [Theory]
    [InlineData(0, 1000, "0")]
    [InlineData(1_000_000, 1000, "1000")]
    [InlineData(1_000_001, 1000, "1000.001")]
    [InlineData(-1500, 1000, "-1.5")]
    [InlineData(long.MaxValue / 2, 1_000_000_000, "4611686018.427387903")]
    public void Costs_have_no_needless_digits(long cost, int scale, string expected) =>
        Assert.Equal(expected, CostText.Of(cost, scale).ToString());

    private static Instance<BerthProblem, BerthPlan> Named(string name, int costScale = 1) =>
        new BerthKind().Of(BerthInstance.Of(new BerthProblem(SampleProblem.Create().Parts with { Name = name, Grid = new Grid { CostScale = costScale } })));
}
