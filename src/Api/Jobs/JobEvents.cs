using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>What the events of a job say, as JSON.</summary>
internal static class JobEvents
{
    /// <summary>That the job is queued, running or expired now.</summary>
    public static string Status(JobStatus status) => Json(new { status });

    /// <summary>A better plan.</summary>
    public static string Incumbent(JobFindings found, double seconds) => Json(new { found.Cost, found.LowerBound, found.Gap, seconds = Math.Round(seconds, 3) });

    /// <summary>A better bound.</summary>
    public static string Bound(JobFindings found, double seconds) => Json(new { found.LowerBound, found.Gap, seconds = Math.Round(seconds, 3) });

    /// <summary>Something that went wrong on the way.</summary>
    public static string Warning(JobFailure failure) => Json(new { failure.Code, failure.Message });

    /// <summary>The end.</summary>
    public static string Done(JobStatus status, JobFindings found) =>
        Json(new { status, found.SolutionStatus, found.StopReason, found.Cost, found.LowerBound, found.Gap, found.PlanHash, failure = found.Failure?.Code });

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, AnswerJson.Options);
}
