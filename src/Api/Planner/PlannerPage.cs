using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace BerthOpt.Api;

/// <summary>The planner page, from the files in this assembly. It comes without a key, for it holds nothing; what it shows, it asks for.</summary>
internal static class PlannerPage
{
    // All that the page needs: its own files, and the service itself.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Room = "planner/";
    private const string Index = "index.html";
    private const string Missing = """
        This service was built without the planner page, because Node was missing.
        Install Node 20 or later and build again: dotnet build -c Release src/Api
        The paths of the service are described at /docs and /openapi/v1.json.
        """;

    private static readonly FrozenDictionary<string, PageFile> _files = Load();

    public static void MapPlannerPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => _files.TryGetValue(Index, out var index) ? Send(index) : Results.Text(Missing)).ExcludeFromDescription();
        foreach (var (name, file) in _files)
        {
            routes.MapGet("/" + name, () => Send(file)).ExcludeFromDescription();
        }
    }

    private static PageResult Send(PageFile file) => new(file);

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(PlannerPage).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Room, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Room.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new PageFile(bytes, types.TryGetContentType(name, out var type) ? type : "application/octet-stream", $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"", name.StartsWith(Room + "assets/", StringComparison.Ordinal));
        });
    }

    /// <param name="Bytes">What it holds.</param>
    /// <param name="Type">Media type.</param>
    /// <param name="Tag">Its version.</param>
    /// <param name="NamedByContent">Whether another content would have another name.</param>
    private sealed record PageFile(byte[] Bytes, string Type, string Tag, bool NamedByContent);

    private sealed class PageResult(PageFile file) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.CacheControl = file.NamedByContent ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(file.Bytes, file.Type, entityTag: EntityTagHeaderValue.Parse(file.Tag)).ExecuteAsync(httpContext);
        }
    }
}
