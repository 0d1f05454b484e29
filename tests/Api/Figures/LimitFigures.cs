using System.Diagnostics;
using System.Globalization;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>How exactly time limits are kept, and how soon a stop takes effect.</summary>
public sealed class LimitFigures
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overshoot()
    {
        FigureFile.SkipUnlessWanted();
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "1");
        await Jobs.Warm(service);
        var rng = new Rng(1);
        var over = new List<double>();
        for (var count = 0; count < 500; count++)
        {
            var limit = 0.05 + (rng.Next(200) / 1000.0);
            var options = string.Create(CultureInfo.InvariantCulture, $$"""{"timeLimitSeconds":{{limit}},"seed":{{count}}}""");
            var begin = Stopwatch.GetTimestamp();
            await (count % 2 == 0
                ? Jobs.Solve(service, "berths", ApiHost.SolveBody(BerthGenerator.MeiselBierwirth(40, (ulong)count), options))
                : Jobs.Solve(service, "cranes", ApiHost.SolveBody(CraneGenerator.KimPark(25, (ulong)count), options)));
            over.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds - (1000 * limit));
        }

        FigureFile.Add("time beyond a limit of 50 to 250 ms; submit to plan", "ms", over);
    }

    /// <summary>Half of them in the first 20 ms.</summary>
    [Fact]
    public async Task Stops()
    {
        FigureFile.SkipUnlessWanted();
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "1");
        await Jobs.Warm(service);
        var body = ApiHost.SolveBody(BerthGenerator.Port(1, 1), """{"timeLimitSeconds":600,"threads":1}""");
        var rng = new Rng(1);
        var (soon, late) = (new List<double>(), new List<double>());
        for (var count = 0; count < 200; count++)
        {
            var id = await Jobs.Submit(service, "berths", body);
            await Task.Delay(rng.Next(count % 2 == 0 ? 20 : 300), Cancellation);
            var begin = Stopwatch.GetTimestamp();
            using var stopped = await service.Client.PostAsync(new Uri($"/v1/jobs/{id}/stop", UriKind.Relative), null, Cancellation);
            Assert.Equal("stopped", (await Jobs.End(service, id)).GetProperty("status").GetString());
            (count % 2 == 0 ? soon : late).Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        FigureFile.Add("stop in the first 20 ms; to the end of the job", "ms", soon);
        FigureFile.Add("stop in the first 300 ms; to the end of the job", "ms", late);
    }
}
