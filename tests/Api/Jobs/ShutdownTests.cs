using System.Diagnostics;
using System.Text.Json;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>A service that is asked to end does not wait for those who wait for a job.</summary>
public sealed class ShutdownTests : IDisposable
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(15);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("/events", "event: status")]
    [InlineData("?wait=60s", "\"status\":")]
    public async Task Whoever_waits_for_a_job_is_let_go(string path, string expected)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var host = await OwnHost.Start(_folder["jobs.db"]);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var body = new ByteArrayContent(ApiHost.SolveBody(BerthOpt.Berths.BerthGenerator.Port(1, 1), """{"timeLimitSeconds":120}"""));
        body.Headers.ContentType = new("application/json");
        using var accepted = await client.PostAsync(new Uri("/v1/berths/jobs", UriKind.Relative), body, cancellation);
        var id = JsonElement.Parse(await accepted.Content.ReadAsStringAsync(cancellation)).GetProperty("id").GetString();
        var waiting = client.GetStringAsync(new Uri($"/v1/jobs/{id}{path}", UriKind.Relative), cancellation);
        await Task.Delay(TimeSpan.FromSeconds(0.5), cancellation);
        Assert.False(waiting.IsCompleted);
        var began = Stopwatch.GetTimestamp();

        await host.Stop();

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, _most);
        Assert.Contains(expected, await waiting, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
