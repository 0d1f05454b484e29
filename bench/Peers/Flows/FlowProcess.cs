using System.Diagnostics;
using System.Globalization;
using BerthOpt.Empties.Flows;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>Runs a solver in a process of its own and takes its answer.</summary>
/// <param name="Program">Path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record FlowProcess(string Program, string[] Arguments)
{
    /// <summary>A solver of this program.</summary>
    public static FlowProcess Ours(string name, string file, FlowBenchOptions options) =>
        Own("flow-run", name, file, options.Repeats.ToString(CultureInfo.InvariantCulture), options.Warm.ToString(CultureInfo.InvariantCulture));

    /// <summary>This program again, with other words.</summary>
    public static FlowProcess Own(params string[] words) =>
        new(Environment.ProcessPath!, [.. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(FlowProcess).Assembly.Location] : Array.Empty<string>(), .. words]);

    /// <summary>Builds the LEMON program from its source beside this one.</summary>
    /// <returns>Its path; null, and a word on why, where it cannot be built.</returns>
    public static string? BuildLemon()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "cpp", "lemon_flow.cpp");
        var program = Path.Combine(Path.GetTempPath(), $"lemon_flow-{Environment.ProcessId}");
        var built = new FlowProcess("g++", ["-O3", "-march=native", "-DNDEBUG", "-std=c++17", "-o", program, source]).Run("", TimeSpan.FromMinutes(2));
        if (built is null || !File.Exists(program))
        {
            Console.Error.WriteLine("LEMON is left out: g++ does not build cpp/lemon_flow.cpp here. Maybe install g++ and liblemon-dev.");
            return null;
        }

        return program;
    }

    /// <summary>The numbers that the LEMON program reads.</summary>
    public static string Numbers(FlowProblem problem) => string.Join('\n', [
        string.Create(CultureInfo.InvariantCulture, $"{problem.Supplies.Length} {problem.Arcs.Length}"),
        .. problem.Supplies.Select(supply => supply.ToString(CultureInfo.InvariantCulture)),
        .. problem.Arcs.Select(arc => string.Create(CultureInfo.InvariantCulture, $"{arc.Tail} {arc.Head} {arc.Lower} {(arc.Capacity == FlowProblem.Unlimited ? -1 : arc.Capacity)} {arc.Cost}"))]);

    /// <summary>Runs it.</summary>
    /// <returns>What it writes; null where it fails or takes too long.</returns>
    public string? Run(string input, TimeSpan limit)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var feed = Task.Run(() =>
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            });
            if (!process.WaitForExit(limit))
            {
                process.Kill();
                return null;
            }

            feed.Wait();
            return process.ExitCode == 0 ? output.Result : null;
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or AggregateException)
        {
            return null;
        }
    }
}
