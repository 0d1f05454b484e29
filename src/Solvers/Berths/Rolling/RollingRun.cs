using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>One run over all windows: shares out time and work, and adds up what was found and proven.</summary>
internal sealed class RollingRun(BerthProblem problem, SolverOptions options, StopMonitor stop, IProgress<SolveProgress>? progress, CancellationToken cancellation)
{
    // Of a window's work or time, one part of so many is for its bound.
    private const int BoundShare = 5;
    private const long UnlimitedWork = long.MaxValue / 4;

    private RollingPlan _plan = new(problem);
    private long _work;
    private long _moves;
    private long _bound;
    private long _lastEnd;

    /// <summary>Whether a limit has ended the run.</summary>
    public bool IsOver => stop.IsStopped || LeftWork() <= 0;

    /// <summary>Plans window after window.</summary>
    /// <returns>False when a window has no plan, or none was found within its limits.</returns>
    public bool TryPlan(int calls, int overlap)
    {
        (_plan, _bound, _lastEnd) = (new RollingPlan(problem), problem.Objective.Constant, 0);
        _plan.See(calls);
        while (true)
        {
            // All windows that are still to come get the same.
            var step = calls - overlap;
            var share = 1.0 / (1 + ((_plan.Unseen + step - 1) / step));
            var window = _plan.Window();
            var result = Search(window, share);
            for (var more = share * 4; result is { Plan: null, Status: SolveStatus.Unknown } && !IsOver && more < 4; more *= 4)
            {
                // A first plan takes what it takes.
                result = Search(window, Math.Min(1, more));
            }

            if (result.Plan is not { } plan)
            {
                return false;
            }

            Prove(_plan.Take(window, plan, overlap), share);
            progress?.Report(new SolveProgress(null, null, stop.Seconds, _work));
            if (_plan.HasSeenAll)
            {
                return true;
            }

            _plan.See(calls - overlap);
        }
    }

    /// <summary>The plan of all windows as one.</summary>
    public SolveResult<BerthPlan> Result()
    {
        var plan = new BerthPlan(_plan.Stays);
        var check = BerthChecker.Check(problem, plan);
        if (!check.IsValid)
        {
            throw new PlanRefusedException($"The checker refused the plan of all windows: {string.Join(" ", check.Faults.Take(3))}");
        }

        var cost = check.Cost.Total;
        var bound = _bound + (problem.Objective.Makespan * _lastEnd);
        return Nothing() with
        {
            Status = cost <= bound ? SolveStatus.Optimal : SolveStatus.Feasible,
            StopReason = cost <= bound ? StopReason.Proven : stop.IsCancelled ? StopReason.Cancelled : options.WorkLimit is not null ? StopReason.WorkLimit : StopReason.TimeLimit,
            Plan = plan,
            Cost = cost,
            LowerBound = bound,
            BoundMethod = "sum over windows",
        };
    }

    /// <summary>The result without a plan.</summary>
    public SolveResult<BerthPlan> Nothing() => new()
    {
        Status = SolveStatus.Unknown,
        StopReason = stop.IsCancelled ? StopReason.Cancelled : LeftWork() <= 0 ? StopReason.WorkLimit : StopReason.TimeLimit,
        Statistics = new SolveStatistics { Seconds = stop.Seconds, SecondsToBest = stop.Seconds, SecondsToBound = stop.Seconds, Work = _work, Moves = _moves, Seed = options.Seed, Threads = options.Threads },
    };

    /// <summary>The problem as one window, with what is left of the limits.</summary>
    public SolveResult<BerthPlan> Whole() => BerthSolver.Solve(problem, options with { TimeLimit = LeftTime(), WorkLimit = options.WorkLimit is null ? null : LeftWork() }, progress, cancellation);

    private SolveResult<BerthPlan> Search(PeriodProblem window, double share)
    {
        var result = BerthSolver.Solve(window.Problem, Limits(share, BoundShare - 1) with { Bounds = false }, null, cancellation);
        (_work, _moves) = (_work + result.Statistics.Work, _moves + result.Statistics.Moves);
        return result;
    }

    /// <summary>Raises the bound by that of calls that are planned for good.</summary>
    private void Prove(List<int> calls, double share)
    {
        if (calls.Count == 0)
        {
            return;
        }

        var part = _plan.Alone(calls);
        var stays = new BerthPlan(part.Calls.Select(call => _plan.Stays[call] is { } stay ? part.Into(stay) : (Assignment?)null));
        var cost = BerthChecker.Check(part.Problem, stays).Cost.Total;
        var limits = Limits(share, 1);
        var work = limits.WorkLimit ?? UnlimitedWork;
        _bound += PartBound.Of(part, part.Shift.To == problem.Horizon, cost, work, new StopMonitor(limits, cancellation));
        _work += options.WorkLimit is null ? 0 : work;
        if (problem.Objective.Makespan > 0)
        {
            _lastEnd = Math.Max(_lastEnd, part.Shift.From + PartBound.LastEnd(new BerthModel(part.Problem)));
        }
    }

    /// <summary>Limits of one step of a window: so much of what is left, and of that so many parts.</summary>
    private SolverOptions Limits(double share, int parts)
    {
        // The bound comes second: then what is left is less by what the search took.
        var part = parts == 1 ? share / (BoundShare - ((BoundShare - 1) * share)) : share * parts / BoundShare;
        return options with
        {
            TimeLimit = LeftTime() * part,
            WorkLimit = options.WorkLimit is null ? null : (long)(LeftWork() * part),
            Gap = 0,
            Target = null,
            Logger = null,
        };
    }

    private TimeSpan? LeftTime() => options.TimeLimit is { } limit ? TimeSpan.FromSeconds(Math.Max(0, limit.TotalSeconds - stop.Seconds)) : null;

    private long LeftWork() => options.WorkLimit is { } limit ? limit - _work : UnlimitedWork;
}
