using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Plans long horizons window by window, as a planner would: the calls of a window are planned beside what has begun before it, what has
/// begun when the next window opens stays as it is, and the rest is planned again together with the next calls. Time grows with the number
/// of calls alone, and memory with the size of a window. The plan is one plan of the whole problem, judged as a whole, and the bound is
/// one for the whole: what a call costs without the calls of other windows, it costs at least beside them.
/// </summary>
public static class RollingBerthSolver
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="rolling">How it is cut into windows; null for the defaults. A problem that fits one window is solved as by <see cref="BerthSolver"/>.</param>
    /// <param name="options">Limits for the whole, seed and threads; null for the defaults. With a work limit and no time limit the plan depends on problem, windows, seed and limit alone.</param>
    /// <param name="progress">Told of time and work after each window, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; there is a plan only when all windows have one.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="BerthChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">A window is too large: it would take more than 4 GB of memory.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan: a defect of the solver.</exception>
    public static SolveResult<BerthPlan> Solve(BerthProblem problem, RollingOptions? rolling = null, SolverOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        (rolling, options) = (rolling ?? new RollingOptions(), options ?? new SolverOptions());
        rolling.Validate();
        options.Validate();
        var stop = new StopMonitor(options, cancellation);
        var run = new RollingRun(problem, options, stop, progress, cancellation);
        for (var (calls, overlap) = (rolling.WindowCalls, rolling.OverlapCalls); calls < problem.Calls.Length; (calls, overlap) = (calls * 2, overlap * 2))
        {
            if (run.TryPlan(calls, overlap))
            {
                return SolverLog.Ends(options, run.Result());
            }

            if (run.IsOver)
            {
                return SolverLog.Ends(options, run.Nothing());
            }

            // What has begun may have left a later call no place: look further ahead.
        }

        return run.Whole();
    }
}
