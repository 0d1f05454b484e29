using System.Numerics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// A lower bound on what some calls cost in any plan of the whole problem. Without the other calls they cost no more; and where only a
/// part of the horizon is looked at, each may instead be left out at the least that it costs to leave after that part. Bounds of
/// disjoint sets of calls add up.
/// </summary>
internal static class PartBound
{
    /// <summary>The bound of the calls of a period, none of which can begin before it, and the last end that they force.</summary>
    /// <param name="period">The calls; all free.</param>
    /// <param name="isWhole">Whether the period reaches to the horizon.</param>
    /// <param name="cost">What the calls cost in the best plan known.</param>
    /// <param name="work">Work that may be done.</param>
    /// <param name="stop">When to end early.</param>
    public static long Of(PeriodProblem period, bool isWhole, long cost, long work, StopMonitor stop)
    {
        var problem = isWhole ? period.Problem : Relaxed(period.Problem);
        if (BerthModel.TryBuild(problem, stop) is not { } model)
        {
            return 0; // costs are never negative
        }

        var bound = new IdealBound(model, 0).Bound;
        try
        {
            var prices = new CellBound(model, 0, stop);
            prices.Run(work, cost, stop);
            return Math.Max(bound, prices.Bound);
        }
        catch (OperationCanceledException) when (stop.IsStopped)
        {
            return bound;
        }
    }

    /// <summary>The least last end of the calls of a period, in its slots; 0 when all may be left out.</summary>
    public static int LastEnd(BerthModel model) =>
        model.Calls.Where(call => !call.Optional && call.Zones.Length > 0).Select(call => call.Earliest + call.Zones.Min(zone => zone.Options.Min(option => option.MinSlots))).DefaultIfEmpty(0).Max();

    /// <summary>The problem in which every call may be left out at no more than it costs to leave behind the horizon.</summary>
    private static BerthProblem Relaxed(BerthProblem problem)
    {
        var model = new BerthModel(problem);
        var weights = problem.Objective;
        return new BerthProblem(problem.Parts with
        {
            Objective = weights with { Rejection = 1, Makespan = 0 },
            Calls = [.. problem.Calls.Select((call, index) => call with
            {
                Optional = true,
                Rates = call.Rates with { Rejection = Rejection(problem, call, model.Calls[index]) },
            })],
        });
    }

    private static long Rejection(BerthProblem problem, Call call, CallModel model)
    {
        var late = LeavingLate(problem, call, model);
        return call.Optional ? Math.Min(late, model.RejectionCost) : late;
    }

    /// <summary>
    /// No stay that ends behind the horizon costs less. Between the arrival and the last start from which it can end just there, waiting and
    /// stay are linear in the start, so one of these two is the cheapest.
    /// </summary>
    private static long LeavingLate(BerthProblem problem, Call call, CallModel model)
    {
        var weights = problem.Objective;
        BigInteger waiting = (BigInteger)weights.Waiting * call.Rates.Waiting * call.Priority;
        BigInteger stay = (BigInteger)weights.Stay * call.Rates.Stay * call.Priority;
        BigInteger lateness = call.Due == Call.Never ? 0 : (BigInteger)weights.Lateness * call.Rates.Lateness * call.Priority;
        long end = problem.Horizon + 1L;
        var over = Math.Max(0, end - call.Arrival);
        var slots = model.Zones.SelectMany(zone => zone.Options).Select(option => (long)option.MaxSlots).Append(0).Max();
        slots = Math.Min(slots, over);
        var time = BigInteger.Min(BigInteger.Min(stay, waiting) * over, (waiting * (over - slots)) + (stay * slots));
        return (long)BigInteger.Min(long.MaxValue >> 20, time + (lateness * Math.Max(0, end - call.Due)));
    }
}
