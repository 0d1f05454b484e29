using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>The service is killed again and again, at random moments and at named points; what it has accepted is done once for everyone to see.</summary>
public sealed class CrashTests
{
    private const int MostOfRound = 6;
    private const int Rounds = 24;

    /// <summary>Few, since each takes the service a second or two to start; <c>BERTHOPT_KILLS</c> asks for more and <c>BERTHOPT_SEED</c> for others (docs/reliability.md).</summary>
    private static readonly int _kills = int.Parse(Environment.GetEnvironmentVariable("BERTHOPT_KILLS") ?? "12", CultureInfo.InvariantCulture);
    private static readonly ulong _seed = ulong.Parse(Environment.GetEnvironmentVariable("BERTHOPT_SEED") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Where the service is killed; nowhere in particular now and then.</summary>
    private static readonly string?[] _points = [null, "before-submit", "after-submit", null, "before-claim", "after-claim", null, "before-plan", "after-plan", null, "before-finish", "after-finish"];

    private readonly Rng _rng = new(_seed);
    private readonly byte[] _body = ApiHost.SolveBody(ApiHost.Week, """{"workLimit":3000,"timeLimitSeconds":60}""");
    private readonly Dictionary<string, string> _accepted = [];
    private int _sent;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_accepted_job_is_lost_and_none_is_done_twice()
    {
        using var folder = new TemporaryFolder();
        var done = 0;
        for (var kill = 0; kill < _kills; kill++)
        {
            await SendUntilKilled(folder.Path, _points[kill % _points.Length]);
            if ((kill + 1) % Rounds == 0 || kill + 1 == _kills)
            {
                done += await AllDoneOnce(folder.Path);
            }
        }

        Assert.NotEqual(0, done);
        TestContext.Current.TestOutputHelper?.WriteLine($"{_kills} kills, {done} jobs accepted of {_sent} sent, none lost, none done twice.");
    }

    /// <summary>A point is reached by the jobs that are sent; a random moment comes once something was accepted, however slow the machine is, every other time.</summary>
    private async Task SendUntilKilled(string folder, string? point)
    {
        using var service = await ApiProcess.Start(folder, point is null ? [] : ["--Jobs:Drill", $"{point}:{1 + _rng.Next(4)}"]);
        var crash = point is null && _rng.Next(2) == 0 ? Crash(service) : null;
        for (var count = 0; count < MostOfRound && !service.HasEnded; count++)
        {
            var key = $"key-{_sent++}";
            if (await Submit(service.Client, key) is { } id)
            {
                _accepted.Add(key, id);
                crash ??= point is null ? Crash(service) : null;
            }
        }

        await Eventually.Holds(() => service.HasEnded);
        await (crash ?? Task.CompletedTask);
    }

    private async Task Crash(ApiProcess service)
    {
        await Task.Delay(_rng.Next(800), Cancellation);
        service.Kill();
    }

    /// <summary>A service that nobody kills brings all that was accepted to its end; says how many that were.</summary>
    private async Task<int> AllDoneOnce(string folder)
    {
        using var service = await ApiProcess.Start(folder);
        foreach (var (key, id) in _accepted)
        {
            Assert.Equal(id, await Submit(service.Client, key));
            await AssertDoneOnce(service.Client, id);
        }

        var count = _accepted.Count;
        _accepted.Clear();
        return count;
    }

    private static async Task AssertDoneOnce(HttpClient client, string id)
    {
        JsonElement job;
        do
        {
            job = JsonElement.Parse(await client.GetStringAsync($"/v1/jobs/{id}?wait=60s", Cancellation));
        }
        while (job.GetProperty("status").GetString() is "queued" or "running");

        Assert.Equal("completed", job.GetProperty("status").GetString());
        Assert.NotNull(job.GetProperty("planHash").GetString());
        await using var events = await client.GetStreamAsync($"/v1/jobs/{id}/events", Cancellation);
        Assert.Single(SseParser.Create(events).Enumerate(), happened => happened.EventType == "done");
    }

    /// <summary>The id of the job; null when the service was killed before it could say.</summary>
    private async Task<string?> Submit(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/berths/jobs") { Content = new ByteArrayContent(_body), Headers = { { "Idempotency-Key", key } } };
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var response = await client.SendAsync(request, Cancellation);
            var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.True((int)response.StatusCode is 200 or 202, text);
            return JsonElement.Parse(text).GetProperty("id").GetString();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
