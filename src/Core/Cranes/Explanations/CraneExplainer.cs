using System.Collections.Immutable;
using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes;

/// <summary>
/// Says why a valid crane plan is as it is. Every statement follows from the checker's rules: what each lets a task start at, as the others lie. The tasks that
/// the last end hangs on are the critical path of the plan's disjunctive graph (Balas 1969).
/// </summary>
public static class CraneExplainer
{
    /// <summary>Explains every task, in the problem's order.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="cancellation">Ends it early: tasks that were not looked at have crane and times alone, and are marked so (<see cref="TaskExplanation.IsComplete"/>).</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    public static CraneExplanation Explain(CraneProblem problem, CranePlan plan, CancellationToken cancellation = default) =>
        Of(problem, plan, Enumerable.Range(0, problem?.Tasks.Length ?? 0), cancellation);

    /// <summary>Explains one task.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="task">Index of the task.</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task.</exception>
    public static CraneExplanation Explain(CraneProblem problem, CranePlan plan, int task)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfNegative(task);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(task, problem.Tasks.Length);
        return Of(problem, plan, [task], CancellationToken.None);
    }

    private static CraneExplanation Of(CraneProblem problem, CranePlan plan, IEnumerable<int> tasks, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var check = CraneChecker.Check(problem, plan);
        if (!check.IsValid)
        {
            throw new ArgumentException($"The plan breaks a rule: {check.Faults[0]} Expected a valid plan.", nameof(plan));
        }

        var stints = Stint.All(problem, plan);
        var reasons = new StartReasons(problem, stints);
        var waits = CraneUse.Waits(problem, Stint.ByCrane(problem, stints)).Where(wait => wait.Slots > 0 && wait.For is not null).ToDictionary(wait => wait.Stint.Index);
        return new CraneExplanation
        {
            Cost = check.Cost,
            Chains = cancellation.IsCancellationRequested ? [] : Chains(problem, stints, reasons),
            Waiting = [.. waits.Values.GroupBy(wait => (wait.Stint.Number, Other: wait.For!.Number)).OrderBy(pair => pair.Key).Select(pair => new CraneWaiting(pair.Key.Number, pair.Key.Other, pair.Sum(wait => wait.Slots)))],
            Tasks = [.. tasks.Select(task => cancellation.IsCancellationRequested ? Bare(plan, task) with { IsComplete = false } : Bare(plan, task) with
            {
                Reasons = [.. reasons.Of(stints[task]).Take(TaskExplanation.MaxReasons)],
                Waiting = waits.TryGetValue(task, out var wait) ? (int)wait.Slots : 0,
                WaitsFor = wait.For?.Index ?? -1,
            })],
        };
    }

    private static TaskExplanation Bare(CranePlan plan, int task) => new() { Task = task, Assignment = plan.Assignments[task] };

    private static ImmutableArray<CraneChain> Chains(CraneProblem problem, Stint[] stints, StartReasons reasons)
    {
        var isByVessel = problem.Objective.Completion > 0 || problem.Objective.Lateness > 0;
        return [.. stints.GroupBy(stint => stint.Task.Vessel)
            .Select(vessel => vessel.OrderBy(stint => stint.End).ThenByDescending(stint => stint.Index).Last())
            .OrderByDescending(last => last.End).ThenBy(last => last.Task.Vessel)
            .Take(isByVessel ? int.MaxValue : 1)
            .Select(last => new CraneChain(last.Task.Vessel, (int)last.End, Links(stints, reasons, last)))];
    }

    private static ImmutableArray<ChainLink> Links(Stint[] stints, StartReasons reasons, Stint last)
    {
        // Tasks of no time might keep each other back in turn.
        var links = new List<ChainLink>();
        var seen = new HashSet<int>();
        for (var at = last; at is not null && seen.Add(at.Index);)
        {
            var reason = reasons.Of(at).FirstOrDefault(reason => reason.From == at.Start && !seen.Contains(reason.Task));
            links.Add(new ChainLink(at.Index, reason));
            at = reason is { Task: >= 0 } ? stints[reason.Task] : null;
        }

        links.Reverse();
        return [.. links];
    }
}
