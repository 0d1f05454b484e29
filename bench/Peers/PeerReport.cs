using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BerthOpt.Bench.Quality;
using BerthOpt.Cli.Output;

namespace BerthOpt.Bench.Peers;

/// <summary>The rows as CSV and Markdown, with geometric means for each set.</summary>
internal static class PeerReport
{
    /// <summary>Writes both files to the folder of the options, if there is one.</summary>
    public static void Write(string title, PeerOptions options, IReadOnlyList<PeerRow> rows)
    {
        if (options.Out is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "peers.md"), Markdown(title, options, rows));
            File.WriteAllLines(Path.Combine(folder, "peers.csv"), rows.Select(row => CsvText.Row(row.Fields())).Prepend(PeerRow.Header));
        }
    }

    public static string Markdown(string title, PeerOptions options, IReadOnlyList<PeerRow> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {title}: BerthOpt and its peers\n\n{options.Limits.Seconds:0.##} s and {options.Limits.Threads} threads for each solver, seed {options.Limits.Seed}; {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.\n");
        text.Append(CultureInfo.InvariantCulture, $"Google.OrTools {typeof(Google.OrTools.Sat.CpModel).Assembly.GetName().Version}{(rows.Any(row => row.Mip is not null) ? $"; time-indexed model by {options.Mip}" : "")}.\n");
        text.Append("Costs are the checker's, in the instances' own units; gap = (cost - bound) / cost. Cost ratio = ours / theirs, below 1 ours is better.\n");
        text.Append("Time ratio = seconds of CP-SAT to its final cost / ours to the same cost or less, above 1 ours is faster; times below a millisecond count as one.\n");
        foreach (var set in rows.GroupBy(row => row.Case.Set))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {set.Key}\n\n").Append(Summary([.. set]));
            text.Append("| instance | cost | bound | gap % | CP-SAT cost | bound | gap % | cost ratio | CP-SAT s | ours s | time ratio | MIP cost | bound | gap % | cost ratio | notes |\n");
            text.Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n");
            foreach (var row in set)
            {
                var cells = row.Fields().ToArray();
                text.Append(Cells.Markdown([.. new[] { 1, 3, 4, 5, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 19 }.Select(cell => cells[cell]), Notes(row)])).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Summary(PeerRow[] set)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{set.Length} instances. Proven: BerthOpt {Proven(set, row => row.Ours)}, CP-SAT {Proven(set, row => row.CpSat)}, MIP {Proven(set, row => row.Mip)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"Geometric means: cost ratio to CP-SAT {Mean(set, row => row.CostRatio)}, to MIP {Mean(set, row => row.MipRatio)}; time ratio {Mean(set, row => row.TimeRatio)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"Only BerthOpt has a plan in {set.Count(row => row.Ours.Cost is not null && row.CpSat.Cost is null)} instances, only CP-SAT in {set.Count(row => row.Ours.Cost is null && row.CpSat.Cost is not null)}; the cost of CP-SAT was not reached in {set.Count(row => row.IsBehind)}.\n\n");
        return text.ToString();
    }

    private static int Proven(PeerRow[] set, Func<PeerRow, PeerRun?> run) => set.Count(row => run(row)?.Verdict == "proven");

    private static string Mean(PeerRow[] set, Func<PeerRow, double?> ratio)
    {
        var logs = set.Select(row => ratio(row)).OfType<double>().Select(value => Math.Log(value)).ToArray();
        return logs.Length == 0 ? "none" : $"{PeerRow.Show(Math.Exp(logs.Average()))} (of {logs.Length})";
    }

    private static string Notes(PeerRow row) => string.Join("; ", new[]
    {
        row.Ours.Verdict is "proven" or "valid" ? null : $"BerthOpt: {row.Ours.Verdict}",
        row.CpSat.Verdict is "proven" or "valid" ? null : $"CP-SAT: {row.CpSat.Verdict}",
        row.Mip?.Verdict is null or "proven" or "valid" ? null : $"MIP: {row.Mip.Verdict}",
    }.Concat(row.Suspicions.Where(suspicion => suspicion.StartsWith("CONTRADICTION", StringComparison.Ordinal))).OfType<string>());
}
