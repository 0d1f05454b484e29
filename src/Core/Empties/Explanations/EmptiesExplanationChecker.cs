using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>
/// The independent judge of explanations. Costs and shortages must be those of the plan, and no bound above its cost; and for each price of one more that is served
/// there must be a plan with that price, which is judged by <see cref="EmptiesChecker"/>. Shadow prices are a proof, and not judged here.
/// </summary>
public static class EmptiesExplanationChecker
{
    /// <summary>What is wrong with an explanation, with JSON Pointers into its document; empty when nothing is.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan that it explains.</param>
    /// <param name="explanation">The explanation.</param>
    public static ImmutableArray<Fault> Check(EmptiesProblem problem, EmptiesPlan plan, EmptiesExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(explanation);
        var now = EmptiesChecker.Check(problem, plan);
        return !now.IsValid ? [new Fault("plan-refused", "", $"The plan breaks a rule: {now.Faults[0].Message}")]
            : explanation.Cost != now.Cost || explanation.LowerBound > now.Cost.Total ? [new Fault("wrong-cost", "/cost", $"is {explanation.Cost.Total} with a bound of {explanation.LowerBound}; expected {now.Cost.Total}, as the checker finds it, and no bound above.")]
            : [.. explanation.Shortages.Index().SelectMany(shortage => OfShortage(problem, plan, now, shortage.Item).Select(fault => fault with { Place = $"/shortages/{shortage.Index}{fault.Place}" }))];
    }

    private static IEnumerable<Fault> OfShortage(EmptiesProblem problem, EmptiesPlan plan, EmptiesCheck now, ShortageExplanation shortage)
    {
        if (shortage.Demand >= problem.Demands.Length)
        {
            yield return new Fault("unknown-reference", "/demand", $"is {shortage.Demand}; expected less than {problem.Demands.Length}.");
            yield break;
        }

        var missing = problem.Demands[shortage.Demand].Count - Given(plan, shortage.Demand);
        if (shortage.Missing != missing || shortage.Cost != missing * problem.Demands[shortage.Demand].ShortageCost)
        {
            yield return new Fault("wrong-cost", "/missing", $"is {shortage.Missing} at {shortage.Cost}; expected {missing} at {missing * problem.Demands[shortage.Demand].ShortageCost}.");
        }

        if (shortage.OneMore is not { CostChange: { } change } more)
        {
            yield break;
        }

        if (more.Plan is not { } there || Given(there, shortage.Demand) <= Given(plan, shortage.Demand) || EmptiesChecker.Check(problem, there) is not { IsValid: true } then)
        {
            yield return new Fault("plan-refused", "/oneMore/plan", "is none that keeps all rules and serves one more; expected one.");
        }
        else if (then.Cost.Total - now.Cost.Total != change || more.LeastCostChange > change)
        {
            yield return new Fault("wrong-cost", "/oneMore/costChange", $"is {change}; expected {then.Cost.Total - now.Cost.Total}, as the checker finds it, and nothing above for the least.");
        }
    }

    private static long Given(EmptiesPlan plan, int demand) => plan.Fulfilments.Where(given => given.Demand == demand).Sum(given => (long)given.Count);
}
