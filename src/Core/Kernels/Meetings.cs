using System.Numerics;

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
        if (TMode.UseVectors && from.Length >= Vector<int>.Count)
        {
            // Selecting beats branching: whether two calls meet is close to a coin toss.
            var (starts, ends) = (new Vector<int>(start), new Vector<int>(end));
            var floor = new Vector<int>(least);
            var best = floor;
            for (; index <= from.Length - Vector<int>.Count; index += Vector<int>.Count)
            {
                var meets = Vector.LessThan(new Vector<int>(from[index..]), ends) & Vector.LessThan(starts, new Vector<int>(to[index..]));
                best = Vector.Max(best, Vector.ConditionalSelect(meets, new Vector<int>(values[index..]), floor));
            }

            for (var lane = 0; lane < Vector<int>.Count; lane++)
            {
                least = Math.Max(least, best[lane]);
            }
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
        if (TMode.UseVectors && from.Length >= Vector<int>.Count)
        {
            var (starts, ends) = (new Vector<int>(start), new Vector<int>(end));
            var ceiling = new Vector<int>(most);
            var best = ceiling;
            for (; index <= from.Length - Vector<int>.Count; index += Vector<int>.Count)
            {
                var meets = Vector.LessThan(new Vector<int>(from[index..]), ends) & Vector.LessThan(starts, new Vector<int>(to[index..]));
                best = Vector.Min(best, Vector.ConditionalSelect(meets, new Vector<int>(values[index..]), ceiling));
            }

            for (var lane = 0; lane < Vector<int>.Count; lane++)
            {
                most = Math.Min(most, best[lane]);
            }
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
}
