using System.Diagnostics;
using BerthOpt.Api;

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
