using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>What can be asked about a problem of each kind: solve it as a job, validate it, evaluate a plan of it.</summary>
internal static class ProblemEndpoints
{
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
        var submitting = Submitting.Of(http.Request);
        var body = await RequestBody.ReadAsync(http.Request, limits);
        return await submitting.Submit(http, desk, body, kind.Requests.ReadJob(body.Json, limits), kind.Name);
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
