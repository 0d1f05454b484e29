using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>A crane instance.</summary>
internal sealed record CraneCase(string Set, string File, CraneInstance Instance, BestKnown Known) : QualityCase(Set, File, Known)
{
    public static readonly string[] Sets = ["cranes/kim-park", "cranes/qcspgen-orig", "cranes/qcspgen-derived", .. "ABCDEFG".Select(set => $"cranes/qcspgen-py/set_{set}"), "cranes/jooken"];

    public override string Variant => Instance.Variant;

    public override decimal CostScale => 1;

    /// <summary>
    /// Reads the selected instances, as unidirectional ones where the format knows both readings: that is what the published values are of.
    /// Those of Kim and Park's instances count three for a slot in print; best-known.csv has slots.
    /// </summary>
    public static List<CraneCase> Read(CaseSelection selection) => InstanceFiles.Read(selection, Sets, (set, file, known) =>
    {
        var name = Path.GetFileName(file);
        var instance = CraneFormats.Read(file);
        return new CraneCase(set, name, instance, known.Of(set, name, "").With(known.Of(set, name, instance.Variant)));
    });

    public override QualityRun Run(SolverOptions limits, CancellationToken cancellation) => QualityRun.Of(
        limits.Seed,
        () => CraneSolver.Solve(Instance.Problem, limits, null, cancellation),
        Judge,
        plan => CranePlanCsv.Write(plan, Instance),
        csv => CranePlanCsv.Read(csv, Instance));

    /// <summary>What the checker says of a plan: its cost, and its first fault.</summary>
    public (long Cost, string? Fault) Judge(CranePlan plan)
    {
        var check = CraneChecker.Check(Instance.Problem, plan);
        return (check.Cost.Total, check.IsValid ? null : check.Faults[0].ToString());
    }
}
