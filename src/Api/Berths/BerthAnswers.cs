using System.Buffers;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Documents;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>That a problem can be solved as it is.</summary>
/// <param name="Valid">True; what is not valid is answered with 422.</param>
/// <param name="Name">Name of the problem.</param>
/// <param name="Quays">Number of quays.</param>
/// <param name="Berths">Number of berths of its discrete and hybrid quays.</param>
/// <param name="Cranes">Number of cranes of all pools.</param>
/// <param name="Calls">Number of calls.</param>
/// <param name="Slots">Slots up to the horizon.</param>
internal sealed record ValidateAnswer(bool Valid, string Name, int Quays, int Berths, long Cranes, int Calls, int Slots)
{
    public static ValidateAnswer Of(BerthProblem problem) => new(
        true,
        problem.Name,
        problem.Quays.Length,
        problem.Quays.Sum(quay => quay.Berths.Length),
        problem.CranePools.Sum(pool => (long)pool.Count),
        problem.Calls.Length,
        problem.Horizon);
}

/// <summary>A plan, what is proven of it, and what it took. Costs are in the problem's units.</summary>
/// <param name="Status">What is known: unknown, feasible, optimal or infeasible.</param>
/// <param name="StopReason">Why the run ended: proven, time-limit, work-limit, no-improvement, target-reached or cancelled.</param>
/// <param name="TotalCost">Cost of the plan as the checker computes it; null without a plan.</param>
/// <param name="LowerBound">No plan costs less; null when nothing is known.</param>
/// <param name="Gap">(cost - lower bound) / cost; null when there is no such number.</param>
/// <param name="BoundMethod">Name of the bound that proved it.</param>
/// <param name="PlanHash">Identity of the plan; null without a plan.</param>
/// <param name="Plan">The plan document, cost by term included; null without a plan.</param>
/// <param name="Statistics">What the run took.</param>
internal sealed record SolveAnswer(
    string Status, string StopReason, decimal? TotalCost, decimal? LowerBound, double? Gap, string BoundMethod, string? PlanHash, JsonElement? Plan, SolveStatistics Statistics)
{
    public static SolveAnswer Of(BerthProblem problem, SolveResult<BerthPlan> result) => new(
        Kebab(result.Status),
        Kebab(result.StopReason),
        CostUnits.Of(result.Cost, problem.Grid),
        CostUnits.Of(result.LowerBound, problem.Grid),
        result.Gap is { } gap && double.IsFinite(gap) ? gap : null,
        result.BoundMethod,
        result.Plan?.Hash,
        result.Plan is { } plan ? Document(problem, plan) : null,
        result.Statistics);

    private static string Kebab(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static JsonElement Document(BerthProblem problem, BerthPlan plan)
    {
        var bytes = new ArrayBufferWriter<byte>();
        BerthPlanDocument.Write(problem, plan, BerthChecker.Check(problem, plan).Cost, bytes);
        return JsonElement.Parse(bytes.WrittenSpan);
    }
}

/// <summary>The checker's verdict on a plan.</summary>
/// <param name="Valid">Whether the plan breaks no rule.</param>
/// <param name="Faults">Every broken rule, up to <see cref="MostFaults"/>.</param>
/// <param name="FaultsNotListed">How many more there are.</param>
/// <param name="TotalCost">Cost of the plan, in the problem's units.</param>
/// <param name="Cost">Cost by term; terms of 0 are left out.</param>
/// <param name="Kpis">What a terminal asks of the plan.</param>
/// <param name="PlanHash">Identity of the plan.</param>
internal sealed record EvaluateAnswer(
    bool Valid, IReadOnlyList<EvaluateFault> Faults, long FaultsNotListed, decimal TotalCost, IReadOnlyDictionary<string, decimal> Cost, BerthKpis Kpis, string PlanHash)
{
    /// <summary>Greatest number of faults in one answer.</summary>
    public const int MostFaults = 1000;

    public static EvaluateAnswer Of(BerthProblem problem, BerthPlan plan)
    {
        var check = BerthChecker.Check(problem, plan);
        return new EvaluateAnswer(
            check.IsValid,
            [.. check.Faults.Take(MostFaults).Select(fault => EvaluateFault.Of(problem, fault))],
            check.FaultsNotListed + Math.Max(0, check.Faults.Length - MostFaults),
            CostUnits.Of(check.Cost.Total, problem.Grid),
            CostUnits.ByTerm(problem, check.Cost),
            BerthKpis.Of(problem, plan),
            plan.Hash);
    }
}

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Code">Stable code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Call">Id of the call; null when the fault belongs to no single call.</param>
/// <param name="Other">Id of the other call of a pair; null when there is none.</param>
/// <param name="Message">What, which id, actual, expected.</param>
internal sealed record EvaluateFault(string Code, string? Call, string? Other, string Message)
{
    public static EvaluateFault Of(BerthProblem problem, PlanFault fault) => new(fault.Code, IdOf(problem, fault.Call), IdOf(problem, fault.Other), fault.Message);

    private static string? IdOf(BerthProblem problem, int call) => call >= 0 && call < problem.Calls.Length ? problem.Calls[call].Id : null;
}

/// <summary>Costs of the grid in the problem's own units, written as documents write them.</summary>
internal static class CostUnits
{
    public static decimal Of(long cost, Grid grid) => Measure.Cost.ToOutside(cost, new Units(grid.MinutesPerSlot, grid.MetresPerSection, grid.CostScale, Known: true));

    public static decimal? Of(long? cost, Grid grid) => cost is { } value ? Of(value, grid) : null;

    /// <summary>Cost by term as in plan documents: the total, and the terms that are not 0.</summary>
    public static IReadOnlyDictionary<string, decimal> ByTerm(BerthProblem problem, CostTerms cost)
    {
        var bytes = new ArrayBufferWriter<byte>();
        WholeDocument.Write(CostDocument.Shape, cost, BerthScope.Of(problem), bytes, indented: false);
        return JsonSerializer.Deserialize<Dictionary<string, decimal>>(bytes.WrittenSpan)!;
    }
}
