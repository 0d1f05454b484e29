using System.Globalization;
using BerthOpt.Bench.Quality;
using BerthOpt.Diagnostics;
using BerthOpt.Empties.Flows.Formats;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>Flows that share room (the MPS files of several container types) through this solver, in whole units, and through linear solvers of OR-Tools, each in a process of its own.</summary>
internal static class SharedFlowBench
{
    public const string Usage = """
        dotnet run -c Release --project bench/Peers -- empties-types [options of empties]
          --solvers a,b   of berthopt, glop, pdlp, highs, clp; default all
        """;

    /// <summary>Runs one solver of this program and writes its answer: what <see cref="FlowProcess"/> starts.</summary>
    public static int RunOne(string[] words)
    {
        if (words is not [var name, var file, var seconds])
        {
            throw new InvalidInputException([new Fault("usage", "", "expected a solver, a file and seconds.")]);
        }

        Console.WriteLine(SharedFlowPeer.Run(name, FlowFormats.Read(file).Problem, double.Parse(seconds, CultureInfo.InvariantCulture)));
        return 0;
    }

    public static int Run(FlowBenchOptions options, CancellationToken cancellation)
    {
        var files = InstanceFiles.Read(options.Cases, ["empties/time-space"], (_, file, _) => file).Where(file => file.Contains(".mps", StringComparison.Ordinal)).ToList();
        Console.WriteLine("| instance | nodes | arcs | rooms | solver | seconds | cost | bound | gap |\n|---|--:|--:|--:|---|--:|--:|--:|--:|");
        foreach (var file in files)
        {
            var problem = FlowFormats.Read(file).Problem;
            foreach (var name in SharedFlowPeer.Names.Where(name => options.Solvers.Contains(name) && !cancellation.IsCancellationRequested))
            {
                var limit = options.Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);

                // Some solvers write what they do before the answer.
                var answer = FlowProcess.Own("shared-run", name, file, limit).Run("", options.Limit + TimeSpan.FromSeconds(30))?.Trim().Split('\n')[^1] ?? "- - - -";
                Console.WriteLine(Cells.Markdown([problem.Name, $"{problem.Supplies.Length}", $"{problem.Arcs.Length}", $"{problem.Rooms.Length}", name, .. answer.Split(' ')]));
            }
        }

        return 0;
    }
}
