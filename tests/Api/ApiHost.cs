using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Berths;
using BerthOpt.Documents;
using BerthOpt.Tests.Berths;
using MessagePack;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace BerthOpt.Tests.Api;

/// <summary>What came back: status, type and text; MessagePack is turned into JSON.</summary>
internal sealed record Reply(int Status, string? Type, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);
}

/// <summary>The service in this process, with its settings and its solver to choose.</summary>
internal sealed class ApiHost : IDisposable
{
    private readonly WebApplicationFactory<BerthOpt.Api.Program> _root = new();
    private readonly WebApplicationFactory<BerthOpt.Api.Program> _factory;

    public ApiHost(BerthSolve? solve = null, params (string Key, string Value)[] settings)
    {
        _factory = _root.WithWebHostBuilder(host =>
        {
            // Development is where frameworks like to show stack traces.
            host.UseEnvironment("Development");
            host.UseSetting("Logging:LogLevel:Default", "None");
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            if (solve is not null)
            {
                host.ConfigureTestServices(services => services.AddSingleton(solve));
            }
        });
        Client = _factory.CreateClient();
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _factory.Services;

    public Task<Reply> Post(string action, string json) => Post(action, Encoding.UTF8.GetBytes(json));

    public async Task<Reply> Post(string action, byte[] body, string type = "application/json", string? accept = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/berths/{action}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await Send(request, cancellation);
    }

    public async Task<Reply> Send(HttpRequestMessage request, CancellationToken cancellation = default)
    {
        using var response = await Client.SendAsync(request, cancellation);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        var type = response.Content.Headers.ContentType?.ToString();
        var text = type == "application/msgpack" ? MessagePackSerializer.ConvertToJson(bytes, cancellationToken: cancellation) : Encoding.UTF8.GetString(bytes);
        return new Reply((int)response.StatusCode, type, text, response.Headers);
    }

    /// <summary>A request to solve or to validate.</summary>
    public static byte[] SolveBody(BerthProblem problem, string options = "{}") =>
        Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(problem))}},"options":{{options}}}""");

    public static byte[] EvaluateBody(BerthProblem problem, string plan) =>
        Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(problem))}},"plan":{{plan}}}""");

    public static byte[] Packed(byte[] json) => MessagePackSerializer.ConvertFromJson(Encoding.UTF8.GetString(json));

    public static BerthProblem Week { get; } = BerthGenerator.MeiselBierwirth(12, 1);

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
    }
}
