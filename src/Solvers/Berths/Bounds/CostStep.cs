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

    /// <summary>The greatest common divisor of two numbers of 0 and more.</summary>
    private static long Divisor(long step, long value)
    {
        while (value != 0 && step != 1)
        {
            (step, value) = (value, step % value);
        }

        return step;
    }
}
