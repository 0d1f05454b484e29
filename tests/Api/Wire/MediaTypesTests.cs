namespace BerthOpt.Tests.Api;

public sealed class MediaTypesTests : IDisposable
{
    private static readonly byte[] _json = ApiHost.SolveBody(ApiHost.Week);
    private static readonly byte[] _packed = ApiHost.Packed(_json);

    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("APPLICATION/JSON; charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("text/json", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("*/*", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("", 415)]
    public async Task JSON_is_taken_as_JSON_alone(string type, int status) => Assert.Equal(status, (await _host.Post("berths/validate", _json, type)).Status);

    [Theory]
    [InlineData("application/msgpack")]
    [InlineData("application/vnd.msgpack")]
    [InlineData("application/x-msgpack")]
    public async Task MessagePack_has_three_names(string type)
    {
        var reply = await _host.Post("berths/validate", _packed, type);

        Assert.Equal((200, "application/msgpack"), (reply.Status, reply.Type));
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("application/msgpack", "application/msgpack")]
    [InlineData("application/vnd.msgpack", "application/msgpack")]
    [InlineData("application/msgpack;q=0.5, application/json", "application/json")]
    [InlineData("application/msgpack, application/json;q=0.5", "application/msgpack")]
    [InlineData("application/json;q=0, */*", "application/msgpack")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    public async Task Accept_chooses_the_answer(string accept, string type)
    {
        var reply = await _host.Post("berths/validate", _json, accept: accept);

        Assert.Equal((200, type), (reply.Status, reply.Type));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, application/json;q=0")]
    public async Task Who_takes_neither_gets_406(string accept) =>
        ProblemAnswersTests.AssertProblem(await _host.Post("berths/validate", _json, accept: accept), 406);

    [Fact]
    public async Task Who_speaks_MessagePack_reads_problems_as_JSON() =>
        ProblemAnswersTests.AssertProblem(await _host.Post("berths/validate", [0xC1], "application/msgpack", "application/msgpack"), 400);

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/berths/validate") { Content = new ByteArrayContent(_json) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");

        ProblemAnswersTests.AssertProblem(await _host.Send(request), 415);
    }

    public void Dispose() => _host.Dispose();
}
