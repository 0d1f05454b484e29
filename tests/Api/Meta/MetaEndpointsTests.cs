using System.Text;
using System.Text.RegularExpressions;

namespace BerthOpt.Tests.Api;

public sealed partial class MetaEndpointsTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("/healthz", "ok")]
    [InlineData("/readyz", "{\"queued\":0,\"running\":0}")]
    [InlineData("/version", "\"version\":\"0.")]
    [InlineData("/docs/", "<title>BerthOpt</title>")]
    [InlineData("/v1/limits", "\"jsonBytes\":16777216")]
    [InlineData("/v1/codes", "\"worker-crashed\"")]
    public async Task Answers(string path, string expected) =>
        Assert.Contains(expected, await _host.Client.GetStringAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    /// <summary>HEAD says what GET would: status, type, and no body over a socket.</summary>
    [Fact]
    public async Task Head_is_taken_wherever_get_is()
    {
        using var host = new ApiHost(sockets: true);
        var job = (await host.Solve(ApiHost.SolveBody(ApiHost.Week, """{"workLimit":20000,"timeLimitSeconds":60}"""))).Json.GetProperty("id").GetString()!;
        var paths = System.Text.Json.JsonElement.Parse(await host.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _)).Select(path => path.Name.Replace("{item}", ApiHost.Week.Calls[0].Id, StringComparison.Ordinal).Replace("/demo-data/{id}", "/demo-data/quay", StringComparison.Ordinal).Replace("{id}", job, StringComparison.Ordinal));

        foreach (var path in paths.Concat(["/", "/openapi/v1.json", "/docs/", "/v1/jobs/none", "/nothing"]))
        {
            using var get = await host.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((get.StatusCode, get.Content.Headers.ContentType?.MediaType) == (head.StatusCode, head.Content.Headers.ContentType?.MediaType), $"{path}: {get.StatusCode} {get.Content.Headers.ContentType} and {head.StatusCode} {head.Content.Headers.ContentType}");
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>What is offered to be tried is valid as it stands, in both formats.</summary>
    [Fact]
    public async Task Demo_data_is_ready_to_be_sent()
    {
        var demos = (await _host.Get("demo-data")).Json.EnumerateArray().ToList();

        Assert.NotEmpty(demos);
        foreach (var demo in demos)
        {
            var (id, kind) = (demo.GetProperty("id").GetString(), demo.GetProperty("kind").GetString());
            var body = await _host.Get($"demo-data/{id}");
            Assert.Equal((200, 200), (body.Status, (await _host.Post($"{kind}/validate", Encoding.UTF8.GetBytes(body.Text))).Status));
            Assert.Equal(body.Text.Length > 0, (await _host.Get($"demo-data/{id}", ("Accept", "application/msgpack"))).Status == 200);
        }

        ProblemAnswersTests.AssertProblem(await _host.Get("demo-data/none"), 404);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_careful()
    {
        var reply = await _host.Get("limits");

        Assert.Equal(["nosniff"], reply.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith("default-src 'none'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_planner_page_may_run_its_own_scripts_and_no_others()
    {
        using var page = await _host.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.SkipUnless(page.Content.Headers.ContentType?.MediaType == "text/html", "The service was built without the planner page: Node is missing.");

        Assert.Contains("script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Prometheus_gets_counts_where_the_settings_say_so()
    {
        using var host = new ApiHost(settings: ("Telemetry:Prometheus", "true"));
        await host.Solve(ApiHost.SolveBody(ApiHost.Week, """{"workLimit":2000}"""));

        // The answer may come before the count, and one look serves many readers for a moment.
        await Eventually.Holds(async () => Ended().IsMatch(await host.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken)));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await _host.Client.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode);
    }

    public void Dispose() => _host.Dispose();

    [GeneratedRegex("berthopt_jobs_ended_total\\{[^}]*status=\"completed\"[^}]*\\} 1")]
    private static partial Regex Ended();
}
