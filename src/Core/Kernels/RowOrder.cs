using System.Numerics;

namespace BerthOpt.Kernels;

/// <summary>Kernels over short rows of numbers: which row is nowhere greater, and the greater of two.</summary>
internal static class RowOrder
{
    /// <summary><c>all i: a[i] &lt;= b[i]</c>.</summary>
    public static bool AtMost<TMode>(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
        where TMode : struct, ISimdMode
    {
        b = b[..a.Length];
        var at = 0;
        for (; TMode.UseVectors && at <= a.Length - Vector<int>.Count; at += Vector<int>.Count)
        {
            if (!Vector.LessThanOrEqualAll(new Vector<int>(a[at..]), new Vector<int>(b[at..])))
            {
                return false;
            }
        }

        for (; at < a.Length; at++)
        {
            if (a[at] > b[at])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>row[i] = max(row[i], floor[i])</c>.</summary>
    public static void Raise<TMode>(Span<int> row, ReadOnlySpan<int> floor)
        where TMode : struct, ISimdMode
    {
        floor = floor[..row.Length];
        var at = 0;
        for (; TMode.UseVectors && at <= row.Length - Vector<int>.Count; at += Vector<int>.Count)
        {
            Vector.Max(new Vector<int>(row[at..]), new Vector<int>(floor[at..])).CopyTo(row[at..]);
        }

        for (; at < row.Length; at++)
        {
            row[at] = Math.Max(row[at], floor[at]);
        }
    }
}
