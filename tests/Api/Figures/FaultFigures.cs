using System.Text.Json;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>What becomes of jobs whose workers abort, hang, fill the memory or lie: all of their workers, or the first one alone.</summary>
public sealed class FaultFigures
{
    private const int JobsOfDrill = 100;
    private const int LimitSeconds = 1;

    [Theory]
    [InlineData("abort,hang,memory,lie")]
    [InlineData("abort,hang,memory,lie:1")]
    public async Task Faults(string drill)
    {
        FigureFile.SkipUnlessWanted();
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "2", "--Workers:Megabytes", "512", "--Workers:Drill", drill);
        await Jobs.Warm(service);
        var ids = new List<string>();
        for (var seed = 0; seed < JobsOfDrill; seed++)
        {
            ids.Add(await Jobs.Submit(service, "berths", ApiHost.SolveBody(ApiHost.Week, $$"""{"workLimit":20000,"timeLimitSeconds":{{LimitSeconds}},"seed":{{seed}}}""")));
        }

        var beyond = new List<double>();
        var ends = new SortedDictionary<string, int>();
        foreach (var id in ids)
        {
            var job = await Jobs.End(service, id);
            var end = job.GetProperty("status").GetString() switch
            {
                "completed" when job.GetProperty("planHash").ValueKind == JsonValueKind.String => "a plan",
                "completed" when job.GetProperty("stopReason").GetString() == "time-limit" => "no plan in time",
                "failed" => job.GetProperty("failure").GetProperty("code").GetString()!,
                var other => throw new InvalidOperationException($"{other}: {job}"),
            };
            ends[end] = ends.GetValueOrDefault(end) + 1;
            beyond.Add((job.GetProperty("finished").GetDateTimeOffset() - job.GetProperty("started").GetDateTimeOffset()).TotalMilliseconds - (1000 * LimitSeconds));
            Assert.True(await service.Answers("/healthz"));
        }

        FigureFile.Add($"{(drill.EndsWith(":1", StringComparison.Ordinal) ? "the first worker" : "every worker")} of a job goes wrong; time beyond the limit", "ms", beyond);
        foreach (var (end, count) in ends)
        {
            FigureFile.Add($"of these jobs with {end}", "jobs", JobsOfDrill, count);
        }
    }
}
