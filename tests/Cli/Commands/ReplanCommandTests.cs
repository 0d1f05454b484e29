using System.Text.Json;
using BerthOpt.Cli.Berths;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class ReplanCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;
    private readonly string _plan;

    public ReplanCommandTests()
    {
        var problem = SampleProblem.Create();
        _file = _folder.Write("two.json", BerthFiles.Json(problem));
        _plan = _folder.Write("plan.json", BerthFiles.Json(problem, SampleProblem.Best));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_late_ship_gives_a_new_plan_of_the_problem_that_is_left_and_says_what_has_changed()
    {
        var late = _folder.Write("late.json", """{"nowMinutes":0,"events":[{"type":"etaChanged","call":"Borealis","arrivalMinutes":420}],"stability":{"startChangePerHour":0.5}}""");

        var run = CliRun.Of("replan", _file, _plan, late, "--out", _folder["new.json"], "--problem-out", _folder["left.json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 call moved, 0 of them to another quay; 0 new, 0 left out; changes cost 1.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Borealis: +2 h", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, CliRun.Of("check", _folder["left.json"], _folder["new.json"]).ExitCode);
    }

    [Fact]
    public void Pins_and_freezes_hold_also_for_machines()
    {
        var decided = _folder.Write("decided.json", """{"nowMinutes":0,"pins":[{"call":"Borealis","startMinutes":600}],"freeze":{"untilMinutes":60},"stability":{"startChangePerHour":0.5}}""");

        var changes = JsonElement.Parse(CliRun.Of("replan", _file, _plan, decided, "--json").Out).GetProperty("changes");

        Assert.Equal((1, 300m, 2.5m), (changes.GetProperty("callsMoved").GetInt32(), changes.GetProperty("minutes").GetDecimal(), changes.GetProperty("price").GetDecimal()));
        Assert.Equal("Borealis", changes.GetProperty("calls")[0].GetProperty("call").GetString());
    }

    [Fact]
    public void What_cannot_be_used_is_told_with_its_place()
    {
        CliRun.Of("replan", _file, _plan, _folder.Write("no.json", """{"nowMinutes":0,"events":[{"type":"callOmitted","call":"Comet"}]}""")).AssertRefused("/events/0/call");
        CliRun.Of("replan", _folder.Write("cranes.json", CraneText()), _plan, _file).AssertRefused("expected one of berths");
    }

    private string CraneText()
    {
        CliRun.Of("generate", "cranes", "--kind", "kim-park", "--tasks", "5", "--out", _folder["made.json"]);
        return File.ReadAllText(_folder["made.json"]);
    }
}
