namespace BerthOpt.Search;

/// <summary>The clock of one run: knows when its time is up or its caller has cancelled. Threads may share it.</summary>
internal sealed class StopMonitor
{
    private readonly TimeProvider _time;
    private readonly long _begin;
    private readonly TimeSpan? _limit;
    private readonly CancellationToken _cancellation;
    private volatile bool _finished;

    public StopMonitor(SolverOptions options, CancellationToken cancellation)
    {
        _time = options.TimeProvider;
        _begin = _time.GetTimestamp();
        _limit = options.TimeLimit;
        _cancellation = cancellation;
    }

    /// <summary>Seconds since the start of the run.</summary>
    public double Seconds => _time.GetElapsedTime(_begin).TotalSeconds;

    /// <summary>Whether the caller has cancelled.</summary>
    public bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>Whether the time limit has passed.</summary>
    public bool IsTimeUp => _limit is { } limit && _time.GetElapsedTime(_begin) >= limit;

    /// <summary>Why work must end, once it must.</summary>
    public StopReason Reason => IsCancelled ? StopReason.Cancelled : StopReason.TimeLimit;

    /// <summary>Ends what is being set up, where nothing of it would be of use any more.</summary>
    /// <exception cref="OperationCanceledException">Work must end now.</exception>
    public void ThrowIfStopped()
    {
        if (IsStopped)
        {
            throw new OperationCanceledException("The run has ended.");
        }
    }

    /// <summary>Whether work must end now. Costs a clock reading: ask every few hundred moves, not at each.</summary>
    public bool IsStopped
    {
        get
        {
            if (!_finished && (_cancellation.IsCancellationRequested || IsTimeUp))
            {
                _finished = true;
            }

            return _finished;
        }
    }
}
