using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>That a problem can be solved as it is.</summary>
/// <param name="Valid">True; what is not valid is answered with 422.</param>
/// <param name="Name">Name of the problem.</param>
/// <param name="Counts">How many of each it has.</param>
/// <param name="ProblemHash">Identity of the problem.</param>
internal sealed record ValidateAnswer(bool Valid, string Name, IReadOnlyDictionary<string, long> Counts, string ProblemHash)
{
    public static ValidateAnswer Of(OpenProblem problem) => new(true, problem.Name, problem.Counts, problem.Hash());
}

/// <summary>The checker's verdict on a plan. Costs are in the problem's units.</summary>
/// <param name="Valid">Whether the plan breaks no rule.</param>
/// <param name="Faults">Every broken rule, up to <see cref="MostFaults"/>.</param>
/// <param name="FaultsNotListed">How many more there are.</param>
/// <param name="TotalCost">Cost of the plan.</param>
/// <param name="Cost">Cost by term; terms of 0 are left out.</param>
/// <param name="Kpis">What a terminal asks of the plan.</param>
/// <param name="PlanHash">Identity of the plan.</param>
internal sealed record EvaluateAnswer(
    bool Valid, IReadOnlyList<PlanFaultAnswer> Faults, long FaultsNotListed, decimal TotalCost, JsonElement Cost, object Kpis, string PlanHash)
{
    /// <summary>Greatest number of faults in one answer.</summary>
    public const int MostFaults = 1000;

    public static EvaluateAnswer Of(OpenProblem problem, JudgedPlan plan)
    {
        var faults = plan.Faults;
        return new EvaluateAnswer(
            plan.IsValid,
            [.. faults.Take(MostFaults)],
            plan.FaultsNotListed + Math.Max(0, faults.Count - MostFaults),
            problem.CostOutside(plan.Cost),
            JsonElement.Parse(plan.Json()).GetProperty("cost"),
            plan.Kpis,
            plan.Hash);
    }
}
