using System.Net.Sockets;
using System.Text;

namespace BerthOpt.Tests.Api;

/// <summary>Clients that are slow or go away in the middle: they get an answer, or nothing is left of them, and others notice nothing.</summary>
public sealed class ClientTroubleTests : IDisposable
{
    private readonly ApiHost _host = new(new ScriptedWorkers(ScriptedWorker.Patient), sockets: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The body stops in the middle: after some seconds the request is over, and a problem says why.</summary>
    [Fact]
    public async Task A_body_that_does_not_come_is_408()
    {
        using var connection = await Connect();
        await Write(connection, "POST /v1/berths/jobs HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"problem\":");

        var answer = await ReadToEnd(connection);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        await OthersNoticeNothing();
    }

    [Fact]
    public async Task Headers_that_do_not_come_end_the_connection()
    {
        using var connection = await Connect();
        await Write(connection, "GET /v1/jobs HTTP/1.1\r\nHost: he");

        Assert.DoesNotContain(" 200 ", await ReadToEnd(connection), StringComparison.Ordinal);
        await OthersNoticeNothing();
    }

    [Theory]
    [InlineData("POST /v1/berths/jobs HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"problem\":")]
    [InlineData("POST /v1/berths/jobs HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"pro")]
    [InlineData("GET /v1/jobs HTTP/1.1\r\nHost: here\r\n")]
    public async Task Who_goes_away_in_the_middle_leaves_nothing(string beginning)
    {
        using (var connection = await Connect())
        {
            await Write(connection, beginning);
        }

        await OthersNoticeNothing();
        Assert.Equal(0, (await _host.Get("jobs")).Json.GetProperty("jobs").GetArrayLength());
    }

    /// <summary>Who follows a job and goes away ends the following, not the job.</summary>
    [Fact]
    public async Task Who_goes_away_from_a_stream_of_events_does_not_end_the_job()
    {
        var id = (await _host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week))).Json.GetProperty("id").GetString();
        for (var count = 0; count < 20; count++)
        {
            using var connection = await Connect();
            await Write(connection, $"GET /v1/jobs/{id}/events HTTP/1.1\r\nHost: here\r\n\r\n");
            Assert.NotEqual(0, await connection.ReceiveAsync(new byte[1], Cancellation));
        }

        await OthersNoticeNothing();
        Assert.Contains((await _host.Get($"jobs/{id}")).Json.GetProperty("status").GetString(), new[] { "queued", "running" });
        await _host.Do(HttpMethod.Post, $"jobs/{id}/stop");
        Assert.Equal("stopped", (await _host.Get($"jobs/{id}?wait=60")).Json.GetProperty("status").GetString());
    }

    public void Dispose() => _host.Dispose();

    private async Task OthersNoticeNothing() => Assert.Equal("ok", await _host.Client.GetStringAsync("/healthz", Cancellation));

    private async Task<Socket> Connect()
    {
        var connection = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await connection.ConnectAsync(_host.Client.BaseAddress!.Host, _host.Client.BaseAddress.Port, Cancellation);
        return connection;
    }

    private static async Task Write(Socket connection, string text) => await connection.SendAsync(Encoding.ASCII.GetBytes(text), Cancellation);

    private static async Task<string> ReadToEnd(Socket connection)
    {
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
