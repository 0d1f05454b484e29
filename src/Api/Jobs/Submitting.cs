using System.Security.Cryptography;
using System.Text;

namespace BerthOpt.Api;

/// <summary>How a request wants a job to be taken: read from its headers before its body, and answered once the job is stored.</summary>
internal sealed class Submitting
{
    private const int RetryAfterSeconds = 5;
    private const int LongestKey = 200;

    private readonly TimeSpan _wait;
    private readonly string? _key;

    private Submitting(TimeSpan wait, string? key) => (_wait, _key) = (wait, key);

    /// <summary>Reads the headers.</summary>
    /// <exception cref="BadHttpRequestException">One of them says nothing.</exception>
    public static Submitting Of(HttpRequest request)
    {
        var wait = Waits.Preferred(request);
        var key = request.Headers["Idempotency-Key"] is { Count: > 0 } keys ? keys.ToString() : null;
        return key is { Length: 0 or > LongestKey }
            ? throw new BadHttpRequestException($"Idempotency-Key has {key.Length} characters; expected 1 to {LongestKey}.")
            : new Submitting(wait, key);
    }

    /// <summary>Stores a job and answers, maybe once it is done.</summary>
    /// <param name="http">The request.</param>
    /// <param name="desk">Takes the job.</param>
    /// <param name="body">Its body.</param>
    /// <param name="request">What the body says.</param>
    /// <param name="about">What else the answer depends on: the same key stands for the same body about the same.</param>
    /// <param name="replannedFrom">Id of the job whose plan is changed; null for none.</param>
    public async Task<IResult> Submit(HttpContext http, JobDesk desk, RequestBody body, JobRequest request, string about, string? replannedFrom = null)
    {
        var submission = desk.Submit(new NewJob(
            http.Tenant(),
            request.Problem.Kind.Name,
            request.Tags,
            request.Problem.Hash(),
            request.Problem.Utf8,
            request.Settings.ToJson(),
            _key,
            HashOf(body, about))
        {
            InitialPlan = request.InitialPlan?.Json(),
            InitialPlanHash = request.InitialPlan?.Hash,
            ReplannedFrom = replannedFrom,
            Warnings = request.Warnings,
        });
        return await Answer(http, desk, body, submission);
    }

    /// <summary>The answer to a request that was stored before under its key, whatever has become of what it is about; null when none was.</summary>
    /// <inheritdoc cref="Submit"/>
    public async Task<IResult?> Repeat(HttpContext http, JobDesk desk, RequestBody body, string about) =>
        _key is not null && desk.Known(http.Tenant(), _key, HashOf(body, about)) is { } known ? await Answer(http, desk, body, known) : null;

    private static string HashOf(RequestBody body, string about) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(about), .. body.Json.Span]));

    private async Task<IResult> Answer(HttpContext http, JobDesk desk, RequestBody body, Submission submission)
    {
        if (submission.Job is not { } job)
        {
            return submission.Verdict switch
            {
                SubmissionVerdict.KeyTaken => new ProblemAnswer(StatusCodes.Status422UnprocessableEntity, "Idempotency-Key stands for another request already; expected a new key for a new request."),
                SubmissionVerdict.QuotaUsed => new ProblemAnswer(StatusCodes.Status429TooManyRequests, $"As many jobs of yours wait as may. Maybe come again in {RetryAfterSeconds} seconds.", retryAfterSeconds: RetryAfterSeconds),
                _ => new ProblemAnswer(StatusCodes.Status429TooManyRequests, $"As many jobs wait as this service lets wait. Maybe come again in {RetryAfterSeconds} seconds.", retryAfterSeconds: RetryAfterSeconds),
            };
        }

        http.Response.Headers.Location = $"/v1/jobs/{job.Id}";
        if (_wait > TimeSpan.Zero)
        {
            http.Response.Headers["Preference-Applied"] = $"wait={_wait.TotalSeconds:0}";
            job = await desk.WaitForEnd(job, _wait, http.RequestAborted);
        }

        return job.Status.IsFinal()
            ? new Answer<JobAnswer>(JobAnswer.Of(job, desk.Documents(job.Tenant, job.Id)?.Plan), body.Answer)
            : new Answer<JobAnswer>(JobAnswer.Of(job), body.Answer, StatusCodes.Status202Accepted);
    }
}
