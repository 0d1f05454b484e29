using System.Text.Json;
using System.Xml.Linq;
using BerthOpt.Cli;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using BerthOpt.Search;
using BerthOpt.Tests.Cranes;

namespace BerthOpt.Tests.Cli.Cranes;

public sealed class CraneCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => [.. CraneSamples.All.Select(sample => sample.Format.ToString())];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_plan_goes_out_and_comes_back_in_the_units_of_the_format(string format)
    {
        var file = _folder.Write("instance", CraneSamples.All.Single(sample => sample.Format.ToString() == format).Text);

        var run = CliRun.Of("solve", file, "--work-limit", "20000", "--csv", _folder["plan.csv"], "--out", _folder["plan.json"], "--svg", _folder["plan.svg"], "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal("cranes", JsonDocument.Parse(run.Out).RootElement.GetProperty("problem").GetString());
        Assert.StartsWith("task,crane,start,end\n", File.ReadAllText(_folder["plan.csv"]));
        Assert.Equal("svg", XDocument.Load(_folder["plan.svg"]).Root!.Name.LocalName);
        Assert.Equal(0, CliRun.Of("check", file, _folder["plan.csv"]).ExitCode);
        Assert.Equal(0, CliRun.Of("check", file, _folder["plan.json"], "--problem", "cranes").ExitCode);
        Assert.Equal(0, CliRun.Of("render", file, _folder["plan.csv"], "--out", _folder["again.svg"]).ExitCode);
    }

    [Fact]
    public void People_read_cost_bound_and_KPIs()
    {
        var run = CliRun.Of("solve", _folder.Write("bays.dat", CraneSamples.Bays), "--work-limit", "20000");

        Assert.Equal(0, run.ExitCode);
        Assert.All(["Cost", "Lower bound", "Gap", "valid", "makespan", "Crane intensity", "Cranes at work"], words => Assert.Contains(words, run.Out));
    }

    [Fact]
    public void A_plan_that_breaks_rules_ends_with_5_and_names_its_tasks()
    {
        var file = _folder.Write("bays.dat", CraneSamples.Bays);
        var plan = _folder.Write("plan.csv", "task,crane,start,end\n1,2,0,10\n2,1,0,20\n3,1,20,50\n4,2,10,50\n");

        var run = CliRun.Of("check", file, plan, "--json");

        Assert.Equal(5, run.ExitCode);
        var line = JsonDocument.Parse(run.Out).RootElement;
        var fault = line.GetProperty("faults")[0];
        Assert.Equal((CraneFaultCodes.Interference, "1"), (fault.GetProperty("code").GetString(), fault.GetProperty("task").GetString()));
        Assert.Equal(50, line.GetProperty("terms").GetProperty("makespan").GetDecimal());
        Assert.Contains("is in the way of", CliRun.Of("check", file, plan).Out);
    }

    [Fact]
    public void A_solver_that_claims_too_little_is_refused()
    {
        var file = _folder.Write("bays.dat", CraneSamples.Bays);
        Solve<CraneProblem, CranePlan> solve = (_, options, _, _) => new SolveResult<CranePlan>
        {
            Status = SolveStatus.Feasible,
            StopReason = StopReason.TimeLimit,
            Plan = new CranePlan([new(0, 0, 10), new(0, 10, 30), new(0, 30, 60), new(1, 0, 40)]),
            Cost = 50,
            Statistics = new SolveStatistics { Seed = options.Seed },
        };

        var run = CliRun.WithCranes(solve, "solve", file, "--out", _folder["plan.json"]);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("[cost-differs]", run.Error);
        Assert.False(File.Exists(_folder["plan.json"]));
    }

    [Theory]
    [InlineData("9,3,2,1,2,1,1\n", "line ")]
    [InlineData("4,3,2,1,2,1,1\n5,noon,9,11\n", "line 2")]
    public void A_spoilt_instance_ends_with_3_and_its_place(string text, string place) =>
        CliRun.Of("solve", _folder.Write("spoilt.txt", text), "--json").AssertRefused("cannot be used", place);

    [Fact]
    public void A_spoilt_plan_ends_with_3_and_its_line() =>
        CliRun.Of("check", _folder.Write("bays.dat", CraneSamples.Bays), _folder.Write("plan.csv", "task,crane,start,end\n1,3,0,10\n")).AssertRefused("line 2", "a whole number from 1 to 2");

    [Fact]
    public void Windows_of_calls_are_for_berths() =>
        CliRun.Of("solve", _folder.Write("bays.dat", CraneSamples.Bays), "--rolling").AssertRefused("Option --rolling plans berths", "cranes");

    [Theory]
    [InlineData("qcspgen", "--tasks", "12", GeneratedCraneKind.Qcspgen)]
    [InlineData("kim-park", "--tasks", "10", GeneratedCraneKind.KimPark)]
    [InlineData("vessel", "--teu", "3000", GeneratedCraneKind.Vessel)]
    [InlineData("rail", "--vessels", "2", GeneratedCraneKind.Rail)]
    public void A_problem_is_made_and_read_back(string kind, string option, string size, GeneratedCraneKind expected)
    {
        var run = CliRun.Of("generate", "cranes", "--kind", kind, option, size, "--seed", "3", "--out", _folder["x.json"]);

        Assert.Equal(0, run.ExitCode);
        var problem = CraneFormats.Read(_folder["x.json"]).Problem;
        Assert.Equal(CraneGenerator.Generate(expected, int.Parse(size), 3).Tasks.Length, problem.Tasks.Length);
    }

    [Theory]
    [InlineData("--kind", "vessel", "--tasks", "9", "--tasks does not go with --kind vessel; expected --teu")]
    [InlineData("--kind", "rail", "--vessels", "0", "--vessels is \"0\"; expected 1 to 20")]
    public void A_size_that_does_not_fit_ends_with_3(string one, string two, string three, string four, string expected) =>
        CliRun.Of("generate", "cranes", one, two, three, four, "--out", _folder["x.json"]).AssertRefused(expected);
}
