namespace BerthOpt.Kernels.Networks;

/// <summary>Reduced costs of arcs: <c>cost + potential(tail) - potential(head)</c>.</summary>
internal static class ReducedCosts
{
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
    public static int Least<TMode>(ReadOnlySpan<long> cost, ReadOnlySpan<int> tail, ReadOnlySpan<int> head, ReadOnlySpan<sbyte> side, ReadOnlySpan<long> potential, int from, int to)
        where TMode : struct, ISimdMode
    {
        var count = to - from;
        cost = cost.Slice(from, count);
        tail = tail.Slice(from, count);
        head = head.Slice(from, count);
        side = side.Slice(from, count);
        var (least, found) = (0L, -1);
        for (var k = 0; k < count; k++)
        {
            var reduced = side[k] * (cost[k] + potential[tail[k]] - potential[head[k]]);
            if (reduced < least)
            {
                (least, found) = (reduced, from + k);
            }
        }

        return found;
    }
}
