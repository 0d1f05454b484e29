using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Search;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>Measures the figures of docs/reliability.md against the service in a process of its own; into the file that <c>BERTHOPT_FIGURES</c> names, else not at all.</summary>
public sealed class ApiFigures
{
    private static readonly string? _file = Environment.GetEnvironmentVariable("BERTHOPT_FIGURES");

    private static readonly byte[] _small = ApiHost.SolveBody(ApiHost.Vessel, """{"workLimit":2000,"threads":1}""");
    private static readonly byte[] _long = ApiHost.SolveBody(BerthGenerator.Port(1, 1), """{"timeLimitSeconds":600,"threads":1}""");

    private readonly List<string> _lines = ["figure,count,p50 ms,p99 ms,max ms"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Measure()
    {
        Assert.SkipWhen(_file is null, "BERTHOPT_FIGURES names no file.");
        await SmallJobs();
        await LimitsAndStops();
        await Load();
        await File.WriteAllLinesAsync(_file!, _lines, Cancellation);
    }

    /// <summary>A small job over HTTP beside the same call of the library.</summary>
    private async Task SmallJobs()
    {
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "1");
        await Times("small job, first ones (not counted)", 20, _ => Solve(service.Client, "cranes", _small));
        await Times("small job, submit to plan", 200, _ => Solve(service.Client, "cranes", _small));
        var options = new SolverOptions { WorkLimit = 2000, Threads = 1 };
        await Times("the same by the library", 200, _ =>
        {
            CraneSolver.Solve(ApiHost.Vessel, options);
            return Task.CompletedTask;
        });
    }

    /// <summary>How exactly limits are kept, and how soon a stop takes effect, also right behind the start.</summary>
    private async Task LimitsAndStops()
    {
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "1");
        var limited = ApiHost.SolveBody(BerthGenerator.MeiselBierwirth(40, 1), """{"timeLimitSeconds":0.3}""");
        await Times("job with a limit of 300 ms, submit to plan", 30, _ => Solve(service.Client, "berths", limited));
        var rng = new Rng(1);
        var stops = new List<double>();
        for (var count = 0; count < 30; count++)
        {
            var id = await Submit(service.Client, "berths", _long);
            await Task.Delay(rng.Next(count % 2 == 0 ? 20 : 400), Cancellation);
            var begin = Stopwatch.GetTimestamp();
            using var stopped = await service.Client.PostAsync(new Uri($"/v1/jobs/{id}/stop", UriKind.Relative), null, Cancellation);
            var job = JsonElement.Parse(await service.Client.GetStringAsync($"/v1/jobs/{id}?wait=60s", Cancellation));
            stops.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            Assert.Equal("stopped", job.GetProperty("status").GetString());
        }

        Add("stop to end", stops);
    }

    /// <summary>What others feel while eight jobs run.</summary>
    private async Task Load()
    {
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "8");
        for (var count = 0; count < 8; count++)
        {
            await Submit(service.Client, "berths", _long);
        }

        while (!(await service.Client.GetStringAsync("/readyz", Cancellation)).Contains("\"running\":8", StringComparison.Ordinal))
        {
            await Task.Delay(100, Cancellation);
        }

        await Task.Delay(3000, Cancellation);
        await Times("healthz while 8 jobs run", 500, _ => service.Client.GetStringAsync("/healthz", Cancellation));
        await Times("submit while 8 jobs run", 200, _ => Submit(service.Client, "cranes", _small));
    }

    private async Task Times(string name, int count, Func<int, Task> act)
    {
        var times = new List<double>();
        for (var index = 0; index < count; index++)
        {
            var begin = Stopwatch.GetTimestamp();
            await act(index);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        Add(name, times);
    }

    private void Add(string name, List<double> times)
    {
        times.Sort();
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name},{times.Count},{times[times.Count / 2]:0.0},{times[times.Count * 99 / 100]:0.0},{times[^1]:0.0}"));
    }

    private static async Task Solve(HttpClient client, string kind, byte[] body)
    {
        var job = await Send(client, kind, body, "wait=60");
        Assert.Equal("completed", job.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Object, job.GetProperty("plan").ValueKind);
    }

    private static async Task<string> Submit(HttpClient client, string kind, byte[] body) => (await Send(client, kind, body, "respond-async")).GetProperty("id").GetString()!;

    private static async Task<JsonElement> Send(HttpClient client, string kind, byte[] body, string preference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{kind}/jobs") { Content = new ByteArrayContent(body), Headers = { { "Prefer", preference } } };
        request.Content.Headers.ContentType = new("application/json");
        using var response = await client.SendAsync(request, Cancellation);
        return JsonElement.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancellation)));
    }
}
