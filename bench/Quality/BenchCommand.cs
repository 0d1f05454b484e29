using BerthOpt.Diagnostics;

namespace BerthOpt.Bench.Quality;

/// <summary>The command line around a benchmark: its first word names the problem, Ctrl-C ends it early, and what cannot be used is told in one line.</summary>
internal static class BenchCommand
{
    /// <summary>Runs the benchmark of the problem that the first argument names.</summary>
    /// <param name="args">The problem, and options.</param>
    /// <param name="usage">What may be given.</param>
    /// <param name="berths">Benchmark of berth plans.</param>
    /// <returns>Exit code: that of the benchmark; 2 when the arguments cannot be used.</returns>
    public static int Run(string[] args, string usage, Func<string[], CancellationToken, int> berths)
    {
        using var cancel = new CancellationTokenSource();
        Console.CancelKeyPress += (_, signal) =>
        {
            signal.Cancel = true;
            cancel.Cancel();
        };

        try
        {
            return args is ["berths", .. var rest]
                ? berths(rest, cancel.Token)
                : throw new InvalidInputException([new Fault("usage", "", $"names no problem.{Environment.NewLine}{usage}")]);
        }
        catch (InvalidInputException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 2;
        }
    }
}
