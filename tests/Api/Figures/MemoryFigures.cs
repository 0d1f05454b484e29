using System.Globalization;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>Whether service and worker grow with the jobs that they have done.</summary>
public sealed class MemoryFigures
{
    private const int Solves = 10_000;
    private const int WarmUp = 3000;
    private const int Step = 100;

    [Fact]
    public async Task Memory_over_ten_thousand_jobs()
    {
        FigureFile.SkipUnlessWanted();
        using var folder = new TemporaryFolder();
        using var service = await ApiProcess.Start(folder.Path, "--Workers:Count", "1", "--Workers:JobsOfProcess", "1000000", "--Access:RequestsPerSecond", "1000000");
        await Jobs.Warm(service);
        var body = ApiHost.SolveBody(ApiHost.Vessel, """{"workLimit":2000,"threads":1}""");
        var (own, workers) = (new List<(double, double)>(), new List<(double, double)>());
        for (var count = 0; count < Solves; count++)
        {
            var job = await Jobs.Send(service, "cranes", body, "wait=60");
            Assert.Equal("completed", job.GetProperty("status").GetString());
            if (count >= WarmUp && count % Step == 0)
            {
                own.Add((count, Kilobytes(service.Id)));
                workers.Add((count, Children(service.Id).Sum(Kilobytes)));
            }
        }

        FigureFile.Add("memory of the service for each job", "KB", Solves, Slope(own));
        FigureFile.Add("memory of its workers for each job", "KB", Solves, Slope(workers));
        FigureFile.Add("memory of the service at the end", "MB", Solves, own[^1].Item2 / 1024);
        FigureFile.Add("memory of its workers at the end", "MB", Solves, workers[^1].Item2 / 1024);
    }

    private static double Kilobytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    // A child belongs to the thread that has started it.
    private static IEnumerable<int> Children(int process) => Directory.GetDirectories($"/proc/{process}/task")
        .SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>Of the line with the least squares.</summary>
    private static double Slope(List<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }
}
