using System.Xml.Linq;
using BerthOpt.Cli.Berths;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;
    private readonly string _plan;

    public RenderCommandTests()
    {
        _file = _folder.Write("two.json", BerthFiles.Json(SampleProblem.Create()));
        _plan = _folder.Write("plan.json", BerthFiles.Json(SampleProblem.Create(), SampleProblem.Best));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_becomes_a_picture_that_names_its_ships()
    {
        var run = CliRun.Of("render", _file, _plan, "--out", _folder["plan.svg"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Wrote", run.Error);
        Assert.Equal("svg", XDocument.Load(_folder["plan.svg"]).Root!.Name.LocalName);
        Assert.Contains("Borealis", File.ReadAllText(_folder["plan.svg"]));
    }

    [Fact]
    public void Without_a_file_to_write_it_ends_with_3() => CliRun.Of("render", _file, _plan).AssertRefused("--out");

    [Fact]
    public void The_plan_is_not_overwritten_by_its_picture() => CliRun.Of("render", _file, _plan, "--out", _plan).AssertRefused("is also read");
}
