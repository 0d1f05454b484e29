using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// A bound that is set up when there is a plan, not before: its tables are of the size of quay and horizon, and nobody should wait for
/// them to see a first plan. Setting up looks at the clock.
/// </summary>
/// <param name="create">Sets it up; may end with <see cref="OperationCanceledException"/> when the run has.</param>
internal sealed class DeferredBound(Func<StopMonitor, IBoundProcess> create) : IBoundProcess, IPlanSource<BerthPlan>
{
    private IBoundProcess? _bound;

    public long Bound => _bound?.Bound ?? long.MinValue;

    public string Name => _bound?.Name ?? "none";

    public bool Finished => _bound is { Finished: true };

    public bool ProvesInfeasible => _bound is { ProvesInfeasible: true };

    public long Iterations => _bound?.Iterations ?? 0;

    public long BestCost => (_bound as IPlanSource<BerthPlan>)?.BestCost ?? long.MaxValue;

    /// <summary>Whether it comes from far below and is the better one in the end, so that being behind at first says nothing.</summary>
    public bool LeadsLate => _bound is StayBound;

    public BerthPlan Best() => ((IPlanSource<BerthPlan>)_bound!).Best();

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (upperBound == long.MaxValue)
        {
            return;
        }

        try
        {
            _bound ??= create(stop);
        }
        catch (OperationCanceledException) when (stop.IsStopped)
        {
            return;
        }

        _bound.Run(work, upperBound, stop);
    }
}
