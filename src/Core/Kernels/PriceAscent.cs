using System.Numerics;
using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels;

/// <summary>A step of subgradient ascent on prices of 0 or more: up where more is used than there is, down where less.</summary>
internal static class PriceAscent
{
    /// <summary>Squared length of <c>usage - capacity</c>, without those that would take a price of 0 below it.</summary>
    public static float SquaredNorm(ReadOnlySpan<float> prices, ReadOnlySpan<float> usage, ReadOnlySpan<float> capacity)
    {
        usage = usage[..prices.Length];
        capacity = capacity[..prices.Length];
        var sums = Vector256<float>.Zero;
        var index = 0;
        for (; index <= prices.Length - Vector256<float>.Count; index += Vector256<float>.Count)
        {
            var excess = Vector256.Create(usage[index..]) - Vector256.Create(capacity[index..]);
            var counts = Vector256.GreaterThan(excess, Vector256<float>.Zero) | Vector256.GreaterThan(Vector256.Create(prices[index..]), Vector256<float>.Zero);
            excess = Vector256.ConditionalSelect(counts, excess, Vector256<float>.Zero);
            sums += excess * excess;
        }

        // Always eight sums, added in one order: the result is the same whatever vectors the machine has.
        var norm = 0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            norm += sums[lane];
        }

        for (; index < prices.Length; index++)
        {
            var excess = usage[index] - capacity[index];
            norm += excess > 0 || prices[index] > 0 ? excess * excess : 0;
        }

        return norm;
    }

    /// <summary><c>prices = clamp(prices + step * (usage - capacity), 0, limit)</c>.</summary>
    public static void Step(Span<float> prices, ReadOnlySpan<float> usage, ReadOnlySpan<float> capacity, ReadOnlySpan<float> limit, float step)
    {
        usage = usage[..prices.Length];
        capacity = capacity[..prices.Length];
        limit = limit[..prices.Length];
        var steps = new Vector<float>(step);
        var index = 0;
        for (; index <= prices.Length - Vector<float>.Count; index += Vector<float>.Count)
        {
            var excess = new Vector<float>(usage[index..]) - new Vector<float>(capacity[index..]);
            var moved = new Vector<float>(prices[index..]) + (steps * excess);
            Vector.Min(Vector.Max(moved, Vector<float>.Zero), new Vector<float>(limit[index..])).CopyTo(prices[index..]);
        }

        for (; index < prices.Length; index++)
        {
            prices[index] = Math.Min(Math.Max(prices[index] + (step * (usage[index] - capacity[index])), 0), limit[index]);
        }
    }

    /// <summary>Rounds prices down to whole numbers.</summary>
    /// <returns>What the capacities are worth at these: the sum of price times capacity.</returns>
    public static long Round(ReadOnlySpan<float> prices, ReadOnlySpan<float> capacity, Span<int> whole)
    {
        capacity = capacity[..prices.Length];
        whole = whole[..prices.Length];
        var index = 0;
        var (low, high) = (Vector<long>.Zero, Vector<long>.Zero);
        for (; index <= prices.Length - Vector<int>.Count; index += Vector<int>.Count)
        {
            var price = Vector.ConvertToInt32(new Vector<float>(prices[index..]));
            price.CopyTo(whole[index..]);
            Vector.Widen(price, out var lowPrice, out var highPrice);
            Vector.Widen(Vector.ConvertToInt32(new Vector<float>(capacity[index..])), out var lowRoom, out var highRoom);
            low += lowPrice * lowRoom;
            high += highPrice * highRoom;
        }

        var worth = Vector.Sum(low + high);
        for (; index < prices.Length; index++)
        {
            var price = (int)prices[index];
            whole[index] = price;
            worth += price * (long)capacity[index];
        }

        return worth;
    }
}
