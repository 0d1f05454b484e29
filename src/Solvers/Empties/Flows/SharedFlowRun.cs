using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Empties.Flows;

/// <summary>One run of <see cref="FlowSolver"/> on a problem in which arcs share room.</summary>
internal static class SharedFlowRun
{
    private const long EpochWork = 20_000_000;

    /// <exception cref="InvalidInputException">Arcs without a limit form a cycle that pays.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or the proof: a defect of the solver.</exception>
    public static SolveResult<FlowPlan> Solve(FlowProblem problem, SolverOptions options, StopMonitor stop, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        if (problem.Arcs.Any(arc => arc.Cost < 0 && arc.Capacity == FlowProblem.Unlimited) && FlowSolver.FindCycle(problem, cancellation) is { } cycle)
        {
            throw FlowRun.Endless(problem, cycle);
        }

        var network = SharedFlowPlans.Network(problem);
        if (network.Contradiction is not null)
        {
            return RunResult.Nothing<FlowPlan>(SolveStatus.Infeasible, StopReason.Proven, options, stop);
        }

        using var lane = new FlowLane<FlowPlan>(network, new SharedFlowPlans(problem, network), options.Bounds);
        var runner = new LaneRunner<FlowPlan>([lane], [lane], options, stop, progress, EpochWork);
        var result = RunResult.Of(runner, runner.Run(), plan => Verdict(problem, plan));
        return result.Plan is { } found ? Proven(problem, result, found, network, lane.Prices) : result;
    }

    /// <summary>The plan with the prices that prove its bound.</summary>
    private static SolveResult<FlowPlan> Proven(FlowProblem problem, SolveResult<FlowPlan> result, FlowPlan found, TimeNetwork network, SharedPrices prices)
    {
        // Rooms that nothing can fill have no row, and no price.
        var (all, row) = (new long[problem.Rooms.Length], 0);
        for (var room = 0; room < all.Length; room++)
        {
            if (SharedFlowPlans.CanFill(network, problem.Rooms[room]))
            {
                all[room] = prices.Best[row++];
            }
        }

        var plan = new FlowPlan(found.Flows, prices.BestPotentials.ToArray()) { Prices = [.. all], PriceScale = (int)network.Scale };
        var check = FlowChecker.Check(problem, plan);
        return check.IsValid && check.LowerBound >= result.LowerBound
            ? result with { Plan = plan, LowerBound = check.LowerBound, Status = check.IsOptimal ? SolveStatus.Optimal : result.Status }
            : throw new PlanRefusedException($"The checker refused the plan: cost {check.Cost}, bound {check.LowerBound} against {result.LowerBound}; {string.Join(" ", check.Faults.Take(3))}");
    }

    private static PlanVerdict Verdict(FlowProblem problem, FlowPlan plan)
    {
        var check = FlowChecker.Check(problem, plan);
        return PlanVerdict.Of(check.IsValid, check.Cost, check.Faults);
    }
}
