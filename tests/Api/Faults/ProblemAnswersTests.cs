using System.Reflection;
using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

public sealed class ProblemAnswersTests : IDisposable
{
    private readonly ApiHost _host = new(settings: [("Limits:JsonBytes", "20000"), ("Limits:MessagePackBytes", "15000")]);

    [Theory]
    [InlineData("", "bad-json")]
    [InlineData("{", "truncated-json")]
    [InlineData("{\"problem\": nope}", "bad-json")]
    [InlineData("{} {}", "bad-json")]
    public async Task What_is_not_JSON_is_400(string body, string code) => await AssertFault(await _host.Post("berths/jobs", body), 400, code, "");

    [Fact]
    public async Task Too_deep_is_400() =>
        await AssertFault(await _host.Post("berths/jobs", string.Concat(Enumerable.Repeat("{\"problem\":", 40)) + "1" + new string('}', 40)), 400, "too-deep", "");

    [Theory]
    [InlineData("null", "wrong-type", "")]
    [InlineData("[1]", "wrong-type", "")]
    [InlineData("{}", "missing", "")]
    [InlineData("{\"problem\":3}", "wrong-type", "/problem")]
    [InlineData("{\"problem\":null}", "wrong-type", "/problem")]
    [InlineData("{\"problem\":{},\"probelm\":{}}", "unknown-property", "/probelm")]
    [InlineData("{\"problem\":{\"formatVersion\":\"berthopt/berths/9\"}}", "unknown-format", "/problem/formatVersion")]
    [InlineData("{\"problem\":{\"quays\":[{\"id\":7}]}}", "wrong-type", "/problem/quays/0/id")]
    [InlineData("{\"problem\":{\"name\":\"\\ud800\"}}", "bad-text", "/problem/name")]
    public async Task What_says_something_wrong_is_422_with_its_place(string body, string code, string pointer)
    {
        foreach (var action in new[] { "berths/jobs", "berths/validate", "berths/evaluate" })
        {
            await AssertFault(await _host.Post(action, body), 422, code, pointer);
        }
    }

    [Fact]
    public async Task All_faults_come_at_once_and_point_to_what_is_there()
    {
        const string body = """{"problem":{"formatVersion":"berthopt/berths/1","horizonMinutes":-1,"quays":[],"calls":[{"id":"A","lengthMetres":"long"}]},"options":{"seed":0.5,"threads":0}}""";

        var reply = await _host.Post("berths/validate", body);

        var pointers = reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).ToList();
        Assert.Superset(new HashSet<string> { "/problem/horizonMinutes", "/problem/quays", "/problem/calls/0", "/problem/calls/0/lengthMetres", "/options/seed", "/options/threads" }, pointers.ToHashSet());
        Assert.All(pointers, pointer => Assert.True(Pointers.Resolves(JsonElement.Parse(body), pointer), pointer));
    }

    [Fact]
    public async Task People_read_names_as_they_are_and_no_browser_takes_them_for_a_page()
    {
        var reply = await _host.Post("berths/validate", """{"problem":{"formatVersion":"berthopt/berths/1","quays":[{"id":"<b>Nord & Süd</b>","id2":1}]}}""");

        Assert.Contains("\\\"", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u00", reply.Text, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", reply.Type);
        Assert.Equal(["nosniff"], reply.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("{}", "missing", "/plan")]
    [InlineData("{\"formatVersion\":\"berthopt/berth-plan/1\",\"assignments\":[{\"call\":\"V00\",\"assignment\":null}]}", "unknown-reference", "/plan/assignments/0/call")]
    [InlineData("[]", "wrong-type", "/plan")]
    public async Task Faults_of_a_plan_lie_in_the_plan(string plan, string code, string pointer) =>
        await AssertFault(await _host.Post("berths/evaluate", ApiHost.EvaluateBody(ApiHost.Week, plan)), 422, code, pointer);

    [Theory]
    [InlineData("application/json", 20_001)]
    [InlineData("application/msgpack", 15_001)]
    public async Task A_large_body_is_413_whether_it_says_its_length_or_not(string type, int length)
    {
        var body = Enumerable.Repeat((byte)' ', length).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/berths/validate") { Content = new StreamContent(new UnknownLength(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        AssertProblem(await _host.Post("berths/validate", body, type), 413);
        AssertProblem(await _host.Send(request), 413);
        Assert.Equal(400, (await _host.Post("berths/validate", body[1..], type)).Status);
    }

    [Fact]
    public async Task A_MessagePack_body_that_grows_too_large_as_JSON_is_413() =>
        await AssertFault(await _host.Post("berths/validate", [0xDA, 14_000 >> 8, 14_000 & 255, .. new byte[14_000]], "application/msgpack"), 413, "too-large", "");

    [Theory]
    [InlineData("GET", "/v1/berths/jobs", 405)]
    [InlineData("POST", "/v1/berths/solvent", 404)]
    [InlineData("DELETE", "/healthz", 405)]
    [InlineData("GET", "/nothing", 404)]
    public async Task What_is_not_there_is_told_as_a_problem_too(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        AssertProblem(await _host.Send(request), status);
    }

    [Fact]
    public async Task A_defect_of_our_own_is_500_and_tells_nothing_of_the_inside()
    {
        using var host = new ApiHost(store: DispatchProxy.Create<IJobStore, BrokenStore>());

        var reply = await host.Get("jobs");

        AssertProblem(reply, 500);
        Assert.DoesNotContain("secret", reply.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    internal static void AssertProblem(Reply reply, int status)
    {
        Assert.Equal((status, "application/problem+json"), (reply.Status, reply.Type));
        Assert.Equal(status, reply.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(reply.Json.GetProperty("title").GetString()!);
        Assert.NotEmpty(reply.Json.GetProperty("detail").GetString()!);
        Assert.Equal(JsonValueKind.Array, reply.Json.GetProperty("errors").ValueKind);
        Assert.DoesNotContain("   at ", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", reply.Text, StringComparison.Ordinal);
    }

    private static Task AssertFault(Reply reply, int status, string code, string pointer)
    {
        AssertProblem(reply, status);
        Assert.Contains(reply.Json.GetProperty("errors").EnumerateArray(), error => (error.GetProperty("code").GetString(), error.GetProperty("pointer").GetString()) == (code, pointer));
        return Task.CompletedTask;
    }

    /// <summary>A store that has a secret.</summary>
    internal class BrokenStore : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new InvalidOperationException("a secret of the inside");
    }

    /// <summary>A stream that HTTP has to send in chunks.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
