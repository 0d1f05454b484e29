using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Documents;
using BerthOpt.Tests.Berths;
using BerthOpt.Tests.Cli;
using MessagePack;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BerthOpt.Tests.Api;

/// <summary>What came back: status, type and text; MessagePack is turned into JSON.</summary>
internal sealed record Reply(int Status, string? Type, string Text, HttpResponseHeaders Headers)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonElement.Parse(Text);
}

/// <summary>The service in this process, with its settings and its workers to choose; its workers are of this process too, unless said otherwise.</summary>
internal sealed class ApiHost : IDisposable
{
    private readonly WebApplicationFactory<BerthOpt.Api.Program> _root = new();
    private readonly WebApplicationFactory<BerthOpt.Api.Program> _factory;
    private readonly TemporaryFolder _folder = new();

    /// <param name="workers">Its workers; null for real ones in this process.</param>
    /// <param name="store">Its store; null for a file of its own.</param>
    /// <param name="processes">Whether workers are processes of their own instead.</param>
    /// <param name="sockets">Whether its client comes over a socket of this machine.</param>
    /// <param name="clock">Its clock; null for the machine's.</param>
    /// <param name="log">Who reads its log; null for nobody.</param>
    /// <param name="settings">Its configuration.</param>
    public ApiHost(IWorkerPool? workers = null, IJobStore? store = null, bool processes = false, bool sockets = false, TimeProvider? clock = null, ILoggerProvider? log = null, params (string Key, string Value)[] settings)
    {
        _factory = _root.WithWebHostBuilder(host =>
        {
            // Development is where frameworks like to show stack traces.
            host.UseEnvironment("Development");
            host.UseSetting("Logging:LogLevel:Default", "None");
            host.UseSetting("Jobs:File", _folder["jobs.db"]);
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Access:RequestsPerSecond", "1000000");
            host.UseSetting("Access:Burst", "1000000");
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureTestServices(services =>
            {
                services.AddSingleton(clock ?? TimeProvider.System);
                if (log is not null)
                {
                    services.AddSingleton(log);
                }

                if (store is not null)
                {
                    services.AddSingleton(store);
                }

                if (!processes)
                {
                    services.AddSingleton(workers ?? new WorkersHere());
                    services.Remove(services.First(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(WorkerPool)));
                }
            });
        });
        if (sockets)
        {
            _factory.UseKestrel();
        }

        Client = _factory.CreateClient();
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _factory.Services;

    public static BerthProblem Week { get; } = BerthGenerator.MeiselBierwirth(12, 1);

    public static CraneProblem Vessel { get; } = CraneGenerator.KimPark(8, 1);

    public Task<Reply> Post(string path, string json) => Post(path, Encoding.UTF8.GetBytes(json));

    /// <summary>Sends a body to a path below <c>/v1</c>.</summary>
    public async Task<Reply> Post(string path, byte[] body, string type = "application/json", string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{path}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Send(request, [.. headers, .. accept is null ? Array.Empty<(string, string)>() : [("Accept", accept)]]);
    }

    /// <summary>Has a problem solved, and waits for the end.</summary>
    public Task<Reply> Solve(byte[] body, string kind = "berths", string type = "application/json") => Post($"{kind}/jobs", body, type, null, ("Prefer", "wait=60"));

    /// <summary>Asks for a path below <c>/v1</c>.</summary>
    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Do(HttpMethod.Get, path, headers);

    /// <inheritdoc cref="Get"/>
    public async Task<Reply> Do(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/v1/{path}");
        return await Send(request, headers);
    }

    public async Task<Reply> Send(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.ToString();
        var text = type == "application/msgpack" ? Encoding.UTF8.GetString(MessagePackText.ToJson(bytes, 1 << 26).Span) : Encoding.UTF8.GetString(bytes);
        return new Reply((int)response.StatusCode, type, text, response.Headers);
    }

    /// <summary>A request to solve or to validate.</summary>
    public static byte[] SolveBody(BerthProblem problem, string options = "{}") =>
        Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(problem))}},"options":{{options}}}""");

    /// <inheritdoc cref="SolveBody(BerthProblem, string)"/>
    public static byte[] SolveBody(CraneProblem problem, string options = "{}")
    {
        using var stream = new MemoryStream();
        CraneDocument.Write(problem, stream);
        return Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(stream.ToArray())}},"options":{{options}}}""");
    }

    public static byte[] EvaluateBody(BerthProblem problem, string plan) =>
        Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(problem))}},"plan":{{plan}}}""");

    public static byte[] Packed(byte[] json) => MessagePackSerializer.ConvertFromJson(Encoding.UTF8.GetString(json));

    public static byte[] Bytes<T>(Shape<T> shape, T value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            new ObjectKind<T>(shape).Write(json, value, new DocumentScope());
        }

        return stream.ToArray();
    }

    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        _root.Dispose();
        _folder.Dispose();
    }
}
