using System.Diagnostics;
using BerthOpt.Api;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BerthOpt.Tests.Api;

/// <summary>Workers in processes of their own; few, since each takes a moment to start.</summary>
public sealed class WorkerProcessTests
{
    private const string Brief = """{"workLimit":20000,"timeLimitSeconds":30}""";

    [Fact]
    public async Task A_process_solves_one_job_after_the_other()
    {
        using var host = new ApiHost(processes: true, settings: [("Workers:Count", "1")]);

        var berths = await host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief));
        var cranes = await host.Solve(ApiHost.SolveBody(ApiHost.Vessel, Brief), "cranes");

        Assert.Equal("completed", berths.Json.GetProperty("status").GetString());
        Assert.Equal("completed", cranes.Json.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("abort:1", "completed", null)]
    [InlineData("memory:1", "completed", null)]
    [InlineData("lie", "failed", "plan-refused")]
    [InlineData("hang", "failed", "worker-hung")]
    public async Task What_goes_wrong_in_a_process_ends_in_a_plan_or_a_name(string drill, string status, string? failure)
    {
        using var host = new ApiHost(processes: true, settings: [("Workers:Count", "1"), ("Workers:Drill", drill), ("Workers:Megabytes", "512"), ("Workers:GraceSeconds", "0.2")]);

        var job = (await host.Solve(ApiHost.SolveBody(ApiHost.Week, drill == "hang" ? """{"timeLimitSeconds":0.3}""" : Brief))).Json;

        Assert.Equal(status, job.GetProperty("status").GetString());
        Assert.Equal(failure, job.GetProperty("failure") is { ValueKind: System.Text.Json.JsonValueKind.Object } told ? told.GetProperty("code").GetString() : null);
        Assert.Equal("ok", await host.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    /// <summary>A limit that the process cannot lift: whatever takes more time of processors in its life is killed.</summary>
    [Fact]
    public async Task A_worker_that_takes_too_much_time_of_processors_has_crashed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such limits.");
        using var host = new ApiHost(processes: true, settings: [("Workers:Count", "1"), ("Workers:ProcessorSeconds", "5")]);
        var id = (await host.Post("berths/jobs", ApiHost.SolveBody(BerthOpt.Berths.BerthGenerator.Port(1, 1), """{"timeLimitSeconds":600}"""))).Json.GetProperty("id").GetString();

        await Eventually.Holds(async () => (await host.Get($"jobs/{id}/log")).Text.Contains("worker-crashed", StringComparison.Ordinal));

        Assert.Equal(204, (await host.Do(HttpMethod.Delete, $"jobs/{id}")).Status);
    }

    /// <summary>A sound job must not pay for those before it: no worker is given work behind half of its time.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1_000_000, true)]
    public async Task A_worker_that_has_taken_half_of_its_time_of_processors_is_replaced(int seconds, bool isKept)
    {
        using var pool = new WorkerPool(Options.Create(new WorkerOptions { ProcessorSeconds = seconds }), TimeProvider.System, NullLogger<WorkerPool>.Instance);
        await using var worker = await WorkerProcess.Start(new WorkerOptions(), TestContext.Current.CancellationToken);

        await pool.Return(worker);

        Assert.Equal(isKept, worker.IsAlive);
    }

    [Fact]
    public async Task A_worker_ends_when_its_input_does_also_in_the_middle_of_a_run()
    {
        using var process = Process.Start(WorkerLaunch.Of(new WorkerOptions()))!;
        var answers = process.StandardOutput.BaseStream;
        Assert.Equal(FrameType.Ready, (await Frames.ReadAsync(answers, TestContext.Current.CancellationToken))?.Type);
        var order = new SolveOrder("berths", 600, null, 0, null, 1, 1, true, 0);
        await Frames.WriteAsync(process.StandardInput.BaseStream, FrameType.Solve, OrderPayload.Of(order, Tests.Berths.BerthDocumentTests.Bytes(BerthOpt.Berths.BerthGenerator.Port(1, 1))), TestContext.Current.CancellationToken);

        process.StandardInput.Close();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the service starts with, its workers do not see.</summary>
    [Fact]
    public void A_worker_inherits_no_secrets() => Assert.DoesNotContain(WorkerLaunch.Of(new WorkerOptions()).Environment.Keys, name => name.StartsWith("Access", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE", StringComparison.Ordinal));
}
