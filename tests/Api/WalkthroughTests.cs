using System.Diagnostics;
using System.Text.RegularExpressions;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>The commands of the pages are run as they stand there, against a host that is not the service's own program.</summary>
public sealed class WalkthroughTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private OwnHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await OwnHost.Start(_folder["jobs.db"]);

    [Fact]
    public async Task The_walk_through_leads_to_its_end()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "api.md"));
        var script = string.Concat(Regex.Matches(page, "```sh\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value));

        var told = await Run(script);

        Assert.Contains("event: done", told, StringComparison.Ordinal);
        Assert.Matches("\"solutionStatus\":\"(optimal|feasible)\"", told);
        Assert.Matches("\"code\":\"(wished-place|first-start)\"[^}]*\"status\":\"(exact|atMost)\",\"costChange\":[0-9]", told);
        Assert.StartsWith("<svg", File.ReadAllText(_folder["plan.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_gets_a_first_plan_with_the_commands_of_the_README()
    {
        var section = File.ReadAllText(Path.Combine(SourceFile.Root(), "README.md")).Split("\n## ").Single(part => part.StartsWith("Over HTTP", StringComparison.Ordinal));

        var told = await Run(Regex.Matches(section, "```sh\n(.*?)```", RegexOptions.Singleline)[1].Groups[1].Value);

        Assert.Contains("\"formatVersion\":\"berthopt/berth-plan/1\"", told, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string> Run(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script.Replace("localhost:5000", _host.Address.Authority, StringComparison.Ordinal)]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}: {await errors} {told}");
        return told;
    }
}
