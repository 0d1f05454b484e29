using BerthOpt.Berths;
using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("meisel-bierwirth", "--calls", "5", GeneratedKind.MeiselBierwirth)]
    [InlineData("park-kim", "--calls", "5", GeneratedKind.ParkKim)]
    [InlineData("port", "--weeks", "2", GeneratedKind.Port)]
    public void The_file_holds_the_problem_that_the_library_makes(string kind, string option, string size, GeneratedKind expected)
    {
        var run = CliRun.Of("generate", "berths", "--kind", kind, option, size, "--seed", "3", "--out", _folder["x.json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(BerthFiles.Json(BerthGenerator.Generate(expected, int.Parse(size), 3)), File.ReadAllText(_folder["x.json"]));
    }

    [Theory]
    [InlineData("Meisel-Bierwirth, 5 calls, seed 1.", "--calls", "5")]
    [InlineData("Synthetic port, 1 week, seed 1, 230 calls.", "--kind", "port")]
    public void The_number_of_calls_is_told_once(string expected, params string[] options)
    {
        var run = CliRun.Of(["generate", "berths", "--out", _folder["x.json"], .. options]);

        Assert.EndsWith($"x.json: {expected}", run.Error.TrimEnd());
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        CliRun.Of("generate", "berths", "--out", _folder["x.json"]);

        Assert.Equal(40, Assert.IsType<Instance<BerthProblem, BerthPlan>>(ProblemKinds.Open(_folder["x.json"])).Problem.Calls.Length);
    }

    [Theory]
    [InlineData("--kind is \"lim\"; expected one of meisel-bierwirth, park-kim, port", "--kind", "lim")]
    [InlineData("--calls is \"0\"; expected 1 to 10000", "--calls", "0")]
    [InlineData("--weeks is \"53\"; expected 1 to 52", "--kind", "port", "--weeks", "53")]
    [InlineData("--calls does not go with --kind port; expected --weeks", "--kind", "port", "--calls", "5")]
    [InlineData("--weeks does not go with --kind park-kim; expected --calls", "--kind", "park-kim", "--weeks", "5")]
    public void What_cannot_be_made_ends_with_3(string expected, params string[] options)
    {
        CliRun.Of(["generate", "berths", "--out", _folder["x.json"], .. options]).AssertRefused(expected);
        Assert.False(File.Exists(_folder["x.json"]));
    }

    [Fact]
    public void Without_a_file_to_write_it_ends_with_3() => CliRun.Of("generate", "berths").AssertRefused("--out");
}
