using System.Text.Json;
using BerthOpt.Diagnostics;

namespace BerthOpt.Api;

/// <summary>Why the plan of a job is as it is.</summary>
internal static class ExplanationEndpoints
{
    private const int RetryAfterSeconds = 5;

    public static void MapExplanationEndpoints(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/v1/jobs/{id}/explanation").WithTags("jobs");
        jobs.MapGet("", (HttpContext http, string id, JobDesk desk, ExplanationDesk explanations) => Explain(http, id, null, desk, explanations))
            .WithSummary("Why the best plan so far is as it is: of berths what each call costs and what keeps it from an earlier start, a nearer place or more cranes; of cranes which tasks the end hangs on and who waits for whom; of empties what costs arise where, and what room is scarce.")
            .Answers<JsonElement>().Refuses(404, 429);
        jobs.MapGet("/{item}", (HttpContext http, string id, string item, JobDesk desk, ExplanationDesk explanations) => Explain(http, id, item, desk, explanations))
            .WithSummary("The same of one call, of one task, or of one location, voyage, link or contract, with the prices of what it wishes.")
            .Answers<JsonElement>().Refuses(404, 429);
    }

    private static async Task<IResult> Explain(HttpContext http, string id, string? item, JobDesk desk, ExplanationDesk explanations)
    {
        var format = MediaTypes.OfAnswer(http.Request, WireFormat.Json);
        if (!JobEndpoints.TryPlan(http, id, desk, out var documents, out var plan, out var refusal))
        {
            return refusal;
        }

        if (ProblemKinds.Find(documents.Job.Kind) is not { } kind || !kind.TryRead(documents.Problem, out var problem, out _) || !problem.TryReadPlan(plan, out var judged, out _))
        {
            throw new InvalidDataException($"Job {id} holds documents that this version cannot read.");
        }

        // A slash in an id comes as %2F, which no server decodes in a path.
        item = item is null || problem.Has(item) ? item : item.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (item is not null && !problem.Has(item))
        {
            var fault = new Fault("unknown-reference", "", "The problem has nothing of this id. Maybe its case is wrong, or a character must be escaped in the path.");
            return new ProblemAnswer(StatusCodes.Status404NotFound, fault.Message, [fault]);
        }

        // Where a worker goes wrong, what the checker knows is told all the same, and marked as not looked at.
        var (document, failure) = await explanations.Explain(problem, judged, item, http.RequestAborted);
        document = failure is null ? document : judged.Explain(item, new CancellationToken(canceled: true));
        return document is not null ? new RawAnswer(format == WireFormat.Json ? document : MessagePackText.FromJson(document), MediaTypes.NameOf(format))
            : new ProblemAnswer(StatusCodes.Status429TooManyRequests, $"Others ask for explanations. Maybe come again in {RetryAfterSeconds} seconds.", retryAfterSeconds: RetryAfterSeconds);
    }
}
