using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>A berth instance.</summary>
internal sealed record BerthCase(string Set, string File, BerthInstance Instance, BestKnown Known) : QualityCase(Set, File, Known)
{
    public static readonly string[] Sets =
    [
        "berths-discrete/cordeau-i2", "berths-discrete/lalla-ruiz-f", "berths-discrete/kramer-f", "berths-cranes/bacasp-GenMB", "berths-cranes/bacasp-GenPK",
        "berths-cranes/bacasp-LargeMB", "berths-continuous/csbap", "berths-hybrid/santini", "berths-tidal/ernst", "berths-replan/barcelona-weeks",
    ];

    public override string Variant => Instance.Variant;

    public override decimal CostScale => Instance.Problem.Grid.CostScale;

    // The grid of a setup instance is coarser than its published plans, so its bound may lie above their cost.
    public override bool HasPublishedGrid => Instance.Variant != "setup";

    /// <summary>
    /// Reads the selected instances. Quay crane instances with a crane speed run as variant "setup", as published; without
    /// one, the discrete and the continuous reading are one problem here, and what is known of either counts.
    /// </summary>
    public static List<BerthCase> Read(CaseSelection selection) => InstanceFiles.Read(selection, Sets, (set, file, known) =>
    {
        var name = Path.GetFileName(file);
        var instance = BerthFormats.Read(file);
        instance = instance.Format == BerthFormat.Bacasp && instance.Extras.ContainsKey("cranes") ? BerthFormats.Read(file, BerthFormat.Bacasp, "setup") : instance;
        BestKnown Of(string variant) => known.Of(set, name, variant);
        var found = Of("").With(Of(instance.Variant)).With(instance.Variant == "discrete" ? Of("continuous") : BestKnown.Nothing);

        // A Barcelona week carries its own proven cost.
        if (instance.Extras.TryGetValue("/optimal_cost", out var optimal) && decimal.TryParse(optimal, out var cost))
        {
            found = found.With(new BestKnown(cost, instance.Extras.GetValueOrDefault("/proven_optimal") == "true" ? cost : null));
        }

        return new BerthCase(set, name, instance, found);
    });

    public override QualityRun Run(SolverOptions limits, CancellationToken cancellation) => QualityRun.Of(
        limits.Seed,
        () => BerthSolver.Solve(Instance.Problem, limits, null, cancellation),
        Judge,
        plan => BerthPlanCsv.Write(plan, Instance),
        csv => BerthPlanCsv.Read(csv, Instance));

    /// <summary>What the checker says of a plan: its cost, and its first fault.</summary>
    public (long Cost, string? Fault) Judge(BerthPlan plan)
    {
        var check = BerthChecker.Check(Instance.Problem, plan);
        return (check.Cost.Total, check.IsValid ? null : check.Faults[0].ToString());
    }
}
