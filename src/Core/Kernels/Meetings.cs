using System.Numerics;
using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels;

/// <summary>Extremes over the intervals <c>[from[i], to[i])</c> that meet a given one, <c>[start, end)</c>.</summary>
internal static class Meetings
{
    /// <summary><c>max(least, max of values[i] over all i with from[i] &lt; end and start &lt; to[i])</c>.</summary>
    public static int Max<TMode>(ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<int> values, int start, int end, int least)
        where TMode : struct, ISimdMode
    {
        to = to[..from.Length];
        values = values[..from.Length];
        var index = 0;
        if (TMode.UseVectors && from.Length >= Vector256<int>.Count)
        {
            // Selecting beats branching: whether two calls meet is close to a coin toss.
            var (starts, ends) = (Vector256.Create(start), Vector256.Create(end));
            var floor = Vector256.Create(least);
            var best = floor;
            for (; index <= from.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                var meets = Vector256.LessThan(Vector256.Create(from[index..]), ends) & Vector256.LessThan(starts, Vector256.Create(to[index..]));
                best = Vector256.Max(best, Vector256.ConditionalSelect(meets, Vector256.Create(values[index..]), floor));
            }

            var half = Vector128.Max(best.GetLower(), best.GetUpper());
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
            least = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)))[0];
        }

        for (; index < from.Length; index++)
        {
            if (from[index] < end && start < to[index])
            {
                least = Math.Max(least, values[index]);
            }
        }

        return least;
    }

    /// <summary><c>min(most, min of values[i] over all i with from[i] &lt; end and start &lt; to[i])</c>.</summary>
    public static int Min<TMode>(ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<int> values, int start, int end, int most)
        where TMode : struct, ISimdMode
    {
        to = to[..from.Length];
        values = values[..from.Length];
        var index = 0;
        if (TMode.UseVectors && from.Length >= Vector256<int>.Count)
        {
            var (starts, ends) = (Vector256.Create(start), Vector256.Create(end));
            var ceiling = Vector256.Create(most);
            var best = ceiling;
            for (; index <= from.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                var meets = Vector256.LessThan(Vector256.Create(from[index..]), ends) & Vector256.LessThan(starts, Vector256.Create(to[index..]));
                best = Vector256.Min(best, Vector256.ConditionalSelect(meets, Vector256.Create(values[index..]), ceiling));
            }

            var half = Vector128.Min(best.GetLower(), best.GetUpper());
            half = Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
            most = Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)))[0];
        }

        for (; index < from.Length; index++)
        {
            if (from[index] < end && start < to[index])
            {
                most = Math.Min(most, values[index]);
            }
        }

        return most;
    }

    /// <summary>Writes the indexes of all intervals that meet <c>[start, end)</c> to <paramref name="found"/>, in ascending order.</summary>
    /// <returns>Their number.</returns>
    public static int Find<TMode>(ReadOnlySpan<int> from, ReadOnlySpan<int> to, int start, int end, Span<int> found)
        where TMode : struct, ISimdMode
    {
        to = to[..from.Length];
        found = found[..from.Length];
        var count = 0;
        var index = 0;
        if (TMode.UseVectors)
        {
            var (starts, ends) = (Vector256.Create(start), Vector256.Create(end));
            for (; index <= from.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                var meets = Vector256.LessThan(Vector256.Create(from[index..]), ends) & Vector256.LessThan(starts, Vector256.Create(to[index..]));
                for (var bits = meets.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                {
                    found[count++] = index + BitOperations.TrailingZeroCount(bits);
                }
            }
        }

        for (; index < from.Length; index++)
        {
            if (from[index] < end && start < to[index])
            {
                found[count++] = index;
            }
        }

        return count;
    }
}
