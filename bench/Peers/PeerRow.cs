using System.Globalization;
using BerthOpt.Bench.Quality;

namespace BerthOpt.Bench.Peers;

/// <summary>What the solvers reached on one instance, side by side.</summary>
/// <param name="Case">The instance.</param>
/// <param name="Ours">The solver of this project.</param>
/// <param name="CpSat">CP-SAT.</param>
/// <param name="Mip">The time-indexed model; null when it was not asked for.</param>
/// <param name="SecondsToSame">Seconds in which ours reached the final cost of CP-SAT or less; null when it did not, or there was no such cost.</param>
internal sealed record PeerRow(QualityCase Case, PeerRun Ours, PeerRun CpSat, PeerRun? Mip, double? SecondsToSame)
{
    public const string Header = "set,instance,variant,cost,bound,gap_percent,verdict,cpsat_cost,cpsat_bound,cpsat_gap_percent,cpsat_verdict,cost_ratio,"
        + "cpsat_seconds_to_cost,seconds_to_same_cost,time_ratio,mip_cost,mip_bound,mip_gap_percent,mip_verdict,mip_cost_ratio";

    /// <summary>Shortest time that is told apart, in seconds: shorter ones count as this.</summary>
    private const double Tick = 0.001;

    /// <summary>Our cost divided by that of CP-SAT: below 1 ours is better.</summary>
    public double? CostRatio => Ratio(Ours, CpSat);

    /// <summary>Our cost divided by that of the time-indexed model.</summary>
    public double? MipRatio => Mip is null ? null : Ratio(Ours, Mip);

    /// <summary>The time of CP-SAT to its final cost divided by ours to the same cost or less: above 1 ours is faster.</summary>
    public double? TimeRatio => SecondsToSame is { } ours && CpSat.SecondsToPlan is { } theirs ? Math.Max(theirs, Tick) / Math.Max(ours, Tick) : null;

    /// <summary>Whether CP-SAT has a plan and ours did not get as good a one within the limit.</summary>
    public bool IsBehind => CpSat.GridCost is not null && SecondsToSame is null;

    /// <summary>What must not be: faults, and a bound of one solver above the plan of another.</summary>
    public IEnumerable<string> Suspicions
    {
        get
        {
            (string Name, PeerRun Run)[] runs = [("BerthOpt", Ours), ("CP-SAT", CpSat), .. Mip is null ? Array.Empty<(string, PeerRun)>() : [("MIP", Mip)]];
            return runs.Where(one => one.Run.IsFaulty).Select(one => $"{one.Name}: {one.Run.Verdict}").Concat(
                from one in runs
                from two in runs
                where one.Run.Bound > two.Run.Cost
                select $"CONTRADICTION: bound {Cells.Show(one.Run.Bound)} of {one.Name} above the plan of {two.Name} at {Cells.Show(two.Run.Cost)}");
        }
    }

    public IEnumerable<string?> Fields() =>
    [
        Case.Set, Case.File, Case.Variant,
        .. Numbers(Ours), .. Numbers(CpSat), Show(CostRatio), Show(CpSat.SecondsToPlan), Show(SecondsToSame), IsBehind ? "not reached" : Show(TimeRatio),
        .. Mip is null ? [null, null, null, null, null] : Numbers(Mip).Append(Show(MipRatio)),
    ];

    public static string? Show(double? value) => value?.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Numbers(PeerRun run) => [Cells.Show(run.Cost), Cells.Show(run.Bound), Cells.Percent(Cells.GapPercent(run.Cost, run.Bound)), run.Verdict];

    private static double? Ratio(PeerRun ours, PeerRun theirs) =>
        ours.Cost is { } one && theirs.Cost is { } two ? one == two ? 1 : one > 0 && two > 0 ? (double)(one / two) : null : null;
}
