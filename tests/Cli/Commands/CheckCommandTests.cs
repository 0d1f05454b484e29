using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Berths;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BerthProblem _problem = SampleProblem.Create();
    private readonly string _file;

    public CheckCommandTests() => _file = _folder.Write("two.json", BerthFiles.Json(_problem));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_valid_plan_ends_with_0_and_says_cost_and_KPIs()
    {
        var run = CliRun.Of("check", _file, Plan(SampleProblem.Best));

        Assert.Equal(0, run.ExitCode);
        Assert.All(["The plan is valid", "6.5", "waiting", "1.5", "stay", "Berthing on arrival", "50.0 %"], text => Assert.Contains(text, run.Out));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void A_plan_with_faults_ends_with_5_and_says_them_all()
    {
        var run = CliRun.Of("check", _file, Plan(new BerthPlan([new Assignment(0, -1, 9, 0, 5), new Assignment(0, -1, 8, 1, 6)])));

        Assert.Equal(5, run.ExitCode);
        Assert.All(["The plan is refused: 3 faults", "[outside-quay]", "[start-too-early]", "[overlap]", "Aurora", "Borealis"], text => Assert.Contains(text, run.Out));
    }

    [Fact]
    public void The_line_for_machines_names_calls_by_id()
    {
        var run = CliRun.Of("check", _file, Plan(SampleProblem.Overlapping), "--json");

        Assert.Equal(5, run.ExitCode);
        var line = JsonDocument.Parse(Assert.Single(run.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(
            ["problem", "instance", "checker", "cost", "terms", "faults", "faultsNotListed", "kpis", "planHash"],
            line.EnumerateObject().Select(property => property.Name));
        Assert.Equal("refused", line.GetProperty("checker").GetString());
        Assert.Equal("5", line.GetProperty("cost").GetRawText());
        Assert.Equal("5", line.GetProperty("terms").GetProperty("stay").GetRawText());
        var fault = Assert.Single(line.GetProperty("faults").EnumerateArray());
        Assert.Equal("overlap", fault.GetProperty("code").GetString());
        Assert.Equal("Aurora Borealis", $"{fault.GetProperty("call")} {fault.GetProperty("other")}");
        Assert.Equal(2, line.GetProperty("kpis").GetProperty("plannedCalls").GetInt32());
        Assert.Equal(SampleProblem.Overlapping.Hash, line.GetProperty("planHash").GetString());
    }

    [Theory]
    [InlineData("{", "plan")]
    [InlineData("{\"calls\": 3}", "/")]
    [InlineData("call;start\nAurora;zero", "line")]
    [InlineData("nothing of the kind", "line")]
    public void A_malformed_plan_ends_with_3_and_says_where(string text, string expected) =>
        CliRun.Of("check", _file, _folder.Write("plan", text)).AssertRefused("plan\" cannot be used", expected);

    /// <summary>A pipe can be read once only: a plan as CSV was read a second time for its text.</summary>
    [Fact]
    public void A_plan_as_CSV_may_come_through_a_pipe()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a pipe of this process is a file.");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var end = pipe.ClientSafePipeHandle;
        pipe.Write(Encoding.UTF8.GetBytes(BerthPlanCsv.Write(SampleProblem.Best, BerthInstance.Of(_problem))));
        pipe.Dispose();

        Assert.Contains("The plan is valid", CliRun.Of("check", _file, $"/dev/fd/{end.DangerousGetHandle()}").Out);
    }

    [Fact]
    public void A_missing_plan_is_named() => CliRun.Of("check", _file, _folder["none"]).AssertRefused(_folder["none"], "does not exist");

    [Fact]
    public void A_missing_problem_is_named() => CliRun.Of("check", _folder["none"], _file).AssertRefused(_folder["none"], "does not exist");

    private string Plan(BerthPlan plan) => _folder.Write("plan.json", BerthFiles.Json(_problem, plan));
}
