using System.Numerics;

namespace BerthOpt.Berths;

/// <summary>The greatest number that divides the cost of every plan (makespan and constant aside).</summary>
internal static class CostStep
{
    public static long Of(BerthModel model)
    {
        BigInteger step = 0;
        foreach (var call in model.Calls)
        {
            step = new[] { call.WaitingRate, call.StayRate, call.LatenessRate, call.SpeedUpRate, call.CraneRate, call.BaseStartRate, call.BaseCraneRate, call.Optional ? call.RejectionCost : 0 }
                .Aggregate(step, (value, rate) => BigInteger.GreatestCommonDivisor(value, rate));
            foreach (var prices in call.Zones.Select(zone => zone.PlaceCost).OfType<long[]>())
            {
                step = prices.Aggregate(step, (value, price) => BigInteger.GreatestCommonDivisor(value, price));
            }
        }

        return step.IsZero ? 1 : (long)step;
    }

    /// <summary>The least multiple of a step that is not below a cost.</summary>
    public static long Ceiling(long cost, long step)
    {
        var rest = cost % step;
        return cost + (rest > 0 ? step - rest : -rest);
    }
}
