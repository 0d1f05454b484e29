using System.Globalization;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>The runs on one instance, summed up in the instance's own units of cost.</summary>
internal sealed class QualityRow
{
    public const string Header = "set,instance,variant,best,mean,worst,bound,bound_method,gap_percent,seconds_to_best,work,best_known,known_bound,difference_percent,verdict";

    public QualityRow(QualityCase from, IReadOnlyList<QualityRun> runs)
    {
        Case = from;
        Runs = runs;
        var scale = from.CostScale;
        var results = runs.Where(run => run.Fault is null && run.Result?.Cost is not null).Select(run => run.Result!).ToArray();
        var costs = results.Select(result => result.Cost!.Value / scale).ToArray();
        if (costs.Length > 0)
        {
            (Best, Mean, Worst) = (costs.Min(), costs.Average(), costs.Max());
            BestPlan = results.MinBy(result => result.Cost)!.Plan;
        }

        var bounded = runs.Where(run => run.Result?.LowerBound is not null).MaxBy(run => run.Result!.LowerBound)?.Result;
        (Bound, BoundMethod) = (bounded?.LowerBound / scale, bounded?.BoundMethod ?? "none");
        SecondsToBest = results.Length == 0 ? null : results.Average(result => result.Statistics.SecondsToBest);
        Work = results.Length == 0 ? null : (long)results.Average(result => result.Statistics.Work);
        Suspicions = [.. Suspect()];
    }

    public QualityCase Case { get; }

    public IReadOnlyList<QualityRun> Runs { get; }

    public decimal? Best { get; }

    /// <summary>The plan of the first run that costs <see cref="Best"/>, as CSV.</summary>
    public string? BestPlan { get; }

    public decimal? Mean { get; }

    public decimal? Worst { get; }

    public decimal? Bound { get; }

    public string BoundMethod { get; }

    public double? SecondsToBest { get; }

    public long? Work { get; }

    /// <summary>What must not be: faults of runs, and contradictions with what is known.</summary>
    public string[] Suspicions { get; }

    public decimal? GapPercent => Cells.GapPercent(Best, Bound);

    /// <summary>0 for less than one unit of cost: published values are rounded.</summary>
    public decimal? DifferencePercent => Best is { } best && Case.Known.Best is { } known ? Math.Abs(best - known) < 1 ? 0 : known == 0 ? null : 100 * (best - known) / Math.Abs(known) : null;

    public string Verdict => Suspicions.Length > 0 ? string.Join("; ", Suspicions)
        : Best is not { } best ? "infeasible"
        : (best == Bound ? "proven" : "valid") + (Case.Known.Best is not { } known ? "" : Math.Abs(best - known) < 1 ? ", as known" : best < known ? ", better than known" : ", worse than known");

    public IEnumerable<string?> Fields() =>
    [
        Case.Set, Case.File, Case.Variant, Cells.Show(Best), Cells.Show(Mean), Cells.Show(Worst), Cells.Show(Bound), BoundMethod, Cells.Percent(GapPercent), Cells.Seconds(SecondsToBest),
        Work?.ToString(CultureInfo.InvariantCulture), Cells.Show(Case.Known.Best), Cells.Show(Case.Known.Bound), Cells.Percent(DifferencePercent), Verdict,
    ];

    /// <summary>Published values are rounded to whole units, so a contradiction has to be larger than one unit.</summary>
    private IEnumerable<string> Suspect()
    {
        foreach (var group in Runs.Where(run => run.Fault is not null).GroupBy(run => run.Fault))
        {
            yield return $"seed {string.Join(' ', group.Select(run => run.Seed))}: {group.Key}";
        }

        if (Runs.Any(run => run.Result?.Status == SolveStatus.Infeasible) && (Best is not null || Case.Known.Best is not null))
        {
            yield return "called infeasible, but a plan is known";
        }

        if (Best < Case.Known.Bound - 1)
        {
            yield return $"CONTRADICTION: below the published bound {Cells.Show(Case.Known.Bound)}";
        }

        if (Bound > Case.Known.Best + 1 && Case.HasPublishedGrid)
        {
            yield return $"CONTRADICTION: bound above the published plan of {Cells.Show(Case.Known.Best)}";
        }
    }
}
