using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>What can be asked about a problem of each kind: solve it as a job, validate it, evaluate a plan of it.</summary>
internal static class ProblemEndpoints
{
    private const int RetryAfterSeconds = 5;
    private const int LongestKey = 200;

    public static void MapProblemEndpoints(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in ProblemKinds.All)
        {
            var group = routes.MapGroup($"/v1/{kind.Name}").WithTags(kind.Name);
            group.MapPost("/jobs", (HttpContext http, JobDesk desk, IOptions<RequestLimits> limits) => Submit(kind, http, desk, limits.Value))
                .WithSummary("Has a problem solved. With \"Prefer: wait=10\" the answer waits up to ten seconds for the plan; with an \"Idempotency-Key\" the same request makes one job.")
                .Takes(kind.Requests.Job, kind.Name).Answers<JobAnswer>(StatusCodes.Status202Accepted).Produces<JobAnswer>(StatusCodes.Status200OK, MediaTypes.Json, MediaTypes.MessagePack).Refuses(422, 429, 507);
            group.MapPost("/validate", (HttpContext http, IOptions<RequestLimits> limits) => Validate(kind, http, limits.Value))
                .WithSummary("Says whether a problem, with or without options, can be solved; tells all faults; solves nothing.")
                .Takes(kind.Requests.Job, kind.Name).Answers<ValidateAnswer>().Refuses(422);
            group.MapPost("/evaluate", (HttpContext http, IOptions<RequestLimits> limits) => Evaluate(kind, http, limits.Value))
                .WithSummary("Judges a plan: every rule that it breaks, its cost by term, and what a terminal asks of it.")
                .Takes(kind.Requests.Evaluate, kind.Name).Answers<EvaluateAnswer>().Refuses(422);
        }
    }

    private static async Task<IResult> Submit(ProblemKind kind, HttpContext http, JobDesk desk, RequestLimits limits)
    {
        var wait = Waits.Preferred(http.Request);
        var key = http.Request.Headers["Idempotency-Key"] is { Count: > 0 } keys ? keys.ToString() : null;
        if (key is { Length: 0 or > LongestKey })
        {
            throw new BadHttpRequestException($"Idempotency-Key has {key.Length} characters; expected 1 to {LongestKey}.");
        }

        var body = await RequestBody.ReadAsync(http.Request, limits);
        var request = kind.Requests.ReadJob(body.Json, limits);
        var submission = desk.Submit(new NewJob(
            http.Tenant(),
            kind.Name,
            request.Tags,
            request.Problem.Hash(),
            request.Problem.Utf8,
            request.Settings.ToJson(),
            key,
            Convert.ToHexStringLower(SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(kind.Name), .. body.Json.Span]))));
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
        if (wait > TimeSpan.Zero)
        {
            http.Response.Headers["Preference-Applied"] = $"wait={wait.TotalSeconds:0}";
            job = await desk.WaitForEnd(job, wait, http.RequestAborted);
        }

        return job.Status.IsFinal()
            ? new Answer<JobAnswer>(JobAnswer.Of(job, desk.Documents(job.Tenant, job.Id)?.Plan), body.Answer)
            : new Answer<JobAnswer>(JobAnswer.Of(job), body.Answer, StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Validate(ProblemKind kind, HttpContext http, RequestLimits limits)
    {
        var body = await RequestBody.ReadAsync(http.Request, limits);
        return new Answer<ValidateAnswer>(ValidateAnswer.Of(kind.Requests.ReadJob(body.Json, limits).Problem), body.Answer);
    }

    private static async Task<IResult> Evaluate(ProblemKind kind, HttpContext http, RequestLimits limits)
    {
        var body = await RequestBody.ReadAsync(http.Request, limits);
        var request = kind.Requests.ReadEvaluate(body.Json);
        return new Answer<EvaluateAnswer>(EvaluateAnswer.Of(request.Problem, request.Plan), body.Answer);
    }
}
