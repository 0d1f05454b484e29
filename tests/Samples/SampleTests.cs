#if !DEBUG
using System.Diagnostics;
using BerthOpt.Tests.Api;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Samples;

/// <summary>The samples do what they say, run as a user runs them. In Release alone: they use the libraries as they were built, and are built themselves when they run.</summary>
public sealed class SampleTests : IDisposable
{
    private static readonly string _samples = Path.Combine(SourceFile.Root(), "samples");

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Programs => [.. Directory.GetFiles(_samples, "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Programs))]
    public void Under_60_lines(string program) => Assert.InRange(File.ReadAllLines(Path.Combine(_samples, program)).Length, 10, 59);

    [Theory]
    [MemberData(nameof(Programs))]
    public void Is_told_of_on_the_page(string program) => Assert.Contains($"samples/{program}`", File.ReadAllText(Path.Combine(_samples, "README.md")), StringComparison.Ordinal);

    [Theory]
    [InlineData("01-berths.cs", "25 calls")]
    [InlineData("02-cranes.cs", "crane")]
    [InlineData("03-empties.cs", "<svg")]
    [InlineData("04-replanning.cs", "25 calls")]
    public async Task A_problem_is_planned_and_drawn(string program, string inPicture)
    {
        var (exit, told) = await Run(program, _folder.Path);

        Assert.True(exit == 0, told);
        Assert.Matches(@"(Optimal|Feasible) \(\w+\): cost \d+", told);
        Assert.Contains(inPicture, File.ReadAllText(_folder["plan.svg"]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_instance_is_read_and_its_plan_is_written_in_its_units()
    {
        var (exit, told) = await Run("06-read-an-instance.cs", Path.Combine(_samples, "corner.txt"), _folder["plan.csv"]);

        Assert.True(exit == 0, told);
        Assert.Equal(9, File.ReadAllLines(_folder["plan.csv"]).Length);
    }

    [Fact]
    public async Task A_service_is_asked_and_its_plan_judged()
    {
        await using var service = await OwnHost.Start(_folder["jobs.db"]);

        var (exit, told) = await Run("05-http-client.cs", $"{service.Address}");

        Assert.True(exit == 0, told);
        Assert.Contains(" done ", told, StringComparison.Ordinal);
        Assert.Contains("the checker here says valid", told, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Told)> Run(string program, params string[] arguments)
    {
        string[] words = ["run", "-c", "Release", "-p:BuildProjectReferences=false", Path.Combine(_samples, program), "--", .. arguments];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, told + await errors);
    }
}
#endif
