namespace BerthOpt.Search;

/// <summary>
/// Runs lanes of search and a bound side by side, in epochs of fixed work. Between epochs the best plan is chosen by (cost, lane)
/// and offered to the other lanes. An epoch that a limit cuts short counts for the bound only, so the returned plan is a function
/// of the counted work, whatever the clock and the number of threads did.
/// </summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal sealed class LaneRunner<TPlan>
    where TPlan : class
{
    private readonly ISearchLane<TPlan>[] _lanes;
    private readonly IBoundProcess[] _bounds;
    private readonly SolverOptions _options;
    private readonly StopMonitor _stop;
    private readonly IProgress<SolveProgress<TPlan>>? _progress;
    private readonly long _epochWork;
    private readonly Action? _between;
    private double _secondsToBest;
    private double _secondsToBound;
    private long _work;

    /// <param name="lanes">The lanes.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="options">Limits, seed and threads.</param>
    /// <param name="stop">The clock of the run.</param>
    /// <param name="progress">Told of plans, costs and bounds; null for none.</param>
    /// <param name="epochWork">Work of each lane in an epoch.</param>
    /// <param name="between">Done after each epoch, before its best plan is taken; null for nothing.</param>
    public LaneRunner(ISearchLane<TPlan>[] lanes, IBoundProcess[] bounds, SolverOptions options, StopMonitor stop, IProgress<SolveProgress<TPlan>>? progress, long epochWork, Action? between = null)
    {
        (_lanes, _bounds, _options, _stop, _progress, _epochWork, _between) = (lanes, bounds, options, stop, progress, epochWork, between);
    }

    public SolverOptions Options => _options;

    public TPlan? Plan { get; private set; }

    public long Cost { get; private set; } = long.MaxValue;

    public long Bound { get; private set; } = long.MinValue;

    public string BoundMethod { get; private set; } = "none";

    public SolveStatistics Statistics => new()
    {
        Seconds = _stop.Seconds,
        SecondsToBest = _secondsToBest,
        SecondsToBound = _secondsToBound,
        Work = _work,
        Moves = _lanes.Sum(lane => lane.Moves),
        BoundIterations = _bounds.Sum(bound => bound.Iterations),
        Seed = _options.Seed,
        Threads = _options.Threads,
    };

    /// <summary>Whether a bound has shown that there is no plan.</summary>
    public bool IsInfeasible => Plan is null && _bounds.Any(bound => bound.ProvesInfeasible);

    /// <summary>Begins with a plan, which the lanes may start from; no result is worse.</summary>
    public void Begin(StartPlan<TPlan> start)
    {
        (Plan, Cost) = (start.Plan, start.Cost);
        foreach (var source in Sources)
        {
            source.Adopt(Plan, Cost);
        }
    }

    /// <summary>Runs until a limit, a proof or the caller ends it.</summary>
    public StopReason Run()
    {
        using var activity = SolverTelemetry.Start();
        SolverLog.Begins<TPlan>(_options);
        try
        {
            var reason = RunEpochs();
            SolverTelemetry.End<TPlan>(activity, Statistics, Plan is null ? null : Cost, Bound == long.MinValue ? null : Bound, reason);
            return reason;
        }
        finally
        {
            Interrupt();
        }
    }

    private StopReason RunEpochs()
    {
        var epoch = Math.Max(1, _epochWork / 64);
        while (true)
        {
            var reason = Reason();
            if (reason is { } ended)
            {
                return ended;
            }

            var share = epoch;
            var working = _lanes.Count(lane => !lane.IsWaiting);
            if (_options.WorkLimit is { } limit)
            {
                share = Math.Min(share, (limit - _work) / working);
                if (share == 0)
                {
                    return StopReason.WorkLimit;
                }
            }

            RunEpoch(share);
            var stopped = _stop.IsStopped;
            if (stopped)
            {
                Interrupt();
            }

            TakeBounds();
            if (stopped)
            {
                // The epoch may be cut short. Its plan is used only when there is no other.
                if (Plan is null)
                {
                    TakeBest();
                }

                return _stop.Reason;
            }

            _work += share * working;
            _between?.Invoke();
            TakeBest();
            foreach (var source in Sources)
            {
                if (Plan is not null && source.BestCost > Cost)
                {
                    source.Adopt(Plan, Cost);
                }
            }

            _progress?.Report(new SolveProgress<TPlan>(Plan, Plan is null ? null : Cost, Bound == long.MinValue ? null : Bound, _stop.Seconds, _work));
            epoch = Math.Min(epoch * 2, _epochWork);
        }
    }

    private StopReason? Reason()
    {
        if (Plan is not null)
        {
            if (_options.Target is { } target && Cost <= target)
            {
                return StopReason.TargetReached;
            }

            if (Bound != long.MinValue && SolveResult<TPlan>.GapOf(Cost, Bound) <= _options.Gap)
            {
                return StopReason.Proven;
            }
        }

        if (IsInfeasible)
        {
            return StopReason.Proven;
        }

        if (_stop.IsStopped)
        {
            return _stop.Reason;
        }

        return _lanes.All(lane => lane.IsDone) && _bounds.All(bound => bound.Finished) ? StopReason.NoImprovement : null;
    }

    private void RunEpoch(long share)
    {
        var tasks = _bounds.Length + _lanes.Length;
        void Do(int task)
        {
            if (task < _bounds.Length)
            {
                if (!_bounds[task].Finished)
                {
                    _bounds[task].Run(share, Cost, _stop);
                }
            }
            else
            {
                _lanes[task - _bounds.Length].Run(share, _stop);
            }
        }

        // Bounds that keep a thread busy take it from the rest.
        var threads = Math.Max(1, _options.Threads - _bounds.Count(bound => bound.IsBusy));
        if (threads == 1)
        {
            for (var task = 0; task < tasks && !(_stop.IsStopped && Plan is not null); task++)
            {
                Do(task);
            }
        }
        else
        {
            // Each thread takes the next task as it comes free. The ranges that Parallel.For would deal out leave one thread with several lanes while another waits.
            var next = -1;
            void DoNext(int thread)
            {
                for (var task = Interlocked.Increment(ref next); task < tasks; task = Interlocked.Increment(ref next))
                {
                    Do(task);
                }
            }

            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, DoNext);
        }
    }

    private void Interrupt()
    {
        foreach (var bound in _bounds)
        {
            bound.Interrupt();
        }
    }

    /// <summary>A bound that searches may meet a better plan as well.</summary>
    private IEnumerable<IPlanSource<TPlan>> Sources => _lanes.Concat(_bounds.OfType<IPlanSource<TPlan>>());

    private void TakeBest()
    {
        var before = Cost;
        foreach (var source in Sources)
        {
            if (source.BestCost < Cost)
            {
                (Cost, Plan) = (source.BestCost, source.Best());
                _secondsToBest = _stop.Seconds;
            }
        }

        if (Cost < before)
        {
            SolverTelemetry.Better<TPlan>();
            SolverLog.BetterPlan<TPlan>(_options, Cost, _work, _stop.Seconds);
        }
    }

    private void TakeBounds()
    {
        var before = Bound;
        foreach (var bound in _bounds)
        {
            if (bound.Bound > Bound)
            {
                (Bound, BoundMethod) = (bound.Bound, bound.Name);
                _secondsToBound = _stop.Seconds;
            }
        }

        if (Bound > before)
        {
            SolverLog.BetterBound<TPlan>(_options, Bound, BoundMethod, _work, _secondsToBound);
        }
    }
}
