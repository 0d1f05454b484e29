using BerthOpt.Diagnostics;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>A problem of empties, generated or made of the cargo of LINERLIB; nothing is published of these, so the bound is what its cost is compared with.</summary>
internal sealed record EmptiesCase(string Set, string File, EmptiesProblem Problem) : QualityCase(Set, File, BestKnown.Nothing)
{
    private static readonly (string Set, GeneratedEmptiesKind Kind, int Size)[] Cases =
    [
        ("empties/carrier", GeneratedEmptiesKind.Carrier, 20), ("empties/carrier", GeneratedEmptiesKind.Carrier, 50), ("empties/carrier", GeneratedEmptiesKind.Carrier, 100),
        ("empties/carrier", GeneratedEmptiesKind.Carrier, 300), ("empties/hub", GeneratedEmptiesKind.Hub, 20), ("empties/hub", GeneratedEmptiesKind.Hub, 60),
    ];

    private const string Linerlib = "empties/linerlib";

    private static readonly (string Name, int Weeks, int Types)[] LinerlibCases =
    [
        ("Baltic", 16, 1), ("WAF", 16, 1), ("Mediterranean", 16, 1), ("Pacific", 16, 1), ("WorldSmall_Fixed_Sep", 16, 1), ("EuropeAsia", 16, 1), ("EuropeAsia", 52, 1),
        ("WAF", 16, 3), ("Pacific", 16, 3), ("WorldSmall_Fixed_Sep", 16, 3), ("EuropeAsia", 16, 3), ("WorldLarge", 16, 3),
    ];

    public override string Variant => "";

    public override decimal CostScale => 1;

    /// <summary>Makes the selected problems; those of LINERLIB only where they are asked for and its folder is there.</summary>
    public static List<EmptiesCase> Read(CaseSelection selection)
    {
        var cases = Cases.Where(its => selection.Sets.Length == 0 || selection.Sets.Any(part => its.Set.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Select(its => (its.Set, Problem: EmptiesGenerator.Generate(its.Kind, its.Size, 1)))
            .Where(its => selection.Names.Length == 0 || selection.Names.Any(part => its.Problem.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Concat(OfLinerlib(selection)).GroupBy(its => its.Set).SelectMany(set => set.Take(selection.First)).Select(its => new EmptiesCase(its.Set, its.Problem.Name, its.Problem)).ToList();
        return cases.Count > 0 ? cases : throw new InvalidInputException([new Fault("no-instances", "", "leaves no problem of empties. Maybe --sets or --names are too narrow, or the folder of LINERLIB is not there.")]);
    }

    private static IEnumerable<(string Set, EmptiesProblem Problem)> OfLinerlib(CaseSelection selection)
    {
        var folder = Path.Combine(selection.Instances, Linerlib);
        return selection.Sets.Any(part => Linerlib.Contains(part, StringComparison.OrdinalIgnoreCase)) && Directory.Exists(folder)
            ? LinerlibCases.Where(its => selection.Names.Length == 0 || selection.Names.Any(part => its.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
                .Select(its => (Linerlib, LinerlibFolder.Read(folder, its.Name, its.Weeks, its.Types)))
            : [];
    }

    public override QualityRun Run(SolverOptions limits, CancellationToken cancellation) => QualityRun.Of(
        limits.Seed,
        () => EmptiesSolver.Solve(Problem, limits, null, cancellation),
        Judge,
        EmptiesPlanCsv.Write,
        EmptiesPlanCsv.Read);

    private (long Cost, string? Fault) Judge(EmptiesPlan plan)
    {
        var check = EmptiesChecker.Check(Problem, plan);
        return (check.Cost.Total, check.IsValid ? null : check.Faults[0].ToString());
    }
}
