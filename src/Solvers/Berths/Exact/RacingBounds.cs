using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Two bounds of one problem that are good at different quays: prices and branching where it is crowded, clauses over orders where most
/// calls get what they wish. The second runs on a thread of its own; the first steps back while it is behind, and the second is not
/// asked again when it is far behind. Where the best plan stays as it is, half of the first one's work goes into windows of that plan.
/// </summary>
internal sealed class RacingBounds(DeferredBound priced, OrdersCpSatBound orders, WindowCpSat? windows) : IBoundProcess, IPlanSource<BerthPlan>
{
    private const int StepBack = 4;

    public long Bound => Math.Max(priced.Bound, orders.Bound);

    public string Name => orders.Bound > priced.Bound ? OrdersCpSatBound.Name : priced.Name;

    public bool Finished => priced.Finished && orders.Finished;

    public long Iterations => priced.Iterations + orders.Iterations;

    public long BestCost => Math.Min(windows?.BestCost ?? long.MaxValue, BoundsBestCost);

    public bool IsBusy => orders.IsBusy;

    private long BoundsBestCost => Math.Min(priced.BestCost, orders.BestCost);

    public BerthPlan Best() => windows?.BestCost <= BoundsBestCost ? windows.Best() : BoundsBest();

    public void Adopt(BerthPlan plan, long cost) => windows?.Adopt(plan, cost);

    public void Interrupt() => orders.Interrupt();

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (orders.Run(work, upperBound, stop))
        {
            orders.Judge(priced.Bound, upperBound);
        }

        if (windows?.BestCost > BoundsBestCost)
        {
            windows.Adopt(BoundsBest(), BoundsBestCost);
        }

        var share = orders.Leads && !priced.LeadsLate ? work / StepBack : work;
        priced.Run(windows?.Run(work, share, stop) ?? share, upperBound, stop);
    }

    private BerthPlan BoundsBest() => orders.BestCost < priced.BestCost ? orders.Best() : priced.Best();
}
