using System.Security.Cryptography;
using System.Text;
using BerthOpt.Api;

namespace BerthOpt.Tests.Api;

public sealed class AccessTests : IDisposable
{
    private readonly ApiHost _host = new(new ScriptedWorkers(ScriptedWorker.Patient), settings:
    [
        ("Access:Keys:0:Tenant", "east"), ("Access:Keys:0:Sha256", Hash("east key")),
        ("Access:Keys:1:Tenant", "west"), ("Access:Keys:1:Sha256", Hash("west key")),
        ("Access:Keys:2:Tenant", "west"), ("Access:Keys:2:Sha256", Hash("old key")), ("Access:Keys:2:Expires", "2020-01-01T00:00:00Z"),
    ]);

    [Theory]
    [InlineData(null)]
    [InlineData("no key")]
    [InlineData("old key")]
    [InlineData("")]
    public async Task Nothing_is_told_without_a_key_that_opens(string? key)
    {
        foreach (var (method, path) in Paths("01a206fb-eb6c-76be-95f0-ffdd8a0ddfa4").Append(("GET", "limits")).Append(("POST", "berths/validate")).Append(("GET", "jobs")))
        {
            var reply = await _host.Do(new HttpMethod(method), path, key is null ? [] : [("X-Api-Key", key)]);

            ProblemAnswersTests.AssertProblem(reply, 401);
            Assert.Equal("Bearer", reply.Headers.WwwAuthenticate.ToString());
        }

        Assert.Equal("ok", await _host.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_job_of_another_tenant_is_not_there()
    {
        var job = await _host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: ("Authorization", "Bearer east key"));
        var id = job.Json.GetProperty("id").GetString()!;

        foreach (var (method, path) in Paths(id))
        {
            ProblemAnswersTests.AssertProblem(await _host.Do(new HttpMethod(method), path, ("Authorization", "bearer west key")), 404);
        }

        Assert.Equal(0, (await _host.Get("jobs", ("X-Api-Key", "west key"))).Json.GetProperty("jobs").GetArrayLength());
        Assert.Equal(200, (await _host.Get($"jobs/{id}", ("X-Api-Key", "east key"))).Status);
    }

    [Fact]
    public async Task Too_many_requests_are_429()
    {
        using var host = new ApiHost(settings: [("Access:RequestsPerSecond", "1"), ("Access:Burst", "3")]);

        // At once: one after the other, a slow machine would let them all in.
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.Get("limits")));

        var refused = replies.First(reply => reply.Status != 200);
        ProblemAnswersTests.AssertProblem(refused, 429);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("urls", "http://*:5000")]
    [InlineData("urls", "http://localhost:5000;http://10.0.0.1:5000")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:80")]
    public void Without_a_key_it_refuses_to_listen_to_other_machines(string key, string value)
    {
        Assert.Contains("no key is configured", Assert.ThrowsAny<Exception>(() => new ApiHost(settings: [(key, value)])).ToString(), StringComparison.Ordinal);
        new ApiHost(settings: [(key, value), ("Access:Keys:0:Tenant", "t"), ("Access:Keys:0:Sha256", Hash("k"))]).Dispose();
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:0;http://[::1]:0")]
    public void This_machine_may_always_come(string urls) => new ApiHost(settings: [("urls", urls)]).Dispose();

    [Theory]
    [InlineData("Access:Keys:0:Tenant", "no spaces please")]
    [InlineData("Access:Keys:0:Sha256", "the key itself")]
    [InlineData("Jobs:Queue", "0")]
    [InlineData("Workers:Count", "0")]
    [InlineData("Workers:Drill", "dance")]
    public void A_wrong_setting_is_told_before_the_first_request(string key, string value) =>
        Assert.ThrowsAny<Exception>(() => new ApiHost(settings: [("Access:Keys:0:Tenant", "t"), ("Access:Keys:0:Sha256", Hash("k")), (key, value)]));

    [Fact]
    public void A_new_key_comes_with_what_to_configure()
    {
        using var output = new StringWriter();

        Assert.Equal(0, NewKey.Run(["key", "east"], output, TextWriter.Null));

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var key = lines[0]["key: ".Length..];
        Assert.Equal([$"Access__Keys__0__Tenant=east", $"Access__Keys__0__Sha256={Hash(key)}"], lines[1..]);
        Assert.Equal(3, NewKey.Run(["key"], TextWriter.Null, TextWriter.Null));
    }

    public void Dispose() => _host.Dispose();

    private static (string Method, string Path)[] Paths(string id) =>
        [("GET", $"jobs/{id}"), ("GET", $"jobs/{id}/plan"), ("GET", $"jobs/{id}/events"), ("GET", $"jobs/{id}/log"), ("POST", $"jobs/{id}/stop"), ("DELETE", $"jobs/{id}")];

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
