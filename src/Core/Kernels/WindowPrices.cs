using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels;

/// <summary>
/// Prices of rectangles from two rows of a summed-area table. All arithmetic wraps around in 32 bits: prefix sums may overflow,
/// but a difference of them is exact as long as the sum over the rectangle itself fits, so no price is ever rounded.
/// </summary>
internal static class WindowPrices
{
    /// <summary>
    /// <c>min over x in [from, to) of place[x] + (late[x + width] - early[x + width]) - (late[x] - early[x])</c>,
    /// with wrapping subtraction; <see cref="int.MaxValue"/> for an empty range.
    /// </summary>
    public static int Min<TMode>(ReadOnlySpan<int> place, ReadOnlySpan<int> early, ReadOnlySpan<int> late, int width, int from, int to)
        where TMode : struct, ISimdMode
    {
        if (from >= to)
        {
            return int.MaxValue;
        }

        place = place[from..to];
        var earlyLeft = early[from..to];
        var lateLeft = late[from..to];
        var earlyRight = early.Slice(from + width, to - from);
        var lateRight = late.Slice(from + width, to - from);
        var least = int.MaxValue;
        var x = 0;
        if (TMode.UseVectors && place.Length >= 16)
        {
            // Five loads and four additions a vector: bound by the load ports, so the rows should stay in the first-level cache.
            var best = Vector512.Create(int.MaxValue);
            for (; x <= place.Length - 16; x += 16)
            {
                best = Vector512.Min(best, Price(place, earlyLeft, lateLeft, earlyRight, lateRight, x));
            }

            if (x < place.Length)
            {
                best = Vector512.Min(best, Price(place, earlyLeft, lateLeft, earlyRight, lateRight, place.Length - 16));
            }

            var half = Vector256.Min(best.GetLower(), best.GetUpper());
            var quarter = Vector128.Min(half.GetLower(), half.GetUpper());
            for (var lane = 0; lane < 4; lane++)
            {
                least = Math.Min(least, quarter[lane]);
            }

            return least;
        }

        for (; x < place.Length; x++)
        {
            least = Math.Min(least, unchecked(place[x] + (lateRight[x] - earlyRight[x]) - (lateLeft[x] - earlyLeft[x])));
        }

        return least;
    }

    /// <summary>The first x of <c>[from, to)</c> whose price is <paramref name="price"/>; -1 when there is none.</summary>
    public static int IndexOf(ReadOnlySpan<int> place, ReadOnlySpan<int> early, ReadOnlySpan<int> late, int width, int from, int to, int price)
    {
        for (var x = from; x < to; x++)
        {
            if (unchecked(place[x] + (late[x + width] - early[x + width]) - (late[x] - early[x])) == price)
            {
                return x;
            }
        }

        return -1;
    }

    private static Vector512<int> Price(ReadOnlySpan<int> place, ReadOnlySpan<int> earlyLeft, ReadOnlySpan<int> lateLeft, ReadOnlySpan<int> earlyRight, ReadOnlySpan<int> lateRight, int x) =>
        Vector512.Create(place.Slice(x, 16))
        + (Vector512.Create(lateRight.Slice(x, 16)) - Vector512.Create(earlyRight.Slice(x, 16)))
        - (Vector512.Create(lateLeft.Slice(x, 16)) - Vector512.Create(earlyLeft.Slice(x, 16)));

    /// <summary><c>next[x + 1] = row[x + 1] + (price[0] + ... + price[x])</c>, wrapping: the next row of a summed-area table.</summary>
    public static void AddRow(ReadOnlySpan<int> row, ReadOnlySpan<int> prices, Span<int> next)
    {
        var sum = 0;
        next[0] = row[0];
        for (var x = 0; x < prices.Length; x++)
        {
            sum = unchecked(sum + prices[x]);
            next[x + 1] = unchecked(row[x + 1] + sum);
        }
    }
}
