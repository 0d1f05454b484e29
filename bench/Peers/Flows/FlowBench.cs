using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BerthOpt.Bench.Quality;
using BerthOpt.Cli.Output;
using BerthOpt.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Empties.Flows.Formats;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>Min-cost flows through each solver, one at a time, each in a process of its own; medians of the second half of its runs.</summary>
internal static class FlowBench
{
    private static readonly string[] Sets = ["empties/time-space", "empties/min-cost-flow"];

    /// <summary>Runs one solver of this program and writes its answer: what <see cref="FlowProcess"/> starts.</summary>
    public static int RunOne(string[] words)
    {
        if (words is not [var name, var file, var repeats, var warm] || !FlowPeer.All.ContainsKey(name))
        {
            throw new InvalidInputException([new Fault("usage", "", "expected a solver, a file, repeats and seconds.")]);
        }

        Console.WriteLine(FlowPeer.Repeat(name, FlowFormats.Read(file).Problem, int.Parse(repeats, CultureInfo.InvariantCulture), int.Parse(warm, CultureInfo.InvariantCulture)));
        return 0;
    }

    public static int Run(FlowBenchOptions options, CancellationToken cancellation)
    {
        var lemon = options.Solvers.Any(name => name.StartsWith("lemon", StringComparison.Ordinal)) ? FlowProcess.BuildLemon() : null;
        var files = InstanceFiles.Read(options.Cases, Sets, (set, file, _) => (Set: set, File: file)).Where(each => each.File.Contains(".min", StringComparison.Ordinal));
        options = options with { Solvers = [.. options.Solvers.Where(name => FlowPeer.All.ContainsKey(name) || name.StartsWith("lemon", StringComparison.Ordinal))] };
        var rows = new List<FlowRow>();
        foreach (var (set, file) in files)
        {
            var problem = FlowFormats.Read(file).Problem;
            var answers = new Dictionary<string, FlowAnswer>(StringComparer.Ordinal);
            foreach (var name in options.Solvers.Where(_ => !cancellation.IsCancellationRequested))
            {
                answers[name] = Ask(name, file, problem, lemon, options);
                Console.Error.WriteLine(FormattableString.Invariant($"{Path.GetFileName(file)}: {name} {answers[name].Milliseconds:0.00} ms, {answers[name].Text}"));
            }

            rows.Add(new FlowRow(set, problem.Name, problem.Supplies.Length, problem.Arcs.Length, answers));
        }

        var text = Markdown(options, rows);
        if (options.Out is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "flows.md"), text);
            File.WriteAllLines(Path.Combine(folder, "flows.csv"), rows.Select(row => CsvText.Row(row.Cells(options.Solvers))).Prepend($"set,instance,nodes,arcs,cost,{string.Join(',', options.Solvers)}"));
        }
        else
        {
            Console.Write(text);
        }

        File.Delete(lemon ?? "-");
        return rows.Any(row => row.Disagree) ? 1 : 0;
    }

    private static FlowAnswer Ask(string name, string file, FlowProblem problem, string? lemon, FlowBenchOptions options)
    {
        if (!name.StartsWith("lemon", StringComparison.Ordinal))
        {
            return FlowAnswer.Of(FlowProcess.Ours(name, file, options).Run("", options.Limit));
        }

        return lemon is null ? FlowAnswer.Of(null)
            : FlowAnswer.Of(new FlowProcess(lemon, [name[6..], options.Repeats.ToString(CultureInfo.InvariantCulture), options.Warm.ToString(CultureInfo.InvariantCulture)]).Run(FlowProcess.Numbers(problem), options.Limit));
    }

    private static string Markdown(FlowBenchOptions options, List<FlowRow> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Min-cost flows: BerthOpt and its peers\n\nMilliseconds from arrays to flow, medians of the second half of at least {options.Repeats} runs in {options.Warm} s, one thread; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.\n");
        text.Append("berthopt: the facade, with reduction and the checker's verdict; simplex: its network simplex alone on the network as it is.\n\n");
        text.Append(Cells.Markdown(["instance", "nodes", "arcs", "cost", .. options.Solvers])).Append('\n');
        text.Append("|---|--:|--:|--:|").Append(string.Concat(options.Solvers.Select(_ => "--:|"))).Append('\n');
        foreach (var row in rows)
        {
            text.Append(Cells.Markdown(row.Cells(options.Solvers).Skip(1))).Append('\n');
        }

        text.Append("\n| time of the first / time of the second, geometric mean (greatest) | all | time-space | netgen | goto |\n|---|--:|--:|--:|--:|\n");
        foreach (var ours in options.Solvers.Where(name => name is "berthopt" or "simplex"))
        {
            foreach (var other in options.Solvers.Where(name => name is not ("berthopt" or "simplex")))
            {
                text.Append(Cells.Markdown([$"{ours} / {other}", .. new[] { "", "ecr_|maro_", "netgen", "goto" }.Select(part => FlowRow.Ratio(rows, part.Split('|'), ours, other))])).Append('\n');
            }
        }

        return text.ToString();
    }
}
