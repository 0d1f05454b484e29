namespace BerthOpt.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", "solve check render generate demo")]
    [InlineData("", "solve check render generate demo")]
    [InlineData("solve --help", "FILE --problem --format --variant --time-limit --work-limit --gap --target --seed --threads --out --csv --svg --json")]
    [InlineData("check --help", "FILE PLAN --problem --format --variant --json")]
    [InlineData("render --help", "FILE PLAN --format --variant --out")]
    [InlineData("generate berths --help", "--kind --calls --weeks --seed --out")]
    [InlineData("demo --help", "--out --time-limit --work-limit --gap --target --seed --threads")]
    public void Help_names_everything(string line, string expected)
    {
        var run = CliRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, run.ExitCode);
        Assert.All(expected.Split(' '), word => Assert.Contains(word, run.Out));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void The_version_is_told()
    {
        var run = CliRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+", run.Out);
    }

    [Theory]
    [InlineData("plan a.json", "\"plan\" is no command and no option; expected one of solve, check, explain, replan, slots, render, generate, simulate, bench, hedge, demo")]
    [InlineData("--json solve", "'--json'")]
    [InlineData("solve", "solve")]
    [InlineData("generate", "A command is missing; expected one of berths")]
    [InlineData("solve a.json b.json", "'b.json'")]
    [InlineData("solve @answers", "\"@answers\" does not exist")]
    public void A_line_that_cannot_be_used_ends_with_3_and_a_message(string line, string expected) => CliRun.Of(line.Split(' ')).AssertRefused(expected);

    [Fact]
    public void A_line_below_a_command_points_to_the_help_of_both() => CliRun.Of("generate", "berths").AssertRefused("Maybe 'berthopt generate berths --help'");

    [Fact]
    public void A_line_that_cannot_be_used_points_to_its_help() => CliRun.Of("solve").AssertRefused("Maybe 'berthopt solve --help'");
}
