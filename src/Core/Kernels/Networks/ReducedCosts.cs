using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels.Networks;

/// <summary>Reduced costs of arcs: <c>cost + potential(tail) - potential(head)</c>.</summary>
internal static class ReducedCosts
{
    private const int Lanes = 8;

    /// <summary>
    /// The first arc of <c>[from, to)</c> with the least <c>side * (cost + potential[tail] - potential[head])</c> below 0; -1 when none is below 0.
    /// </summary>
    /// <param name="cost">Cost of each arc.</param>
    /// <param name="tail">The node that each arc leaves.</param>
    /// <param name="head">The node that each arc enters.</param>
    /// <param name="side">1 where more flow would go through the arc, -1 where less, 0 where it stays.</param>
    /// <param name="potential">Potential of each node.</param>
    /// <param name="from">First arc.</param>
    /// <param name="to">First arc behind.</param>
    /// <remarks>The potentials of both ends are single loads in any case, two an arc: vectors save little, the rest of the arithmetic alone.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Least<TMode>(ReadOnlySpan<long> cost, ReadOnlySpan<int> tail, ReadOnlySpan<int> head, ReadOnlySpan<sbyte> side, ReadOnlySpan<long> potential, int from, int to)
        where TMode : struct, ISimdMode
    {
        var count = to - from;
        cost = cost.Slice(from, count);
        tail = tail.Slice(from, count);
        head = head.Slice(from, count);
        side = side.Slice(from, count);
        var (least, found) = (0L, -1);
        var k = 0;
        if (TMode.UseVectors && count >= Lanes)
        {
            var best = Vector512<long>.Zero;
            var at = Vector512<long>.Zero;
            var here = Vector512<long>.Indices;
            for (; k <= count - Lanes; k += Lanes)
            {
                var reduced = Sides(side.Slice(k, Lanes)) * (Vector512.Create(cost.Slice(k, Lanes)) + Gather(potential, tail.Slice(k, Lanes)) - Gather(potential, head.Slice(k, Lanes)));
                at = Vector512.ConditionalSelect(Vector512.LessThan(reduced, best), here, at);
                best = Vector512.Min(best, reduced);
                here += Vector512.Create((long)Lanes);
            }

            for (var lane = 0; lane < Lanes; lane++)
            {
                if (best[lane] < least || (best[lane] == least && least < 0 && at[lane] < found))
                {
                    (least, found) = (best[lane], (int)at[lane]);
                }
            }
        }

        for (; k < count; k++)
        {
            var reduced = side[k] * (cost[k] + potential[tail[k]] - potential[head[k]]);
            if (reduced < least)
            {
                (least, found) = (reduced, k);
            }
        }

        return found < 0 ? found : from + found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Gather(ReadOnlySpan<long> values, ReadOnlySpan<int> at) =>
        Vector512.Create(values[at[0]], values[at[1]], values[at[2]], values[at[3]], values[at[4]], values[at[5]], values[at[6]], values[at[7]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Sides(ReadOnlySpan<sbyte> side)
    {
        var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalar(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(side))).AsSByte()));
        return Vector512.WidenLower(Vector512.Create(Vector256.Create(low, high), Vector256<int>.Zero));
    }
}
