using BerthOpt.Diagnostics;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>A generated problem of empties; nothing is published of these, so the bound is what its cost is compared with.</summary>
internal sealed record EmptiesCase(string Set, string File, EmptiesProblem Problem) : QualityCase(Set, File, BestKnown.Nothing)
{
    private static readonly (string Set, GeneratedEmptiesKind Kind, int Size)[] Cases =
    [
        ("empties/carrier", GeneratedEmptiesKind.Carrier, 20), ("empties/carrier", GeneratedEmptiesKind.Carrier, 50), ("empties/carrier", GeneratedEmptiesKind.Carrier, 100),
        ("empties/carrier", GeneratedEmptiesKind.Carrier, 300), ("empties/hub", GeneratedEmptiesKind.Hub, 20), ("empties/hub", GeneratedEmptiesKind.Hub, 60),
    ];

    public override string Variant => "";

    public override decimal CostScale => 1;

    /// <summary>Makes the selected problems.</summary>
    public static List<EmptiesCase> Read(CaseSelection selection)
    {
        var cases = Cases.Where(its => selection.Sets.Length == 0 || selection.Sets.Any(part => its.Set.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Select(its => (its.Set, Problem: EmptiesGenerator.Generate(its.Kind, its.Size, 1)))
            .Where(its => selection.Names.Length == 0 || selection.Names.Any(part => its.Problem.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .GroupBy(its => its.Set).SelectMany(set => set.Take(selection.First)).Select(its => new EmptiesCase(its.Set, its.Problem.Name, its.Problem)).ToList();
        return cases.Count > 0 ? cases : throw new InvalidInputException([new Fault("no-instances", "", "leaves none of the generated problems. Maybe --sets or --names are too narrow.")]);
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
