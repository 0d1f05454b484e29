using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cli.Berths;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BerthProblem _problem = SampleProblem.Create();
    private readonly string _file;
    private readonly string _plan;

    public ExplainCommandTests()
    {
        _file = _folder.Write("two.json", BerthFiles.Json(_problem));
        _plan = _folder.Write("plan.json", BerthFiles.Json(_problem, SampleProblem.Best));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_call_is_told_with_what_stands_in_its_way()
    {
        var run = CliRun.Of("explain", _file, _plan);

        Assert.Equal(0, run.ExitCode);
        Assert.All([.. _problem.Calls.Select(call => $"{call.Id}: quay"), "overlap (call \""], text => Assert.Contains(text, run.Out));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void One_call_is_told_with_prices_also_to_machines()
    {
        var run = CliRun.Of("explain", _file, _plan, "--call", "Borealis");
        var json = CliRun.Of("explain", _file, _plan, "--call", "Borealis", "--json");

        Assert.Contains("first-start: ", run.Out);
        var call = Assert.Single(JsonElement.Parse(json.Out).GetProperty("calls").EnumerateArray());
        Assert.Equal("exact", call.GetProperty("counterfactuals")[0].GetProperty("status").GetString());
    }

    [Fact]
    public void What_cannot_be_explained_is_said()
    {
        var faulty = _folder.Write("faulty.json", BerthFiles.Json(_problem, new BerthPlan([new Assignment(0, -1, 0, 0, 5), new Assignment(0, -1, 0, 1, 6)])));

        CliRun.Of("explain", _file, _plan, "--call", "nobody").AssertRefused("--call", "nobody");
        Assert.Equal(5, CliRun.Of("explain", _file, faulty).ExitCode);
    }

    [Fact]
    public void Without_a_plan_solve_says_what_cannot_hold_together()
    {
        var late = new BerthProblem(_problem.Parts with { Calls = [.. _problem.Calls.Select((call, index) => index == 0 ? call with { Deadline = call.Arrival + 1 } : call)] });
        var file = _folder.Write("late.json", BerthFiles.Json(late));

        var run = CliRun.Of("solve", file, "--json", "--work-limit", "1000");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the deadline of call \"Aurora\"", run.Error);
        Assert.True(JsonElement.Parse(run.Out).GetProperty("conflict").GetProperty("isMinimal").GetBoolean());
    }
}
