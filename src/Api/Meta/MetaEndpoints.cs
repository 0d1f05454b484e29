using System.Reflection;

namespace BerthOpt.Api;

/// <summary>What a load balancer and a person ask first.</summary>
internal static class MetaEndpoints
{
    private static readonly string _version =
        typeof(MetaEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static void MapMetaEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).WithSummary("Says ok while the service answers.");
        routes.MapGet("/version", () => Results.Ok(new VersionAnswer(_version))).WithSummary("The version of the service.").Produces<VersionAnswer>();
    }
}

/// <summary>The version of the service.</summary>
/// <param name="Version">Semantic version, with the commit behind a plus sign where it is known.</param>
internal sealed record VersionAnswer(string Version);
