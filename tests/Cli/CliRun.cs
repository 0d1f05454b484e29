using BerthOpt.Berths;
using BerthOpt.Cli;
using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cli;

/// <summary>One command, run in this process: its exit code and what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command as a user would.</summary>
    public static CliRun Of(params string[] args) => Of(host => host, default, args);

    /// <summary>Runs a command with another solver.</summary>
    public static CliRun With(Solve<BerthProblem, BerthPlan> solve, params string[] args) => Of(host => host with { SolveBerths = solve }, default, args);

    /// <summary>Runs a command with another solver of crane problems.</summary>
    public static CliRun WithCranes(Solve<CraneProblem, CranePlan> solve, params string[] args) => Of(host => host with { SolveCranes = solve }, default, args);

    /// <summary>Runs a command with a changed host and a token that may be cancelled.</summary>
    public static CliRun Of(Func<Host, Host> change, CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, change(new Host { Out = output, Error = error }), cancellation);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Asserts that the command ended with a message and not with a stack trace.</summary>
    public CliRun AssertRefused(params string[] expected)
    {
        Assert.Equal(BerthOpt.Cli.ExitCode.InvalidInput, ExitCode);
        Assert.Empty(Out);
        Assert.All(expected, text => Assert.Contains(text, Error));
        Assert.DoesNotContain("   at ", Error);
        return this;
    }
}
