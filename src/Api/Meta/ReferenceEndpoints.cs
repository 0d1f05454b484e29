using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>What a program needs to know beforehand: problems to try, limits, codes.</summary>
internal static class ReferenceEndpoints
{
    public static void MapReferenceEndpoints(this IEndpointRouteBuilder routes)
    {
        var reference = routes.MapGroup("/v1").WithTags("reference");
        reference.MapGet("/demo-data", Demos).WithSummary("The problems to try the service with.").Answers<IReadOnlyList<DemoAnswer>>();
        reference.MapGet("/demo-data/{id}", Demo).WithSummary("A body that is ready to be sent to a path \"jobs\" or \"validate\".").Produces<object>(StatusCodes.Status200OK, MediaTypes.Json, MediaTypes.MessagePack).Refuses(404, 406);
        reference.MapGet("/limits", Limits).WithSummary("How much a request may ask for.").Answers<LimitsAnswer>();
        reference.MapGet("/codes", Codes).WithSummary("Every code of a plan's faults, of a job's failure and of explanations; docs/errors.md says what to do about each.").Answers<CodesAnswer>();
    }

    private static Answer<IReadOnlyList<DemoAnswer>> Demos(HttpRequest request) => new Answer<IReadOnlyList<DemoAnswer>>(
        [.. AllDemos().Select(entry => new DemoAnswer(entry.Id, entry.Kind.Name, entry.Demo.Meaning))], MediaTypes.OfAnswer(request, WireFormat.Json));

    private static IResult Demo(HttpRequest request, string id)
    {
        var format = MediaTypes.OfAnswer(request, WireFormat.Json);
        if (AllDemos().FirstOrDefault(entry => entry.Id == id).Demo is not { } demo)
        {
            return new ProblemAnswer(StatusCodes.Status404NotFound, $"There is no such problem; expected one of {string.Join(", ", AllDemos().Select(entry => entry.Id))}.");
        }

        using var body = new MemoryStream();
        body.Write("{\"problem\":"u8);
        demo.Write(body);
        body.Write(",\"options\":{\"timeLimitSeconds\":5}}"u8);
        var json = body.ToArray();
        return new RawAnswer(format == WireFormat.Json ? json : MessagePackText.FromJson(json), MediaTypes.NameOf(format));
    }

    private static Answer<LimitsAnswer> Limits(HttpRequest request, IOptions<RequestLimits> limits, IOptions<StoreOptions> jobs, IOptions<WorkerOptions> workers, IOptions<AccessOptions> access) => new Answer<LimitsAnswer>(
        new LimitsAnswer(
            limits.Value.JsonBytes,
            limits.Value.MessagePackBytes,
            limits.Value.SolveSize,
            SolveSettings.MaxSeconds,
            ProblemRequests.MostTags,
            TagKind.MaxLength,
            Waits.MaxSeconds,
            jobs.Value.Queue,
            jobs.Value.QueueOfTenant,
            jobs.Value.KeepHours,
            workers.Value.Count,
            workers.Value.Megabytes,
            access.Value.RequestsPerSecond),
        MediaTypes.OfAnswer(request, WireFormat.Json));

    private static Answer<CodesAnswer> Codes(HttpRequest request) => new Answer<CodesAnswer>(
        new CodesAnswer(
            ProblemKinds.All.ToDictionary(kind => kind.Name, kind => kind.PlanFaultCodes),
            FailureCodes.All,
            ProblemKinds.All.ToDictionary(kind => kind.Name, kind => kind.ExplanationCodes)), MediaTypes.OfAnswer(request, WireFormat.Json));

    private static IEnumerable<(string Id, ProblemKind Kind, DemoProblem Demo)> AllDemos() =>
        ProblemKinds.All.SelectMany(kind => kind.Demos.Select(demo => ($"{kind.Name}-{demo.Id}", kind, demo)));
}

/// <summary>A problem to try the service with.</summary>
/// <param name="Id">Its name in paths.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Meaning">What it is.</param>
internal sealed record DemoAnswer(string Id, string Kind, string Meaning);

/// <summary>How much a request may ask for.</summary>
/// <param name="JsonBytes">Size of a JSON body, and of a MessagePack body once it is JSON.</param>
/// <param name="MessagePackBytes">Size of a MessagePack body.</param>
/// <param name="SolveSize">Size of a problem to be solved; about bytes of its tables.</param>
/// <param name="TimeLimitSeconds">Time limit of a job.</param>
/// <param name="Tags">Tags of a job.</param>
/// <param name="TagLength">Characters of a tag.</param>
/// <param name="WaitSeconds">Time for which a request is held.</param>
/// <param name="Queue">Jobs that may wait.</param>
/// <param name="QueueOfTenant">Jobs of one tenant that may wait.</param>
/// <param name="KeepHours">Time for which a finished job is kept.</param>
/// <param name="Workers">Jobs that run at a time.</param>
/// <param name="WorkerMegabytes">Memory of one worker.</param>
/// <param name="RequestsPerSecond">Requests of one tenant, in the long run.</param>
internal sealed record LimitsAnswer(
    int JsonBytes,
    int MessagePackBytes,
    long SolveSize,
    int TimeLimitSeconds,
    int Tags,
    int TagLength,
    int WaitSeconds,
    int Queue,
    int QueueOfTenant,
    double KeepHours,
    int Workers,
    int WorkerMegabytes,
    int RequestsPerSecond);

/// <summary>Every code.</summary>
/// <param name="PlanFaults">Codes of broken rules, by kind of problem.</param>
/// <param name="JobFailures">Codes of failed jobs.</param>
/// <param name="Explanations">Further codes of explanations, by kind of problem.</param>
internal sealed record CodesAnswer(IReadOnlyDictionary<string, IReadOnlyList<string>> PlanFaults, IReadOnlyList<string> JobFailures, IReadOnlyDictionary<string, IReadOnlyList<string>> Explanations);
