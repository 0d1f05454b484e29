using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cli.Berths;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class SlotsCommandTests : IDisposable
{
    private const string Comet = """{"id":"Comet","lengthMetres":80,"arrivalMinutes":60,"handling":{"minutes":120},"rates":{"waitingPerHour":1}}""";

    private readonly TemporaryFolder _folder = new();
    private readonly string _file;
    private readonly string _plan;

    public SlotsCommandTests()
    {
        var problem = SampleProblem.Create();
        _file = _folder.Write("two.json", BerthFiles.Json(problem));
        _plan = _folder.Write("plan.json", BerthFiles.Json(problem, SampleProblem.Best));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_cheapest_slot_comes_first()
    {
        var run = CliRun.Of("slots", _file, _plan, _folder.Write("comet.json", Comet), "--count", "3");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("quay north at 120 m, 1 h to 3 h: +0", run.Out.Split(Environment.NewLine)[0]);
        Assert.Equal(3, run.Out.Trim().Split(Environment.NewLine).Length);
    }

    [Fact]
    public void Times_are_those_of_the_port_where_the_problem_has_an_origin()
    {
        var problem = new BerthProblem(SampleProblem.Create().Parts with { Grid = new Grid { CostScale = 2, Origin = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.FromHours(8)) } });
        var file = _folder.Write("dated.json", BerthFiles.Json(problem));

        Assert.StartsWith("quay north at 120 m, Mon 23 Nov 07:00 to 09:00: +0", CliRun.Of("slots", file, _plan, _folder.Write("comet.json", Comet)).Out, StringComparison.Ordinal);
        var told = CliRun.Of("explain", file, _plan, "--call", "Borealis").Out;
        Assert.Contains("Borealis: quay north at 80 m, Mon 23 Nov 11:00 to 16:00", told, StringComparison.Ordinal);
        Assert.Contains("  start Mon 23 Nov 08:00 to 11:00: ", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_read_slots_in_the_words_of_plans()
    {
        var slots = JsonElement.Parse(CliRun.Of("slots", _file, _plan, _folder.Write("comet.json", Comet), "--json").Out).GetProperty("slots");

        Assert.Equal(5, slots.GetArrayLength());
        Assert.Equal(("north", 120, 60, 0), (
            slots[0].GetProperty("assignment").GetProperty("quay").GetString(),
            slots[0].GetProperty("assignment").GetProperty("positionMetres").GetInt32(),
            slots[0].GetProperty("assignment").GetProperty("startMinutes").GetInt32(),
            slots[0].GetProperty("totalCost").GetInt32()));
    }

    [Fact]
    public void A_ship_that_fits_nowhere_ends_with_4_and_faults_are_told()
    {
        var long_ = CliRun.Of("slots", _file, _plan, _folder.Write("long.json", Comet.Replace("\"handling\":{\"minutes\":120}", "\"handling\":{\"minutes\":1200}", StringComparison.Ordinal)));
        Assert.Equal(4, long_.ExitCode);
        Assert.Contains("There is no slot", long_.Out, StringComparison.Ordinal);

        CliRun.Of("slots", _file, _plan, _folder.Write("twin.json", Comet.Replace("Comet", "Aurora", StringComparison.Ordinal))).AssertRefused("/call/id");
        CliRun.Of("slots", _file, _plan, _folder.Write("no.json", "{}")).AssertRefused("lacks \"id\"");
        CliRun.Of("slots", _file, _folder.Write("bad.json", BerthFiles.Json(SampleProblem.Create(), SampleProblem.Overlapping)), _folder.Write("comet.json", Comet)).AssertRefused("overlaps");
        CliRun.Of("slots", _file, _plan, _folder["comet.json"], "--count", "0").AssertRefused("1 to 100");
    }
}
