using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>
/// The independent judge of explanations. Cranes, times and costs must be those of the plan; chains must have no gap; and for each price that is told there must be a
/// plan with that price: it is made of the tasks that are said to change, and judged by <see cref="CraneChecker"/>. That a price is the least, or that there is no such
/// plan, is a proof, and not judged here.
/// </summary>
public static class CraneExplanationChecker
{
    /// <summary>What is wrong with an explanation, with JSON Pointers into its document; empty when nothing is.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan that it explains.</param>
    /// <param name="explanation">The explanation.</param>
    public static ImmutableArray<Fault> Check(CraneProblem problem, CranePlan plan, CraneExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(explanation);
        var now = CraneChecker.Check(problem, plan);
        return !now.IsValid ? [new Fault("plan-refused", "", $"The plan breaks a rule: {now.Faults[0].Message}")]
            : explanation.Cost != now.Cost ? [new Fault("wrong-cost", "/cost", $"is {explanation.Cost.Total}; expected {now.Cost.Total}, as the checker finds it.")]
            : [
                .. explanation.Chains.Index().Where(chain => !IsChain(plan, chain.Item)).Select(chain => new Fault("not-the-plan", $"/chains/{chain.Index}", "has a gap, or ends elsewhere than the plan; expected tasks that begin when what keeps them back is over.")),
                .. explanation.Tasks.Index().SelectMany(task => OfTask(problem, plan, now, task.Item).Select(fault => fault with { Place = $"/tasks/{task.Index}{fault.Place}" })),
            ];
    }

    private static bool IsChain(CranePlan plan, CraneChain chain) =>
        chain.Links is [.., var last] && plan.Assignments[last.Task].End == chain.End
        && chain.Links.All(link => link.Reason is null || link.Reason.From == plan.Assignments[link.Task].Start)
        && chain.Links.Skip(1).Zip(chain.Links).All(pair => pair.First.Reason?.Task == pair.Second.Task);

    private static IEnumerable<Fault> OfTask(CraneProblem problem, CranePlan plan, CraneCheck now, TaskExplanation task)
    {
        if (task.Assignment != plan.Assignments[task.Task])
        {
            yield return new Fault("not-the-plan", "", "is not done as the plan has it; expected the same crane and times.");
        }

        foreach (var (index, wish) in task.Counterfactuals.Index())
        {
            if (wish.CostChange is { } change && Wrong(problem, plan, now, task.Task, wish, change) is { } fault)
            {
                yield return fault with { Place = $"/counterfactuals/{index}{fault.Place}" };
            }
        }
    }

    private static Fault? Wrong(CraneProblem problem, CranePlan plan, CraneCheck now, int task, CraneCounterfactual wish, long change)
    {
        var entries = plan.Assignments.ToBuilder();
        foreach (var move in wish.Moves)
        {
            if (entries[move.Task] != move.From)
            {
                return new Fault("not-the-plan", "/moves", "begin with other cranes or times than the plan has; expected the same.");
            }

            entries[move.Task] = move.To;
        }

        var wished = problem.Parts with { Tasks = problem.Tasks.SetItem(task, problem.Tasks[task] with { Pin = wish.Pin }) };
        if (CraneRules.Faults(wished) is [var refused, ..])
        {
            return refused with { Place = "" };
        }

        var then = CraneChecker.Check(new CraneProblem(wished), new CranePlan(entries));
        return !then.IsValid ? new Fault("plan-refused", "/moves", $"make a plan that breaks a rule: {then.Faults[0].Message}")
            : then.Cost.Total - now.Cost.Total is var price && price != change ? new Fault("wrong-cost", "/costChange", $"is {change}; expected {price}, as the checker finds it.")
            : wish.LeastCostChange > change ? new Fault("wrong-cost", "/leastCostChange", "is more than what a plan costs.")
            : null;
    }
}
