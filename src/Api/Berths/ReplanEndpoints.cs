using BerthOpt.Berths;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Changes of plans of berths: have one made when something has happened, see how far a plan departs from the one before.</summary>
internal static class ReplanEndpoints
{
    public static void MapReplanEndpoints(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/v1/jobs").WithTags("jobs");
        jobs.MapPost("/{id}/replan", Replan)
            .WithSummary("Has the best plan of a job of berths changed, because something has happened: a new job. \"Prefer\" and \"Idempotency-Key\" as with any job.")
            .Takes(ReplanRequests.Shape, "berths").Answers<JobAnswer>(StatusCodes.Status202Accepted).Produces<JobAnswer>(StatusCodes.Status200OK, MediaTypes.Json, MediaTypes.MessagePack).Refuses(404, 422, 429, 507);
        jobs.MapGet("/{id}/changes", Changes)
            .WithSummary("How far the best plan so far departs from the plan in force, call by call, and what that costs; of jobs of berths whose problem has a baseline, as a replan's has.")
            .Answers<ChangesAnswer>().Refuses(404);
    }

    private static async Task<IResult> Replan(HttpContext http, string id, JobDesk desk, IOptions<RequestLimits> limits)
    {
        var submitting = Submitting.Of(http.Request);
        var body = await RequestBody.ReadAsync(http.Request, limits.Value);
        if (await submitting.Repeat(http, desk, body, $"replan {id}") is { } known)
        {
            return known;
        }

        return Open(http, desk, id, out var problem, out var plan)
            ?? await submitting.Submit(http, desk, body, ReplanRequests.Read(body.Json, problem!, plan!, limits.Value), $"replan {id}", id);
    }

    private static IResult Changes(HttpContext http, string id, JobDesk desk)
    {
        var format = MediaTypes.OfAnswer(http.Request, WireFormat.Json);
        return Open(http, desk, id, out var problem, out var plan) is { } refusal ? refusal
            : problem!.Baseline is null ? new ProblemAnswer(StatusCodes.Status404NotFound, "The problem has no baseline; expected one to compare the plan with. Maybe the job is not the one of a replan.")
            : new Answer<ChangesAnswer>(ChangesAnswer.Of(problem, PlanChanges.Of(problem, plan!)), format);
    }

    /// <summary>Reads the problem and the plan of a job of berths; says why it cannot, null when it can.</summary>
    private static ProblemAnswer? Open(HttpContext http, JobDesk desk, string id, out BerthProblem? problem, out BerthPlan? plan)
    {
        (problem, plan) = (null, null);
        if (desk.Find(http.Tenant(), id) is not { } job)
        {
            return JobEndpoints.NoJob;
        }

        if (job.Kind != "berths")
        {
            return new ProblemAnswer(StatusCodes.Status422UnprocessableEntity, $"The job is one of {job.Kind}; expected one of berths.");
        }

        if (desk.Documents(job.Tenant, id) is not { } documents)
        {
            return JobEndpoints.Expired;
        }

        if (documents.Plan is not { } best)
        {
            return JobEndpoints.NoPlan(job);
        }

        problem = BerthDocument.Read(documents.Problem);
        plan = BerthPlanDocument.Read(best, problem);
        return null;
    }
}
