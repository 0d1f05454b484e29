using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// Prices what a crane plan is not: one task is pinned to a wish, the others are planned anew from the plan at hand, and what that costs more is the price of
/// the wish. With the same problem, plan and options the answer is the same.
/// </summary>
public static class CraneWhatIf
{
    /// <summary>Default limit on the work for one wish.</summary>
    public const long DefaultWork = 1_000_000;

    /// <summary>Explains one task of a plan, with the prices of its wishes: by other cranes, and earlier.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="task">Index of the task.</param>
    /// <param name="options">Limits for each wish, seed and threads; null for <see cref="DefaultWork"/> on one thread.</param>
    /// <param name="cancellation">Ends it early; prices are then less good, and the explanation is marked (<see cref="TaskExplanation.IsComplete"/>).</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task, or an option is out of its range.</exception>
    public static CraneExplanation Explain(CraneProblem problem, CranePlan plan, int task, SolverOptions? options = null, CancellationToken cancellation = default)
    {
        var explanation = CraneExplainer.Explain(problem, plan, task);
        ImmutableArray<CraneCounterfactual> prices = [.. TaskWishes.Of(problem, plan, task).Select(wish => Price(problem, plan, task, wish.Code, wish.Pin, options, cancellation))];
        return explanation with { Tasks = [explanation.Tasks[0] with { Counterfactuals = prices, IsComplete = !cancellation.IsCancellationRequested }] };
    }

    /// <summary>Prices one wish.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="task">Index of the task.</param>
    /// <param name="wish">What the task is pinned to.</param>
    /// <param name="options">Limits, seed and threads; null for <see cref="DefaultWork"/> on one thread.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task, or an option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The task cannot be pinned so: there is no such crane, or it cannot do it.</exception>
    public static CraneCounterfactual Price(CraneProblem problem, CranePlan plan, int task, TaskPin wish, SolverOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return Price(problem, plan, task, CraneCounterfactualCodes.Asked, wish, options, cancellation);
    }

    private static CraneCounterfactual Price(CraneProblem problem, CranePlan plan, int task, string code, TaskPin wish, SolverOptions? options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfNegative(task);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(task, problem.Tasks.Length);
        var now = CraneChecker.Check(problem, plan);
        if (!now.IsValid)
        {
            throw new ArgumentException($"The plan breaks a rule: {now.Faults[0]} Expected a valid plan.", nameof(plan));
        }

        options = (options ?? new SolverOptions { TimeLimit = null, WorkLimit = DefaultWork, Threads = 1 }) with { Logger = null };
        var wished = new CraneProblem(problem.Parts with { Tasks = problem.Tasks.SetItem(task, problem.Tasks[task] with { Pin = wish }) });
        var start = WishedStart.Find(wished, plan, task);
        var result = start is null ? CraneSolver.Solve(wished, options, progress: null, cancellation) : CraneSolver.Solve(wished, options, start, progress: null, cancellation);
        return new CraneCounterfactual
        {
            Code = code,
            Pin = wish,
            Status = result.Status switch
            {
                SolveStatus.Infeasible => CounterfactualStatus.Impossible,
                SolveStatus.Optimal => CounterfactualStatus.Exact,
                SolveStatus.Feasible => CounterfactualStatus.AtMost,
                _ => CounterfactualStatus.Unknown,
            },
            CostChange = result.Cost - now.Cost.Total,
            LeastCostChange = result.LowerBound - now.Cost.Total,
            Moves = result.Plan is { } found ? Moves(plan, found, task) : [],
        };
    }

    private static ImmutableArray<MovedTask> Moves(CranePlan before, CranePlan after, int task) =>
    [
        .. Enumerable.Range(0, before.Assignments.Length)
            .Where(index => before.Assignments[index] != after.Assignments[index])
            .OrderBy(index => index == task ? -1 : index)
            .Select(index => new MovedTask(index, before.Assignments[index], after.Assignments[index])),
    ];
}
