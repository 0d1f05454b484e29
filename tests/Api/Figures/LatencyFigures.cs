using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Search;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>How long callers wait.</summary>
public sealed class LatencyFigures
{
    private static readonly byte[] _small = ApiHost.SolveBody(ApiHost.Vessel, """{"workLimit":2000,"threads":1}""");
    private static readonly byte[] _long = ApiHost.SolveBody(BerthGenerator.Port(1, 1), """{"timeLimitSeconds":600,"threads":1}""");

    /// <summary>A small job over HTTP beside the same call of the library.</summary>
    [Fact]
    public async Task Small_jobs()
    {
        FigureFile.SkipUnlessWanted();
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "1");
        await Jobs.Warm(service);
        await FigureFile.Times("the first job of all; submit to plan", 1, _ => Small(service));
        await FigureFile.Times("small job; the next twenty", 20, _ => Small(service));
        await FigureFile.Times("small job; submit to plan", 500, _ => Small(service));
        var options = new SolverOptions { WorkLimit = 2000, Threads = 1 };
        await FigureFile.Times("the same by the library", 500, _ =>
        {
            CraneSolver.Solve(ApiHost.Vessel, options);
            return Task.CompletedTask;
        });
    }

    /// <summary>What others feel while eight jobs run.</summary>
    [Fact]
    public async Task Under_load()
    {
        FigureFile.SkipUnlessWanted();
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "8");
        for (var count = 0; count < 8; count++)
        {
            await Jobs.Submit(service, "berths", _long);
        }

        await Eventually.Holds(async () => await service.Answers("/readyz") && (await service.Client.GetStringAsync("/readyz", TestContext.Current.CancellationToken)).Contains("\"running\":8", StringComparison.Ordinal));
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        await FigureFile.Times("healthz while 8 jobs run", 500, _ => service.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
        await FigureFile.Times("submit while 8 jobs run", 300, _ => Jobs.Submit(service, "cranes", _small));
    }

    private static async Task Small(ApiProcess service)
    {
        var job = await Jobs.Send(service, "cranes", _small, "wait=60");
        Assert.Equal("completed", job.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Object, job.GetProperty("plan").ValueKind);
    }
}
