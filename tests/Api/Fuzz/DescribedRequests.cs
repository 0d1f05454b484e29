using System.Text;
using System.Text.Json;

namespace BerthOpt.Tests.Api;

/// <summary>Requests made from nothing but the service's own description: every path, parameters and headers of all sorts, bodies by their schemas.</summary>
internal sealed class DescribedRequests
{
    private const int MostIds = 64;

    private static readonly string[] _texts =
    [
        "x", "", "0", "-1", "1s", "60s", "9223372036854775808", "NaN", "null", "{id}", "%00", "..", "../../etc/passwd", "'; DROP TABLE jobs; --", "a,b;q=2", "*/*;q=nope",
        "queued", "completed", "week 18", "01a206fb-eb6c-76be-95f0-ffdd8a0ddfa4", "berths-quay", "\ud83d\ude00", new('x', 300), "\"1\"", "\"", "W/\"1\"",
    ];

    private static readonly string[] _headers = ["Accept", "Prefer", "Idempotency-Key", "If-None-Match", "Last-Event-ID", "X-Api-Key", "Authorization", "Accept-Encoding", "Range", "X-Forwarded-For"];

    private static readonly string[] _headerValues =
    [
        "application/json", "application/msgpack", "text/csv", "image/svg+xml", "text/html", "*/*", "application/json;q=0.1, application/msgpack", "wait=0", "wait=1", "wait=-1", "respond-async",
        "wait=99999999999", "1", "0", "last", "\"1\"", "*", "bytes=0-1", "identity", "gzip", "x", "", ";", new('k', 201),
    ];

    private static readonly string[] _queries = ["wait", "tag", "status", "cursor", "x"];

    private static readonly string[] _types = ["application/json; charset=utf-8", "application/json; charset=utf-16", "text/plain", "application/x-msgpack", "nonsense", ""];

    private readonly List<(string Method, string Path, string? Schema)> _operations = [];
    private readonly DescribedBodies _bodies;
    private readonly List<string> _ids = [];

    public DescribedRequests(JsonElement description)
    {
        _bodies = new DescribedBodies(description.GetProperty("components").GetProperty("schemas"));
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var schema = operation.Value.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").GetProperty(FuzzRequest.Json).GetProperty("schema").GetProperty("$ref").GetString() : null;
                _operations.Add((operation.Name.ToUpperInvariant(), path.Name, schema));
            }
        }
    }

    /// <summary>A job that there is.</summary>
    public void Know(string id)
    {
        if (_ids.Count == MostIds)
        {
            _ids.RemoveAt(0);
        }

        _ids.Add(id);
    }

    public FuzzRequest Next(Rng rng)
    {
        var (method, path, schema) = _operations[rng.Next(_operations.Count)];
        method = rng.Next(50) == 0 ? "PUT" : method;
        path = string.Join('/', path.Split('/').Select(step => step is ['{', ..] ? Uri.EscapeDataString(_ids.Count > 0 && rng.Next(2) == 0 ? _ids[rng.Next(_ids.Count)] : Text(rng)) : step));
        if (rng.Next(3) == 0)
        {
            path += $"?{_queries[rng.Next(_queries.Length)]}={Uri.EscapeDataString(Text(rng))}";
        }

        var headers = Enumerable.Range(0, rng.Next(3)).Select(_ => (_headers[rng.Next(_headers.Length)], _headerValues[rng.Next(_headerValues.Length)])).ToList();
        return schema is null ? new FuzzRequest(method, path, headers, null, "") : WithBody(method, path, headers, schema, rng);
    }

    private static string Text(Rng rng) => _texts[rng.Next(_texts.Length)];

    private FuzzRequest WithBody(string method, string path, List<(string, string)> headers, string schema, Rng rng)
    {
        var body = Encoding.UTF8.GetBytes(_bodies.Next(schema, rng));
        var packed = rng.Next(2) == 0;
        var type = rng.Next(30) == 0 ? _types[rng.Next(_types.Length)] : packed ? FuzzRequest.MessagePack : FuzzRequest.Json;
        return new FuzzRequest(method, path, headers, packed ? ApiHost.Packed(body) : body, type);
    }
}
