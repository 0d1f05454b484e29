using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels;

/// <summary>
/// The cheapest start of a run of fixed length over priced time: prefix sums give the price of the run, a ramp the cost of its start.
/// </summary>
internal static class RampMin
{
    private const int Lanes = 8;

    /// <summary><c>min over k of high[k] - low[k] + slope * k</c>; <see cref="long.MaxValue"/> for empty spans.</summary>
    /// <remarks>Two sums side by side: the minimum of 64-bit lanes takes three cycles, two loads a vector only one.</remarks>
    public static long Least<TMode>(ReadOnlySpan<long> high, ReadOnlySpan<long> low, long slope)
        where TMode : struct, ISimdMode
    {
        low = low[..high.Length];
        var least = long.MaxValue;
        var k = 0;
        if (TMode.UseVectors && high.Length >= 2 * Lanes)
        {
            var ramp = Vector512<long>.Indices * slope;
            var next = Vector512.Create(Lanes * slope);
            var a = Vector512.Create(long.MaxValue);
            var b = a;
            for (; k <= high.Length - (2 * Lanes); k += 2 * Lanes)
            {
                a = Vector512.Min(a, Vector512.Create(high.Slice(k, Lanes)) - Vector512.Create(low.Slice(k, Lanes)) + ramp);
                ramp += next;
                b = Vector512.Min(b, Vector512.Create(high.Slice(k + Lanes, Lanes)) - Vector512.Create(low.Slice(k + Lanes, Lanes)) + ramp);
                ramp += next;
            }

            a = Vector512.Min(a, b);
            for (var lane = 0; lane < Lanes; lane++)
            {
                least = Math.Min(least, a[lane]);
            }
        }

        for (; k < high.Length; k++)
        {
            least = Math.Min(least, high[k] - low[k] + (slope * k));
        }

        return least;
    }

    /// <summary>The first k with <c>high[k] - low[k] + slope * k == value</c>; -1 when there is none.</summary>
    public static int IndexOf<TMode>(ReadOnlySpan<long> high, ReadOnlySpan<long> low, long slope, long value)
        where TMode : struct, ISimdMode
    {
        low = low[..high.Length];
        var k = 0;
        if (TMode.UseVectors && high.Length >= Lanes)
        {
            var ramp = Vector512<long>.Indices * slope;
            var next = Vector512.Create(Lanes * slope);
            var wanted = Vector512.Create(value);
            while (k <= high.Length - Lanes
                && !Vector512.EqualsAny(Vector512.Create(high.Slice(k, Lanes)) - Vector512.Create(low.Slice(k, Lanes)) + ramp, wanted))
            {
                ramp += next;
                k += Lanes;
            }
        }

        for (; k < high.Length; k++)
        {
            if (high[k] - low[k] + (slope * k) == value)
            {
                return k;
            }
        }

        return -1;
    }
}
