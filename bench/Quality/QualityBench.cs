using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BerthOpt.Cli.Output;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>Runs instances x seeds, and reports best, mean and worst against bounds and best-known values.</summary>
internal static class QualityBench
{
    /// <summary>Runs the instances of one problem.</summary>
    /// <param name="problem">Its name: berths, cranes.</param>
    /// <param name="cases">The instances.</param>
    /// <param name="options">How long, and where the results go.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>0; 1 when something must not be; 130 when it was ended early.</returns>
    public static int Run(string problem, IReadOnlyList<QualityCase> cases, QualityOptions options, CancellationToken cancellation)
    {
        Console.Error.WriteLine($"{cases.Count} instances, {options.Seeds} seeds, {Limit(options)}, {options.Threads} threads.");
        var rows = new List<QualityRow>();
        foreach (var each in cases)
        {
            var runs = new List<QualityRun>();
            for (var seed = 1; seed <= options.Seeds && !cancellation.IsCancellationRequested; seed++)
            {
                runs.Add(each.Run(Limits(options, (ulong)seed), cancellation));
            }

            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var row = new QualityRow(each, runs);
            rows.Add(row);
            if (options.Plans is { } plans && row.BestPlan is { } plan)
            {
                var folder = Directory.CreateDirectory(Path.Combine(plans, Path.GetFileName(each.Set))).FullName;
                File.WriteAllText(Path.Combine(folder, Path.GetFileNameWithoutExtension(each.File) + ".csv"), plan);
            }

            Console.Error.WriteLine($"{each.File}: best {Cells.Show(row.Best)}, bound {Cells.Show(row.Bound)}, known {Cells.Show(each.Known.Best)}: {row.Verdict}");
        }

        Report(problem, options, rows);
        return rows.Count < cases.Count ? 130 : rows.Any(row => row.Suspicions.Length > 0) ? 1 : 0;
    }

    private static void Report(string problem, QualityOptions options, List<QualityRow> rows)
    {
        var markdown = Markdown(problem, options, rows);
        if (options.Out is not { } folder)
        {
            Console.Write(markdown);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{problem}.md"), markdown);
        File.WriteAllLines(Path.Combine(folder, $"{problem}.csv"), rows.Select(row => CsvText.Row(row.Fields())).Prepend(QualityRow.Header));
        File.WriteAllLines(Path.Combine(folder, $"{problem}-runs.csv"), rows.SelectMany(Runs).Prepend("set,instance,variant,seed,status,stop_reason,cost,bound,seconds,seconds_to_best,work,moves,fault"));
        Console.Error.WriteLine($"Wrote {problem}.md, {problem}.csv and {problem}-runs.csv to \"{folder}\".");
    }

    private static IEnumerable<string> Runs(QualityRow row)
    {
        var scale = row.Case.CostScale;
        return row.Runs.Select(run => CsvText.Row(
        [
            row.Case.Set, row.Case.File, row.Case.Variant, $"{run.Seed}", $"{run.Result?.Status}", $"{run.Result?.StopReason}", Cells.Show(run.Result?.Cost / scale),
            Cells.Show(run.Result?.LowerBound / scale), Cells.Seconds(run.Result?.Statistics.Seconds),
            Cells.Seconds(run.Result?.Statistics.SecondsToBest), $"{run.Result?.Statistics.Work}", $"{run.Result?.Statistics.Moves}", run.Fault,
        ]));
    }

    private static string Markdown(string problem, QualityOptions options, List<QualityRow> rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Quality of plans: {problem}\n\n{options.Seeds} seeds, {Limit(options)} and {options.Threads} threads for each run; {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.\n");
        text.Append("Costs in the instances' own units; gap = (best - bound) / best; difference = (best - best known) / best known; time to best and work are means.\n");
        text.Append("Every plan passed the checker, and so did what its CSV reads back as, unless the verdict says otherwise.\n");
        foreach (var set in rows.GroupBy(row => row.Case.Set))
        {
            var compared = set.Where(row => row.DifferencePercent is not null).ToArray();
            text.Append($"\n## {set.Key}\n\n{set.Count()} instances, {set.Count(row => row.GapPercent == 0)} proven optimal");
            text.Append(compared.Length == 0 ? ".\n\n" : $"; of {compared.Length} with a best known value {compared.Count(row => row.DifferencePercent == 0)} reached it and {compared.Count(row => row.DifferencePercent < 0)} were better; mean difference {Cells.Percent(compared.Average(row => row.DifferencePercent))} %.\n\n");
            text.Append("| instance | best | mean | worst | bound | gap % | time to best s | work | best known | difference % | verdict |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n");
            foreach (var row in set)
            {
                var cells = row.Fields().ToArray();
                text.Append(Cells.Markdown(new[] { 1, 3, 4, 5, 6, 8, 9, 10, 11, 13, 14 }.Select(cell => cells[cell]))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static SolverOptions Limits(QualityOptions options, ulong seed) => new()
    {
        TimeLimit = options.Work is null ? TimeSpan.FromSeconds(options.Seconds) : null,
        WorkLimit = options.Work,
        Seed = seed,
        Threads = options.Threads,
    };

    private static string Limit(QualityOptions options) => options.Work is { } work ? $"{work} units of work" : string.Create(CultureInfo.InvariantCulture, $"{options.Seconds:0.##} s");
}
