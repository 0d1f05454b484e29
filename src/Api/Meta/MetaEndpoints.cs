using System.Reflection;

namespace BerthOpt.Api;

/// <summary>What a load balancer, a program and a person ask first.</summary>
internal static class MetaEndpoints
{
    private static readonly string _version =
        typeof(MetaEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private const int WarmSeconds = 1;

    public static void MapMetaEndpoints(this IEndpointRouteBuilder routes)
    {
        var meta = routes.MapGroup("/").WithTags("service");
        meta.MapGet("/healthz", Health).WithSummary("Says ok while the service answers.").Produces<string>(StatusCodes.Status200OK, "text/plain");
        meta.MapGet("/readyz", Ready).WithSummary("Says how many jobs wait and run, once the service takes jobs and a worker is warm.").Produces<ReadyAnswer>().Refuses(503);
        meta.MapGet("/version", Version).WithSummary("The version of the service.").Produces<VersionAnswer>();
    }

    private static IResult Health() => Results.Text("ok");

    /// <summary>Asks the store, which answers with a problem when it cannot.</summary>
    private static IResult Ready(IJobStore store, IWorkerPool pool, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return new ProblemAnswer(StatusCodes.Status503ServiceUnavailable, "The service is shutting down.");
        }

        if (!pool.IsWarm)
        {
            return new ProblemAnswer(StatusCodes.Status503ServiceUnavailable, "No worker is warm yet; jobs are taken, and wait.", retryAfterSeconds: WarmSeconds);
        }

        var (queued, running) = store.Count();
        return Results.Ok(new ReadyAnswer(queued, running));
    }

    private static IResult Version() => Results.Ok(new VersionAnswer(_version));
}

/// <summary>The version of the service.</summary>
/// <param name="Version">Semantic version, with the commit behind a plus sign where it is known.</param>
internal sealed record VersionAnswer(string Version);

/// <summary>That the service takes jobs.</summary>
/// <param name="Queued">Jobs that wait.</param>
/// <param name="Running">Jobs that run.</param>
internal sealed record ReadyAnswer(int Queued, int Running);
