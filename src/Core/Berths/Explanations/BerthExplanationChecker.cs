using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <summary>
/// The independent judge of explanations. Places and costs must be those of the plan; and for each price that is told there must be a plan with that price: it is
/// made of the calls that are said to change, and judged by <see cref="BerthChecker"/>. That a price is the least, or that there is no such plan, is a proof, and not judged here.
/// </summary>
public static class BerthExplanationChecker
{
    /// <summary>What is wrong with explanations, with JSON Pointers into their document; empty when nothing is.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan that they explain.</param>
    /// <param name="calls">The explanations.</param>
    public static ImmutableArray<Fault> Check(BerthProblem problem, BerthPlan plan, ImmutableArray<CallExplanation> calls)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var now = BerthChecker.Check(problem, plan);
        return now.IsValid
            ? [.. calls.Index().SelectMany(call => OfCall(problem, plan, now, call.Item).Select(fault => fault with { Place = $"/calls/{call.Index}{fault.Place}" }))]
            : [new Fault("plan-refused", "", $"The plan breaks a rule: {now.Faults[0].Message}")];
    }

    private static IEnumerable<Fault> OfCall(BerthProblem problem, BerthPlan plan, BerthCheck now, CallExplanation call)
    {
        if (call.Assignment != plan.Assignments[call.Call])
        {
            yield return new Fault("not-the-plan", "/assignment", "is not where the plan has the call; expected the same.");
        }

        if (call.Cost.Total != now.CostByCall[call.Call].Total)
        {
            yield return new Fault("wrong-cost", "/cost", $"is {call.Cost.Total}; expected {now.CostByCall[call.Call].Total} units of the grid, as the checker finds it.");
        }

        foreach (var (index, wish) in call.Counterfactuals.Index())
        {
            if (wish.CostChange is { } change && Wrong(problem, plan, now, call.Call, wish, change) is { } fault)
            {
                yield return fault with { Place = $"/counterfactuals/{index}{fault.Place}" };
            }
        }

        if (call.LeftOut is { Cheapest: { } cheapest, CostChange: { } price } && PriceOf(problem, new BerthPlan(plan.Assignments.SetItem(call.Call, cheapest)), now) is var taken && taken != price)
        {
            yield return new Fault("wrong-cost", "/leftOut/costChange", taken is null ? "is the price of a plan that breaks a rule." : $"is {price}; expected {taken} units of the grid.");
        }
    }

    private static Fault? Wrong(BerthProblem problem, BerthPlan plan, BerthCheck now, int call, Counterfactual wish, long change)
    {
        var stays = plan.Assignments.ToBuilder();
        foreach (var move in wish.Moves.Concat(wish.OtherCranes))
        {
            if (stays[move.Call] != move.From)
            {
                return new Fault("not-the-plan", "/moves", "begin elsewhere than the plan has a call; expected the same.");
            }

            stays[move.Call] = move.To;
        }

        BerthProblem wished;
        try
        {
            wished = WishedCall.In(problem, call, wish.Pin);
        }
        catch (InvalidInputException refused)
        {
            return refused.Faults[0] with { Place = "" };
        }

        var there = new BerthPlan(stays);
        var price = PriceOf(wished, there, now);
        return price is null ? new Fault("plan-refused", "/moves", $"make a plan that breaks a rule: {BerthChecker.Check(wished, there).Faults[0].Message}")
            : price != change ? new Fault("wrong-cost", "/costChange", $"is {change}; expected {price} units of the grid, as the checker finds it.")
            : wish.LeastCostChange > change ? new Fault("wrong-cost", "/leastCostChange", "is more than what a plan costs.")
            : null;
    }

    private static long? PriceOf(BerthProblem problem, BerthPlan plan, BerthCheck now) =>
        BerthChecker.Check(problem, plan) is { IsValid: true } then ? then.Cost.Total - now.Cost.Total : null;
}
