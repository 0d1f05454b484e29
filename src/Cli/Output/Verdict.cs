using BerthOpt.Cli.Problems;
using BerthOpt.Search;

namespace BerthOpt.Cli.Output;

/// <summary>What the checker says of a plan, and how it is used.</summary>
/// <param name="Word"><c>valid</c>, <c>refused</c>, or <c>none</c> where there is no plan.</param>
/// <param name="PlanHash">Hash of the plan; null where there is none.</param>
internal sealed record Verdict(string Word, string? PlanHash)
{
    /// <summary>What is wrong, one line each; empty unless the plan is refused.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The verdict on a plan.</summary>
    public static Verdict On(JudgedPlan plan) => new(plan.IsValid ? "valid" : "refused", plan.Hash)
    {
        Reasons = [.. plan.Faults.Select(fault => fault.Line), .. plan.FaultsNotListed > 0 ? [$"... and {plan.FaultsNotListed} more."] : Array.Empty<string>()],
    };

    /// <summary>The verdict on what a solver says: its plan must be valid, and cost what the solver claims.</summary>
    public static Verdict On(SolveResult<JudgedPlan> result)
    {
        if (result.Plan is not { } plan)
        {
            return new Verdict("none", null);
        }

        var verdict = On(plan);
        return plan.Cost == result.Cost ? verdict : verdict with
        {
            Word = "refused",
            Reasons = [.. verdict.Reasons, $"The solver says that the plan costs {result.Cost}; the checker finds {plan.Cost}, in grid cost units. [cost-differs]"],
        };
    }
}
