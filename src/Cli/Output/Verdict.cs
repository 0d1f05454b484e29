using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Cli.Output;

/// <summary>What the checker says of a plan, and how it is used.</summary>
/// <param name="Word"><c>valid</c>, <c>refused</c>, or <c>none</c> where there is no plan.</param>
/// <param name="PlanHash">Hash of the plan; null where there is none.</param>
internal sealed record Verdict(string Word, string? PlanHash)
{
    /// <summary>The checker's report; null where there is no plan.</summary>
    public BerthCheck? Check { get; init; }

    /// <summary>What is wrong, one line each; empty unless the plan is refused.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Judges a plan.</summary>
    public static Verdict On(BerthProblem problem, BerthPlan plan)
    {
        var check = BerthChecker.Check(problem, plan);
        return new Verdict(check.IsValid ? "valid" : "refused", plan.Hash) { Check = check, Reasons = Lines(check) };
    }

    /// <summary>Judges what a solver says: its plan must be valid, and cost what the solver claims.</summary>
    public static Verdict On(BerthProblem problem, SolveResult<BerthPlan> result)
    {
        if (result.Plan is not { } plan)
        {
            return new Verdict("none", null);
        }

        var verdict = On(problem, plan);
        var cost = verdict.Check!.Cost.Total;
        return cost == result.Cost ? verdict : verdict with
        {
            Word = "refused",
            Reasons = [.. verdict.Reasons, $"The solver says that the plan costs {result.Cost}; the checker finds {cost}, in grid cost units. [cost-differs]"],
        };
    }

    private static List<string> Lines(BerthCheck check)
    {
        var lines = check.Faults.Select(fault => fault.ToString()).ToList();
        if (check.FaultsNotListed > 0)
        {
            lines.Add($"... and {check.FaultsNotListed} more.");
        }

        return lines;
    }
}
