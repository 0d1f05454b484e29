using System.Text;
using BerthOpt.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace BerthOpt.Tests.Api;

/// <summary>What callers hear when the store is in trouble, and that nothing is lost by it.</summary>
public sealed class StoreTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_full_disk_is_507_and_keeps_what_was_accepted()
    {
        using var host = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient), settings: ("Jobs:Megabytes", "16"));

        // A document is kept as it came, its spaces too.
        var large = $$"""{"problem":{{{new string(' ', 1 << 20)}}{{Encoding.UTF8.GetString(ApiHost.SolveBody(ApiHost.Week))["{\"problem\":{".Length..]}}""";
        var accepted = new List<string>();
        Reply reply;
        while ((reply = await host.Post("berths/jobs", large)).Status == 202)
        {
            accepted.Add(reply.Json.GetProperty("id").GetString()!);
        }

        ProblemAnswersTests.AssertProblem(reply, 507);
        Assert.NotEmpty(accepted);
        foreach (var id in accepted)
        {
            Assert.Equal(200, (await host.Get($"jobs/{id}")).Status);
        }

        foreach (var id in accepted.Take(3))
        {
            Assert.Equal(204, (await host.Do(HttpMethod.Delete, $"jobs/{id}")).Status);
        }

        Assert.Equal(202, (await host.Post("berths/jobs", large)).Status);
    }

    /// <summary>Somebody else holds the file: the answer says so and when to come again, looks still work, and work goes on behind it.</summary>
    [Fact]
    public async Task A_locked_store_is_503_and_goes_on_behind_it()
    {
        using var host = new ApiHost(settings: [("Jobs:File", _folder["jobs.db"])]);
        var before = await host.Solve(ApiHost.SolveBody(ApiHost.Week, """{"workLimit":100}"""));
        using (var other = new SqliteConnection($"Data Source={_folder["jobs.db"]};Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction(deferred: false);

            var refused = await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week));

            ProblemAnswersTests.AssertProblem(refused, 503);
            Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Equal(200, (await host.Get($"jobs/{before.Json.GetProperty("id").GetString()}")).Status);
            Assert.Equal("ok", await host.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
        }

        Assert.Equal("completed", (await host.Solve(ApiHost.SolveBody(ApiHost.Week, """{"workLimit":100}"""))).Json.GetProperty("status").GetString());
    }

    /// <summary>The clock goes forward and back by a day while a job runs: it is done once, and its times are what the clock said.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_jumps_does_no_job_twice(int days)
    {
        var clock = new JumpingClock();
        var workers = new ScriptedWorkers(async (worker, _) =>
        {
            await worker.Asked.Task;
            worker.Done(BerthOpt.Search.SolveStatus.Unknown, BerthOpt.Search.StopReason.Cancelled, null, null);
        });
        using var host = new ApiHost(workers, clock: clock, settings: [("Jobs:LeaseSeconds", "1"), ("Workers:Count", "2")]);
        var id = (await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week))).Json.GetProperty("id").GetString();
        await Eventually.Holds(() => !workers.Orders.IsEmpty);

        clock.Days = days;
        var other = (await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week))).Json.GetProperty("id").GetString();
        await Eventually.Holds(() => workers.Orders.Count == 2);
        await host.Do(HttpMethod.Post, $"jobs/{id}/stop");
        await host.Do(HttpMethod.Post, $"jobs/{other}/stop");

        foreach (var job in new[] { id, other })
        {
            var ended = (await host.Get($"jobs/{job}?wait=60s")).Json;
            Assert.Equal(("stopped", 1), (ended.GetProperty("status").GetString(), ended.GetProperty("attempts").GetInt32()));
        }

        Assert.Equal(2, workers.Orders.Count);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The machine's clock, some days off once somebody says so; what counts seconds goes on as before.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        public int Days { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(Days);
    }
}
