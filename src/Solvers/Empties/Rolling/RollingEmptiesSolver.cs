using BerthOpt.Diagnostics;
using BerthOpt.Empties.Rolling;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// Plans long horizons as a planner does: every week the next weeks are planned with what is known of them, what begins in the first of them is done, and the rest is planned again
/// a week later. Targets hold at the end of each window, so that stocks are not run down for what lies behind it. The plan is one plan of the whole problem and is judged as a whole.
/// </summary>
public static class RollingEmptiesSolver
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="rolling">Lengths of window and step; null for the defaults.</param>
    /// <param name="options">Limits, seed and threads; the limits are shared by the windows. With a work limit and no time limit the plan depends on problem, windows and limit alone.</param>
    /// <param name="progress">Told of time and work after each window, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; there is a plan only when all windows have one.</param>
    /// <returns>What was found. A plan in it has passed <see cref="EmptiesChecker"/>; there is no bound, unless one window holds all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">A window would fill the memory.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan: a defect of the solver.</exception>
    public static SolveResult<EmptiesPlan> Solve(EmptiesProblem problem, RollingEmptiesOptions? rolling = null, SolverOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        (rolling, options) = (rolling ?? new RollingEmptiesOptions(), options ?? new SolverOptions());
        rolling.Validate();
        options.Validate();
        if (problem.Periods <= rolling.WindowPeriods)
        {
            return EmptiesSolver.Solve(problem, options, progress, cancellation);
        }

        var stop = new StopMonitor(options, cancellation);
        var done = new DonePlan();
        var statistics = new SolveStatistics { Seed = options.Seed, Threads = options.Threads };
        for (var from = 0; from < problem.Periods; from += rolling.StepPeriods)
        {
            var window = new EmptiesWindow(problem, from, Math.Min(problem.Periods, from + rolling.WindowPeriods), done);
            var windows = ((problem.Periods - from - 1) / rolling.StepPeriods) + 1;
            var result = EmptiesSolver.Solve(window.Problem, Share(options, windows, stop, statistics.Work), null, cancellation);
            statistics = statistics with { Work = statistics.Work + result.Statistics.Work, Moves = statistics.Moves + result.Statistics.Moves, BoundIterations = statistics.BoundIterations + result.Statistics.BoundIterations, Seconds = stop.Seconds };
            progress?.Report(new SolveProgress(null, null, stop.Seconds, statistics.Work));
            if (result.Plan is null)
            {
                return SolverLog.Ends(options, new SolveResult<EmptiesPlan> { Status = SolveStatus.Unknown, StopReason = result.StopReason == StopReason.Proven ? StopReason.NoImprovement : result.StopReason, Statistics = statistics });
            }

            window.Do(result.Plan, Math.Min(problem.Periods, from + rolling.StepPeriods), done);
        }

        return SolverLog.Ends(options, Judge(problem, done.ToPlan(), statistics));
    }

    /// <summary>An even share of what is left for each window that is left.</summary>
    private static SolverOptions Share(SolverOptions options, int windows, StopMonitor stop, long work) => options with
    {
        TimeLimit = options.TimeLimit is { } time ? TimeSpan.FromSeconds(Math.Max(0, (time.TotalSeconds - stop.Seconds) / windows)) : null,
        WorkLimit = options.WorkLimit is { } limit ? (limit - work) / windows : null,
        Target = null,
        Logger = null,
    };

    private static SolveResult<EmptiesPlan> Judge(EmptiesProblem problem, EmptiesPlan plan, SolveStatistics statistics)
    {
        var check = EmptiesChecker.Check(problem, plan);
        return check.IsValid
            ? new SolveResult<EmptiesPlan> { Status = SolveStatus.Feasible, StopReason = StopReason.NoImprovement, Plan = plan, Cost = check.Cost.Total, Statistics = statistics }
            : throw new PlanRefusedException($"The checker refused the plan: {string.Join(" ", check.Faults.Take(3))}");
    }
}
