using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

public sealed class CrashTests
{
    /// <summary>Few, since each takes the service a second or two to start; <c>BERTHOPT_KILLS</c> asks for more (docs/reliability.md).</summary>
    private static readonly int _kills = int.Parse(Environment.GetEnvironmentVariable("BERTHOPT_KILLS") ?? "5", CultureInfo.InvariantCulture);

    /// <summary>The service is killed at random moments; what it has accepted is done once for everyone to see, and no more than once.</summary>
    [Fact]
    public async Task No_accepted_job_is_lost_and_none_is_done_twice()
    {
        using var folder = new TemporaryFolder();
        var rng = new Rng(1);
        var body = ApiHost.SolveBody(ApiHost.Week, """{"workLimit":20000,"timeLimitSeconds":60}""");
        var accepted = new Dictionary<string, string>();
        var sent = 0;
        for (var kill = 0; kill < _kills; kill++)
        {
            using var service = await ApiProcess.Start(folder.Path);

            // Every other time once it has accepted something, however slow the machine is.
            var crash = kill % 2 == 0 ? Crash(service, rng) : null;
            while (crash is not { IsCompleted: true })
            {
                var key = $"key-{sent++}";
                if (await Submit(service.Client, body, key) is { } id)
                {
                    accepted.Add(key, id);
                    crash ??= Crash(service, rng);
                }

                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        using var last = await ApiProcess.Start(folder.Path);
        Assert.NotEmpty(accepted);
        foreach (var (key, id) in accepted)
        {
            Assert.Equal(id, await Submit(last.Client, body, key));
            var job = JsonElement.Parse(await last.Client.GetStringAsync($"/v1/jobs/{id}?wait=60s", TestContext.Current.CancellationToken));
            Assert.Equal("completed", job.GetProperty("status").GetString());
            Assert.NotNull(job.GetProperty("planHash").GetString());
            await using var events = await last.Client.GetStreamAsync($"/v1/jobs/{id}/events", TestContext.Current.CancellationToken);
            Assert.Single(SseParser.Create(events).Enumerate(), happened => happened.EventType == "done");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{_kills} kills, {accepted.Count} jobs accepted of {sent} sent, none lost, none done twice.");
    }

    private static async Task Crash(ApiProcess service, Rng rng)
    {
        await Task.Delay(rng.Next(1200), TestContext.Current.CancellationToken);
        service.Kill();
    }

    /// <summary>The id of the job; null when the service was killed before it could say.</summary>
    private static async Task<string?> Submit(HttpClient client, byte[] body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/berths/jobs") { Content = new ByteArrayContent(body), Headers = { { "Idempotency-Key", key } } };
        request.Content.Headers.ContentType = new("application/json");
        try
        {
            using var response = await client.SendAsync(request);
            var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
            Assert.True((int)response.StatusCode is 200 or 202, text);
            return JsonElement.Parse(text).GetProperty("id").GetString();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
