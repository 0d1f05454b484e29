using System.Text.Json;
using System.Xml.Linq;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Cli.Empties;

public sealed class EmptiesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("carrier", "--ports", "8")]
    [InlineData("hub", "--inland-ports", "3")]
    public void A_problem_is_made_solved_checked_and_drawn(string kind, string option, string size)
    {
        var file = _folder["problem.json"];
        Assert.Equal(0, CliRun.Of("generate", "empties", "--kind", kind, option, size, "--weeks", "3", "--seed", "4", "--out", file).ExitCode);

        var run = CliRun.Of("solve", file, "--work-limit", "5000000", "--csv", _folder["plan.csv"], "--out", _folder["plan.json"], "--svg", _folder["plan.svg"], "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal("empties", JsonDocument.Parse(run.Out).RootElement.GetProperty("problem").GetString());
        Assert.StartsWith("move,number,from,to,type,count\n", File.ReadAllText(_folder["plan.csv"]));
        Assert.Equal("svg", XDocument.Load(_folder["plan.svg"]).Root!.Name.LocalName);
        Assert.Equal(0, CliRun.Of("check", file, _folder["plan.csv"]).ExitCode);
        Assert.Equal(0, CliRun.Of("check", file, _folder["plan.json"], "--problem", "empties").ExitCode);
        Assert.Equal(0, CliRun.Of("render", file, _folder["plan.csv"], "--out", _folder["again.svg"]).ExitCode);
        Assert.Equal(File.ReadAllText(_folder["again.svg"]).Length > 1000, File.ReadAllText(_folder["plan.svg"]).Length > 1000);
    }

    [Fact]
    public void A_plan_that_breaks_rules_ends_with_5_and_names_its_location()
    {
        var file = _folder["problem.json"];
        CliRun.Of("generate", "empties", "--kind", "carrier", "--ports", "6", "--weeks", "2", "--out", file);
        var plan = _folder.Write("plan.csv", "move,number,from,to,type,count\nvoyage,1,1,2,1,99999\n");

        var run = CliRun.Of("check", file, plan, "--json");

        Assert.Equal(5, run.ExitCode);
        var faults = JsonDocument.Parse(run.Out).RootElement.GetProperty("faults").EnumerateArray().ToList();
        Assert.Contains(faults, fault => fault.GetProperty("code").GetString() == EmptiesFaultCodes.StockMissing && fault.GetProperty("location").GetString()!.StartsWith('P'));
    }

    [Theory]
    [InlineData("voyage,1,1,2,1\n", "line 2")]
    [InlineData("voyage,one,1,2,1,5\n", "line 2")]
    [InlineData("swim,1,1,2,1,5\n", "line 2")]
    public void A_spoilt_plan_ends_with_3_and_its_line(string row, string place)
    {
        var file = _folder["problem.json"];
        CliRun.Of("generate", "empties", "--kind", "carrier", "--ports", "6", "--weeks", "2", "--out", file);

        CliRun.Of("check", file, _folder.Write("plan.csv", "move,number,from,to,type,count\n" + row)).AssertRefused(place);
    }
}
