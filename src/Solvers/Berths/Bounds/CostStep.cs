using System.Numerics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>The greatest number that divides the cost of every plan (makespan and constant aside).</summary>
internal static class CostStep
{
    public static long Of(BerthModel model, StopMonitor? stop = null)
    {
        long step = 0;
        foreach (var call in model.Calls)
        {
            stop?.ThrowIfStopped();
            foreach (var rate in (ReadOnlySpan<long>)[call.WaitingRate, call.StayRate, call.LatenessRate, call.SpeedUpRate, call.CraneRate, call.BaseStartRate, call.BaseCraneRate, call.Optional ? call.RejectionCost : 0])
            {
                step = Divisor(step, rate);
            }

            foreach (var zone in call.Zones)
            {
                step = zone.PlaceCost is null ? Divisor(step, zone.MinPlaceCost) : step;
                foreach (var price in zone.PlaceCost ?? [])
                {
                    step = Divisor(step, price);
                }
            }
        }

        return step == 0 ? 1 : step;
    }

    /// <summary>The least multiple of a step that is not below a cost.</summary>
    public static long Ceiling(long cost, long step)
    {
        var rest = cost % step;
        return cost + (rest > 0 ? step - rest : -rest);
    }

    // Soon nearly all numbers are multiples of it.
    private static long Divisor(long step, long value) => step > 0 && value % step == 0 ? step : (long)BigInteger.GreatestCommonDivisor(step, value);
}
