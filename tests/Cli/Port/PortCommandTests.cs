namespace BerthOpt.Tests.Cli.Port;

/// <summary>The chain from the command line: a generated day is planned, and its files are written.</summary>
public sealed class PortCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_generated_day_is_planned_and_its_plans_are_valid()
    {
        Assert.Equal(0, CliRun.Of("generate", "port", "--calls", "2", "--seed", "3", "--out", _folder["berths.json"], "--work", _folder["bays.json"]).ExitCode);

        var run = CliRun.Of(
            "solve", _folder["berths.json"], "--work", _folder["bays.json"], "--work-limit", "50000", "--out", _folder["plan.json"],
            "--cranes-csv", _folder["cranes.csv"], "--cranes-svg", _folder["cranes.svg"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("cranes of Rail", run.Out);
        Assert.Contains("(used)", run.Out);
        Assert.StartsWith("task,crane,start,end", File.ReadAllText(_folder["cranes.csv"]));
        Assert.StartsWith("<svg", File.ReadAllText(_folder["cranes.svg"]));
        Assert.True(File.Exists(_folder["plan.json"]));
    }

    [Fact]
    public void Bays_of_another_berth_problem_are_refused()
    {
        CliRun.Of("generate", "port", "--calls", "2", "--out", _folder["berths.json"], "--work", _folder["two.json"]);
        CliRun.Of("generate", "port", "--calls", "5", "--out", _folder["other.json"], "--work", _folder["bays.json"]);

        CliRun.Of("solve", _folder["berths.json"], "--work", _folder["bays.json"]).AssertRefused("bays.json", "crane");
    }

    [Fact]
    public void Crane_files_need_bays()
    {
        CliRun.Of("generate", "port", "--calls", "2", "--out", _folder["berths.json"], "--work", _folder["bays.json"]);

        CliRun.Of("solve", _folder["berths.json"], "--cranes-csv", _folder["c.csv"]).AssertRefused("--work");
    }
}
