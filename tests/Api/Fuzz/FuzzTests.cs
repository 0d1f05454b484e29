using System.Globalization;
using System.Text.Json;
using BerthOpt.Search;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>Few requests here; <c>BERTHOPT_FUZZ</c> asks for more and <c>BERTHOPT_SEED</c> for others (docs/reliability.md).</summary>
public sealed class FuzzTests
{
    private static readonly int _count = int.Parse(Environment.GetEnvironmentVariable("BERTHOPT_FUZZ") ?? "4000", CultureInfo.InvariantCulture);
    private static readonly ulong _seed = ulong.Parse(Environment.GetEnvironmentVariable("BERTHOPT_SEED") ?? "11", CultureInfo.InvariantCulture);

    // Where there is such a place: what waits for the disk is measured elsewhere.
    private const string Memory = "/dev/shm";

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 10)]
    public async Task Whatever_is_sent_there_is_an_answer_or_a_problem(bool sockets, int part)
    {
        using var folder = new TemporaryFolder(Directory.Exists(Memory) ? Memory : null);
        using var host = new ApiHost(
            new ScriptedWorkers((worker, _) =>
            {
                worker.Done(SolveStatus.Unknown, StopReason.WorkLimit, null, null);
                return Task.CompletedTask;
            }),
            sockets: sockets,
            settings: [("Jobs:Queue", "1000000"), ("Jobs:QueueOfTenant", "1000000"), ("Jobs:File", folder["jobs.db"])]);
        var run = new FuzzRun(host, _seed + (sockets ? 1UL << 32 : 0), JsonElement.Parse(await host.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)));

        await run.Run(_count / part);

        TestContext.Current.TestOutputHelper?.WriteLine($"{_count / part} requests{(sockets ? " over sockets" : "")}, seed {_seed}: {string.Join(", ", run.Seen.Select(entry => $"{entry.Value} x {entry.Key}"))}");
        Assert.Superset(new HashSet<int> { 200, 202, 400, 404, 422 }, run.Seen.Keys.ToHashSet());
        Assert.Equal("ok", await host.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }
}
