using BerthOpt.Diagnostics;
using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Empties.Flows;

/// <summary>
/// Solves min-cost-flow problems to the optimum, which the plan's potentials prove: reduction of the network, then the network simplex
/// method. Where arcs share room the plan is near a bound, which potentials and prices prove. With a work limit instead of a time limit the plan depends on the problem and the limit alone.
/// </summary>
public static class FlowSolver
{
    private const long Slice = 20_000_000;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits; null for the defaults. Seed and threads change nothing.</param>
    /// <param name="progress">Told of the cost at the end, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; a plan that is there by then is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="FlowChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The problem has flows of any cost, however low: arcs without a limit form a cycle that pays; <see cref="FindCycle"/> gives it.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or the proof: a defect of the solver.</exception>
    public static SolveResult<FlowPlan> Solve(FlowProblem problem, SolverOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolverOptions();
        options.Validate();
        var stop = new StopMonitor(options, cancellation);
        if (stop.IsStopped)
        {
            return RunResult.Ended<FlowPlan>(null, options, stop);
        }

        if (!problem.Rooms.IsEmpty)
        {
            return SharedFlowRun.Solve(problem, options, stop, progress, cancellation);
        }

        using var activity = SolverTelemetry.Start();
        SolverLog.Begins<FlowPlan>(options);
        var result = SolverLog.Ends(options, new FlowRun(problem, options, stop).Solve());
        SolverTelemetry.End<FlowPlan>(activity, result.Statistics, result.Cost, result.LowerBound, result.StopReason);
        progress?.Report(new SolveProgress(result.Cost, result.LowerBound, stop.Seconds, result.Statistics.Work));
        return result;
    }

    /// <summary>Proves that a problem has no plan, whether or not arcs share room.</summary>
    /// <param name="problem">The problem; what arcs share is left out.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>
    /// Indices of nodes that together give more than the arcs out of them take, or take more than can come in
    /// (<see cref="FlowChecker.Excess"/> says by how much); null where there is a plan.
    /// </returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<int>? FindCut(FlowProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var network = problem.ToNetwork();
        network.Cost.Clear();
        var simplex = new NetworkSimplex(network);
        Finish(simplex, cancellation);
        return simplex.Status == FlowStatus.Infeasible ? [.. Enumerable.Range(0, network.Nodes).Where(simplex.IsInCut)] : null;
    }

    /// <summary>Proves that a problem has no cheapest plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>
    /// Indices of arcs without a limit that lead round at a cost below 0 (<see cref="FlowChecker.Saving"/> says by how much); null where there is a cheapest
    /// plan, or none at all.
    /// </returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<int>? FindCycle(FlowProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var simplex = new NetworkSimplex((problem.Rooms.Length == 0 ? problem : Endless(problem)).ToNetwork());
        Finish(simplex, cancellation);
        return simplex.Status == FlowStatus.Unbounded ? simplex.Ray.ToArray() : null;
    }

    /// <summary>The arcs that neither a capacity nor a room limits, with nothing to send: what is endless among them is so in the problem.</summary>
    private static FlowProblem Endless(FlowProblem problem)
    {
        var held = problem.Rooms.SelectMany(room => room.Arcs).ToHashSet();
        return new FlowProblem(problem.Parts with
        {
            Rooms = [],
            Supplies = [.. problem.Supplies.Select(_ => 0L)],
            Arcs = [.. problem.Arcs.Select((arc, index) => arc with { Lower = 0, Capacity = held.Contains(index) || arc.Capacity != FlowProblem.Unlimited ? 0 : arc.Capacity })],
        });
    }

    private static void Finish(NetworkSimplex simplex, CancellationToken cancellation)
    {
        while (simplex.Solve(Slice) == FlowStatus.Unknown)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
