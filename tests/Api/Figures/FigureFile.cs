using System.Diagnostics;
using System.Globalization;

namespace BerthOpt.Tests.Api;

/// <summary>Where the figures of docs/reliability.md go: the file that <c>BERTHOPT_FIGURES</c> names. Without one nothing is measured.</summary>
internal static class FigureFile
{
    private static readonly string? _file = Environment.GetEnvironmentVariable("BERTHOPT_FIGURES");

    public static void SkipUnlessWanted() => Assert.SkipWhen(_file is null, "BERTHOPT_FIGURES names no file.");

    /// <summary>Does something again and again, and writes down how long it took.</summary>
    public static async Task Times(string name, int count, Func<int, Task> act)
    {
        var times = new List<double>();
        for (var index = 0; index < count; index++)
        {
            var begin = Stopwatch.GetTimestamp();
            await act(index);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        Add(name, "ms", times);
    }

    /// <summary>Writes down the middle, the 99th of a hundred, and the greatest.</summary>
    public static void Add(string name, string unit, List<double> values)
    {
        values.Sort();
        Line(string.Create(CultureInfo.InvariantCulture, $"{name},{values.Count},{unit},{values[values.Count / 2]:0.0},{values[values.Count * 99 / 100]:0.0},{values[^1]:0.0}"));
    }

    /// <summary>Writes down one number.</summary>
    public static void Add(string name, string unit, int count, double value) => Line(string.Create(CultureInfo.InvariantCulture, $"{name},{count},{unit},{value:0.000},,"));

    private static void Line(string line)
    {
        if (!File.Exists(_file!))
        {
            File.WriteAllText(_file!, "figure,count,unit,p50,p99,max\n");
        }

        File.AppendAllText(_file!, $"{line}\n");
    }
}
