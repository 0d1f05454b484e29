using System.IO.Compression;
using System.Text;
using BerthOpt.Cli;

namespace BerthOpt.Tests.Cli.Empties;

public sealed class FlowCommandTests : IDisposable
{
    private const string Two = "p min 2 2\nn 1 5\nn 2 -5\na 1 2 0 3 2\na 1 2 0 -1 7\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_solved_and_its_plan_checked()
    {
        folder.Write("x.min", Two);

        var run = CliRun.Of("solve", folder["x.min"], "--csv", folder["f.csv"], "--out", folder["f.json"], "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("\"problem\":\"flows\",\"instance\":\"x\",\"status\":\"optimal\",\"reason\":\"proven\",\"cost\":20,\"lowerBound\":20", run.Out);
        Assert.Equal("arc,flow\n1,3\n2,2\n", File.ReadAllText(folder["f.csv"]));
        Assert.Contains("\"isOptimal\":true", CliRun.Of("check", folder["x.min"], folder["f.json"], "--json").Out);
        Assert.Contains("The plan is valid", CliRun.Of("check", folder["x.min"], folder["f.csv"]).Out);
    }

    [Fact]
    public void A_compressed_file_is_solved_too()
    {
        using (var gzip = new GZipStream(File.Create(folder["x.min.gz"]), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Two));
        }

        Assert.Contains("\"cost\":20", CliRun.Of("solve", folder["x.min.gz"], "--json").Out);
    }

    [Fact]
    public void What_cannot_be_planned_is_told_without_a_stack_trace()
    {
        folder.Write("no.min", "p min 2 1\nn 1 5\nn 2 -5\na 1 2 0 3 2\n");
        folder.Write("endless.min", "p min 2 2\na 1 2 0 -1 -3\na 2 1 0 -1 2\n");
        folder.Write("bad.min", "p min 2 1\na 1 7 0 3 2\n");
        folder.Write("f.csv", "arc,flow\n1,4\n2,1\n");
        folder.Write("x.min", Two);

        Assert.Equal(ExitCode.Infeasible, CliRun.Of("solve", folder["no.min"]).ExitCode);
        CliRun.Of("solve", folder["endless.min"]).AssertRefused("costs -1 a unit", "unbounded");
        CliRun.Of("solve", folder["bad.min"], "--format", "dimacs").AssertRefused("line 2", "\"7\"", "1 to 2");
        Assert.Contains("no picture", CliRun.Of("solve", folder["x.min"], "--svg", folder["f.svg"]).Error);
        var check = CliRun.Of("check", folder["x.min"], folder["f.csv"]);
        Assert.Equal(ExitCode.Refused, check.ExitCode);
        Assert.Contains("Arc 1 carries 4; expected at most 3.", check.Out);
    }
}
