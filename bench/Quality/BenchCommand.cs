using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>The command line around a benchmark: its first word names the problem, Ctrl-C ends it early, and what cannot be used is told in one line.</summary>
internal static class BenchCommand
{
    /// <summary>Runs the benchmark of the problem that the first argument names.</summary>
    /// <param name="args">The problem, and options.</param>
    /// <param name="usage">What may be given.</param>
    /// <param name="problems">The benchmark of each problem, by its name.</param>
    /// <returns>Exit code: that of the benchmark; 2 when the arguments cannot be used.</returns>
    public static int Run(string[] args, string usage, IReadOnlyDictionary<string, Func<string[], CancellationToken, int>> problems)
    {
        using var cancel = new CancellationTokenSource();
        Console.CancelKeyPress += (_, signal) =>
        {
            signal.Cancel = true;
            cancel.Cancel();
        };

        try
        {
            return args is [var problem, .. var rest] && problems.TryGetValue(problem, out var benchmark)
                ? benchmark(rest, cancel.Token)
                : throw new InvalidInputException([new Fault("usage", "", $"names no problem.{Environment.NewLine}{usage}")]);
        }
        catch (InvalidInputException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 2;
        }
    }
}
