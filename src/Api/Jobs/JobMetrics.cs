using System.Diagnostics.Metrics;
using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>What becomes of jobs and workers: counts, for whoever listens to the meter, and lines of the log, by ids and codes alone.</summary>
internal sealed partial class JobMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "BerthOpt";

    private readonly Counter<long> _submitted;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _failed;
    private readonly ILogger _log;

    public JobMetrics(IMeterFactory meters, IJobStore store, ILogger<JobMetrics> log)
    {
        _log = log;
        var meter = meters.Create(Name);
        _submitted = meter.CreateCounter<long>("berthopt.jobs.submitted", description: "Jobs that were sent, by kind and by what became of them.");
        _ended = meter.CreateCounter<long>("berthopt.jobs.ended", description: "Jobs that have ended, by kind and status.");
        _failed = meter.CreateCounter<long>("berthopt.workers.failed", description: "Workers that went wrong, by the code of the failure.");
        meter.CreateObservableGauge("berthopt.jobs.queued", () => store.Count().Queued, description: "Jobs that wait.");
        meter.CreateObservableGauge("berthopt.jobs.running", () => store.Count().Running, description: "Jobs that run.");
    }

    public void Submitted(string kind, SubmissionVerdict verdict) => _submitted.Add(1, new("kind", kind), new("verdict", Word(verdict)));

    public void Ended(Job job, JobStatus status, JobFindings found)
    {
        _ended.Add(1, new("kind", job.Kind), new("status", Word(status)));
        LogEnded(job.Id, job.Kind, Word(status), Word(found.SolutionStatus), found.StopReason is { } reason ? Word(reason) : found.Failure?.Code, found.Statistics?.Seconds);
    }

    public void Failed(string job, string code)
    {
        _failed.Add(1, new KeyValuePair<string, object?>("code", code));
        LogFailed(job, code);
    }

    private static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job} ({Kind}) is {Status}, its problem {SolutionStatus}: {Reason} after {Seconds} s.")]
    private partial void LogEnded(string job, string kind, string status, string solutionStatus, string? reason, double? seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A worker of job {Job} went wrong: {Code}.")]
    private partial void LogFailed(string job, string code);
}
