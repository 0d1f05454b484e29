using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// Plans empties: a checked plan, a lower bound on the cost of any plan, and the gap between them. One container type, or several that share nothing scarce,
/// are solved to the optimum. With a work limit instead of a time limit the plan depends on the problem and the limit alone.
/// </summary>
public static class EmptiesSolver
{
    private const long EpochWork = 20_000_000;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="progress">Told of costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="EmptiesChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The problem would fill the memory, or its costs are so great over time that prices could overflow.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<EmptiesPlan> Solve(EmptiesProblem problem, SolverOptions? options = null, IProgress<SolveProgress<EmptiesPlan>>? progress = null, CancellationToken cancellation = default) =>
        Run(problem, null, options, progress, cancellation);

    /// <summary>Solves a problem, starting from a plan: what is returned costs no more.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="initialPlan">A valid plan of it.</param>
    /// <param name="progress">Told of costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="EmptiesChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The initial plan breaks rules, all of which are listed; or the problem would fill the memory.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<EmptiesPlan> Solve(EmptiesProblem problem, SolverOptions? options, EmptiesPlan initialPlan, IProgress<SolveProgress<EmptiesPlan>>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(initialPlan);
        return Run(problem, initialPlan, options, progress, cancellation);
    }

    private static SolveResult<EmptiesPlan> Run(EmptiesProblem problem, EmptiesPlan? initialPlan, SolverOptions? options, IProgress<SolveProgress<EmptiesPlan>>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolverOptions();
        options.Validate();
        var start = initialPlan is null ? null : Start(problem, initialPlan);
        var stop = new StopMonitor(options, cancellation);
        if (stop.IsStopped)
        {
            return RunResult.Ended(start, options, stop);
        }

        EmptiesSize.Require(problem);
        var network = TimeNetworkBuilder.Build(problem);
        if (network.Contradiction is not null)
        {
            return RunResult.Nothing<EmptiesPlan>(SolveStatus.Infeasible, StopReason.Proven, options, stop);
        }

        return Solve(problem, network, options, stop, progress, start).Result;
    }

    /// <summary>Solves a problem on its network, which may have been made narrower.</summary>
    internal static (SolveResult<EmptiesPlan> Result, SharedPrices Prices) Solve(EmptiesProblem problem, TimeNetwork network, SolverOptions options, StopMonitor stop, IProgress<SolveProgress<EmptiesPlan>>? progress, StartPlan<EmptiesPlan>? start = null)
    {
        using var lane = new FlowLane<EmptiesPlan>(network, new EmptiesPlans(problem, network), options.Bounds);
        var runner = new LaneRunner<EmptiesPlan>([lane], [lane], options, stop, progress, EpochWork);
        if (start is not null)
        {
            runner.Begin(start);
        }

        return (RunResult.Of(runner, runner.Run(), plan => Verdict(problem, plan)), lane.Prices);
    }

    /// <summary>Proves that a problem has no plan: limits that contradict each other, or places that must give more containers than can be there.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>The proof; null where the network over time carries a flow. What several types share may then still forbid every plan.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidInputException">The problem would fill the memory, or its costs are too great.</exception>
    public static EmptiesConflict? FindConflict(EmptiesProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        EmptiesSize.Require(problem);
        return ConflictSearch.Find(problem, TimeNetworkBuilder.Build(problem), cancellation);
    }

    private static StartPlan<EmptiesPlan> Start(EmptiesProblem problem, EmptiesPlan plan)
    {
        var check = EmptiesChecker.Check(problem, plan);
        return StartPlan.Of(plan, check.Cost.Total, check.Faults.Select(fault => new Fault(fault.Code, "", fault.Message)));
    }

    private static PlanVerdict Verdict(EmptiesProblem problem, EmptiesPlan plan)
    {
        var check = EmptiesChecker.Check(problem, plan);
        return PlanVerdict.Of(check.IsValid, check.Cost.Total, check.Faults);
    }
}
