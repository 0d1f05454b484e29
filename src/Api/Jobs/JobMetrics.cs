using System.Diagnostics.Metrics;
using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>Counts of jobs and workers, for whoever listens to the meter.</summary>
internal sealed class JobMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "BerthOpt";

    private readonly Counter<long> _submitted;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _failed;

    public JobMetrics(IMeterFactory meters, IJobStore store)
    {
        var meter = meters.Create(Name);
        _submitted = meter.CreateCounter<long>("berthopt.jobs.submitted", description: "Jobs that were sent, by kind and by what became of them.");
        _ended = meter.CreateCounter<long>("berthopt.jobs.ended", description: "Jobs that have ended, by kind and status.");
        _failed = meter.CreateCounter<long>("berthopt.workers.failed", description: "Workers that went wrong, by the code of the failure.");
        meter.CreateObservableGauge("berthopt.jobs.queued", () => store.Count().Queued, description: "Jobs that wait.");
        meter.CreateObservableGauge("berthopt.jobs.running", () => store.Count().Running, description: "Jobs that run.");
    }

    public void Submitted(string kind, SubmissionVerdict verdict) => _submitted.Add(1, new("kind", kind), new("verdict", Word(verdict)));

    public void Ended(string kind, JobStatus status) => _ended.Add(1, new("kind", kind), new("status", Word(status)));

    public void Failed(string code) => _failed.Add(1, new KeyValuePair<string, object?>("code", code));

    private static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
