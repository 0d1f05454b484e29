using System.Text.Json;
using BerthOpt.Search;

namespace BerthOpt.Tests.Api;

/// <summary>When the time of a job begins, and when nothing more is begun for it.</summary>
public sealed class JobTimeTests
{
    /// <summary>Else the time that a worker takes to start would be time of the job.</summary>
    [Fact]
    public async Task A_job_waits_in_the_queue_until_there_is_a_worker()
    {
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var workers = new ScriptedWorkers((worker, _) =>
        {
            worker.Done(SolveStatus.Unknown, StopReason.WorkLimit, null, null);
            return Task.CompletedTask;
        })
        { Free = free.Task };
        using var host = new ApiHost(workers, settings: ("Workers:Count", "1"));
        var id = (await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week))).Json.GetProperty("id").GetString();

        var waiting = (await host.Get($"jobs/{id}?wait=1s")).Json;
        free.SetResult();
        var ended = (await host.Get($"jobs/{id}?wait=30s")).Json;

        Assert.Equal(("queued", JsonValueKind.Null), (waiting.GetProperty("status").GetString(), waiting.GetProperty("started").ValueKind));
        Assert.Equal("completed", ended.GetProperty("status").GetString());
    }

    [Fact]
    public async Task No_other_worker_begins_once_the_time_is_over()
    {
        var workers = new ScriptedWorkers(async (worker, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            worker.Crash();
        });
        using var host = new ApiHost(workers, settings: [("Workers:Count", "1"), ("Workers:GraceSeconds", "60")]);

        var job = (await host.Solve(ApiHost.SolveBody(ApiHost.Week, """{"timeLimitSeconds":0.2}"""))).Json;

        Assert.Equal("worker-crashed", job.GetProperty("failure").GetProperty("code").GetString());
        Assert.Single(workers.Orders);
    }
}
