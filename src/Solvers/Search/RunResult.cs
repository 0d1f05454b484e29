namespace BerthOpt.Search;

/// <summary>The result of a run.</summary>
internal static class RunResult
{
    /// <summary>The result of a run that had nothing to do.</summary>
    public static SolveResult<TPlan> Nothing<TPlan>(SolveStatus status, StopReason reason, SolverOptions options, StopMonitor stop)
        where TPlan : class => SolverLog.Ends(options, Empty<TPlan>(status, reason, options, stop));

    /// <summary>The result of a run that ended before it began: the plan to start from, if there is one.</summary>
    public static SolveResult<TPlan> Ended<TPlan>(StartPlan<TPlan>? start, SolverOptions options, StopMonitor stop)
        where TPlan : class => SolverLog.Ends(options, Empty<TPlan>(start is null ? SolveStatus.Unknown : SolveStatus.Feasible, stop.Reason, options, stop) with { Plan = start?.Plan, Cost = start?.Cost });

    /// <summary>The result of a run, once the checker has approved its plan.</summary>
    /// <param name="runner">The run.</param>
    /// <param name="reason">Why it ended.</param>
    /// <param name="check">What the checker says of a plan.</param>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost.</exception>
    public static SolveResult<TPlan> Of<TPlan>(LaneRunner<TPlan> runner, StopReason reason, Func<TPlan, PlanVerdict> check)
        where TPlan : class
    {
        long? cost = null;
        if (runner.Plan is { } plan)
        {
            var verdict = check(plan);
            cost = verdict.Confirms(runner.Cost) ? verdict.Cost
                : throw new PlanRefusedException($"The checker refused the plan: cost {verdict.Cost} against {runner.Cost}; {verdict.FirstFaults}");
        }

        // Without any plan, every number is a bound.
        long? bound = runner.Bound == long.MinValue || runner.IsInfeasible ? null : runner.Bound;
        return SolverLog.Ends(runner.Options, new SolveResult<TPlan>
        {
            Status = runner.IsInfeasible ? SolveStatus.Infeasible : cost is null ? SolveStatus.Unknown : cost == bound ? SolveStatus.Optimal : SolveStatus.Feasible,
            StopReason = reason,
            Plan = runner.Plan,
            Cost = cost,
            LowerBound = bound,
            BoundMethod = bound is null ? "none" : runner.BoundMethod,
            Statistics = runner.Statistics,
        });
    }

    private static SolveResult<TPlan> Empty<TPlan>(SolveStatus status, StopReason reason, SolverOptions options, StopMonitor stop)
        where TPlan : class => new()
        {
            Status = status,
            StopReason = reason,
            Statistics = new SolveStatistics { Seconds = stop.Seconds, Seed = options.Seed, Threads = options.Threads },
        };
}
