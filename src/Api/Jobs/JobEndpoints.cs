using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BerthOpt.Api;

/// <summary>Jobs of all kinds: list them, look at one, wait for it, take its plan, follow it, stop it, remove it.</summary>
internal static class JobEndpoints
{
    private const int Page = 50;

    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);

    public static void MapJobEndpoints(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/v1/jobs").WithTags("jobs");
        jobs.MapGet("", List).WithSummary("Jobs, the newest first; of a tag or a status; the next ones with \"cursor\".").Answers<JobsAnswer>().Refuses(400);
        jobs.MapGet("/{id}", Get).WithSummary("A job; with \"wait\" once it has changed (\"If-None-Match\") or ended.").Answers<JobAnswer>().Produces(StatusCodes.Status304NotModified).Refuses(400, 404);
        jobs.MapGet("/{id}/plan", Plan).WithSummary("The best plan so far, as \"Accept\" wants it.")
            .Produces<JsonElement>(StatusCodes.Status200OK, MediaTypes.Json, [.. PlanFormats.Names]).Refuses(404, 406);
        jobs.MapGet("/{id}/problem", Problem).WithSummary("The problem that is solved, with all that was decided or has happened in it.")
            .Produces<JsonElement>(StatusCodes.Status200OK, MediaTypes.Json, MediaTypes.MessagePack).Refuses(404, 406);
        jobs.MapGet("/{id}/events", Events).WithSummary("What happens to the job, as it happens: status, incumbent, bound, warning, done. Goes on behind \"Last-Event-ID\".")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Refuses(400, 404);
        jobs.MapGet("/{id}/log", Log).WithSummary("What happened to the job, for people.").Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Plain).Refuses(404);
        jobs.MapPost("/{id}/stop", Stop).WithSummary("Ends the job; the best plan so far is kept.").Answers<JobAnswer>(StatusCodes.Status202Accepted).Refuses(404);
        jobs.MapDelete("/{id}", Delete).WithSummary("Ends the job and removes all of it.").Produces(StatusCodes.Status204NoContent).Refuses(404);
    }

    private static Answer<JobsAnswer> List(HttpContext http, JobDesk desk, string? tag = null, string? status = null, string? cursor = null)
    {
        JobStatus? wanted = status is null ? null
            : Enum.TryParse<JobStatus>(status, ignoreCase: true, out var named) && !char.IsAsciiDigit(status[0]) ? named
            : throw new BadHttpRequestException($"\"status\" is none; expected one of {string.Join(", ", Enum.GetNames<JobStatus>().Select(name => name.ToLowerInvariant()))}.");
        if (cursor is not null && !Guid.TryParse(cursor, out _))
        {
            throw new BadHttpRequestException("\"cursor\" is none; expected the one of the page before.");
        }

        var jobs = desk.List(http.Tenant(), tag, wanted, cursor, Page + 1);
        return new Answer<JobsAnswer>(
            new JobsAnswer([.. jobs.Take(Page).Select(job => JobAnswer.Of(job))], jobs.Count > Page ? jobs[Page - 1].Id : null),
            MediaTypes.OfAnswer(http.Request, WireFormat.Json));
    }

    private static async Task<IResult> Get(HttpContext http, string id, JobDesk desk, string? wait = null)
    {
        var format = MediaTypes.OfAnswer(http.Request, WireFormat.Json);
        var most = Waits.Asked(wait);
        if (desk.Find(http.Tenant(), id) is not { } job)
        {
            return NoJob;
        }

        var said = http.Request.Headers.IfNoneMatch;
        var known = EntityTagHeaderValue.TryParseList(said, out var tags) ? tags : [];
        job = IsKnown(job) ? await desk.WaitForChange(job, IsKnown, most, http.RequestAborted) : StringValues.IsNullOrEmpty(said) ? await desk.WaitForEnd(job, most, http.RequestAborted) : job;
        http.Response.Headers.ETag = TagOf(job).ToString();
        return IsKnown(job) ? Results.StatusCode(StatusCodes.Status304NotModified) : new Answer<JobAnswer>(JobAnswer.Of(job), format);

        // Weakly: whoever compresses an answer on its way makes its tag a weak one.
        bool IsKnown(Job now) => known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(now), useStrongComparison: false));
    }

    private static IResult Plan(HttpContext http, string id, JobDesk desk)
    {
        var format = PlanFormats.OfAnswer(http.Request);
        return TryPlan(http, id, desk, out var documents, out var plan, out var refusal) ? format.Write(documents, plan) : refusal;
    }

    /// <summary>The documents of a job that has a plan; else the answer that says why there is none.</summary>
    internal static bool TryPlan(HttpContext http, string id, JobDesk desk, [NotNullWhen(true)] out JobDocuments? documents, [NotNullWhen(true)] out byte[]? plan, [NotNullWhen(false)] out ProblemAnswer? refusal)
    {
        var job = desk.Find(http.Tenant(), id);
        documents = job is null ? null : desk.Documents(job.Tenant, id);
        plan = documents?.Plan;
        refusal = job is null ? NoJob
            : documents is null ? Expired
            : plan is null ? NoPlan(job)
            : null;
        return refusal is null;
    }

    private static IResult Problem(HttpContext http, string id, JobDesk desk)
    {
        var format = MediaTypes.OfAnswer(http.Request, WireFormat.Json);
        return desk.Find(http.Tenant(), id) is not { } job ? NoJob
            : desk.Documents(job.Tenant, id) is not { } documents ? Expired
            : new RawAnswer(format == WireFormat.Json ? documents.Problem : MessagePackText.FromJson(documents.Problem), MediaTypes.NameOf(format));
    }

    private static IResult Events(HttpContext http, string id, JobDesk desk)
    {
        var last = http.Request.Headers["Last-Event-ID"].ToString();
        if (!long.TryParse(last.Length == 0 ? "0" : last, System.Globalization.NumberStyles.None, null, out var after))
        {
            throw new BadHttpRequestException("Last-Event-ID is not the number of an event; expected one that this job has sent.");
        }

        if (desk.Find(http.Tenant(), id) is not { } job)
        {
            return NoJob;
        }

        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return Results.Text("", "text/event-stream");
        }

        return TypedResults.ServerSentEvents(Stream(desk, job, after, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Stream(JobDesk desk, Job job, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var happened in desk.Watch(job, after, _heartbeat, cancellation))
        {
            yield return happened is null ? new SseItem<string>("{}", "heartbeat") : new SseItem<string>(happened.Data, happened.Type) { EventId = $"{happened.Number}" };
        }
    }

    private static IResult Log(HttpContext http, string id, JobDesk desk)
    {
        if (desk.Find(http.Tenant(), id) is null)
        {
            return NoJob;
        }

        var log = new StringBuilder();
        var after = 0L;
        while (desk.Events(id, after, Page) is { Count: > 0 } events)
        {
            foreach (var happened in events)
            {
                log.Append(System.Globalization.CultureInfo.InvariantCulture, $"{happened.At:yyyy-MM-ddTHH:mm:ss.fffZ} {happened.Type} {happened.Data}\n");
                after = happened.Number;
            }
        }

        return Results.Text(log.ToString(), MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    private static IResult Stop(HttpContext http, string id, JobDesk desk)
    {
        var format = MediaTypes.OfAnswer(http.Request, WireFormat.Json);
        return desk.Stop(http.Tenant(), id) && desk.Find(http.Tenant(), id) is { } job
            ? new Answer<JobAnswer>(JobAnswer.Of(job), format, StatusCodes.Status202Accepted)
            : NoJob;
    }

    private static IResult Delete(HttpContext http, string id, JobDesk desk) => desk.Delete(http.Tenant(), id) ? Results.NoContent() : NoJob;

    /// <summary>There is no such job.</summary>
    public static ProblemAnswer NoJob => new(StatusCodes.Status404NotFound, "There is no such job. Maybe its time here is over.");

    /// <summary>Its documents are gone.</summary>
    public static ProblemAnswer Expired => new(StatusCodes.Status404NotFound, "Problem and plan are gone: the job has expired.");

    /// <summary>It has no plan, or none yet.</summary>
    public static ProblemAnswer NoPlan(Job job) =>
        new(StatusCodes.Status404NotFound, job.Status.IsFinal() ? "The job has no plan." : "The job has no plan yet. Maybe wait for the event \"incumbent\".");

    private static EntityTagHeaderValue TagOf(Job job) => new($"\"{job.Version}\"");
}
