using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Two bounds of one problem that are good at different quays: prices and branching where it is crowded, clauses over orders where most
/// calls get what they wish. The second runs on a thread of its own; the first steps back while it is behind, and the second is not
/// asked again when it is far behind.
/// </summary>
internal sealed class RacingBounds(DeferredBound priced, OrdersCpSatBound orders) : IBoundProcess, IPlanSource<BerthPlan>
{
    private const int StepBack = 4;

    public long Bound => Math.Max(priced.Bound, orders.Bound);

    public string Name => orders.Bound > priced.Bound ? OrdersCpSatBound.Name : priced.Name;

    public bool Finished => priced.Finished && orders.Finished;

    public long Iterations => priced.Iterations + orders.Iterations;

    public long BestCost => Math.Min(priced.BestCost, orders.BestCost);

    public bool IsBusy => orders.IsBusy;

    public BerthPlan Best() => orders.BestCost < priced.BestCost ? orders.Best() : priced.Best();

    public void Interrupt() => orders.Interrupt();

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (orders.Run(work, upperBound, stop))
        {
            orders.Judge(priced.Bound, upperBound);
        }

        priced.Run(orders.Leads && !priced.LeadsLate ? work / StepBack : work, upperBound, stop);
    }
}
