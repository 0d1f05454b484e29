namespace BerthOpt.Tests.Cli.Commands;

public sealed class DemoCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_week_at_the_port_is_planned_drawn_and_valid()
    {
        // Any plan will do: the target ends the run at the first one.
        var run = CliRun.Of("demo", "--target", "1000000000000", "--work-limit", "2000000000", "--seed", "2", "--out", _folder["demo"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(["valid", "Gap", "Berth occupancy", "What to try next", "berthopt check"], text => Assert.Contains(text, run.Out));
        string In(string name) => Path.Combine(_folder["demo"], name);
        Assert.Equal(0, CliRun.Of("check", In("problem.json"), In("plan.json")).ExitCode);
        Assert.Equal(0, CliRun.Of("check", In("problem.json"), In("plan.csv")).ExitCode);
        Assert.True(File.Exists(In("plan.svg")));
    }

    [Fact]
    public void A_folder_that_is_a_file_ends_with_3()
    {
        _folder.Write("demo", "");

        CliRun.Of("demo", "--out", _folder["demo"]).AssertRefused(_folder["demo"], "cannot be created");
    }
}
