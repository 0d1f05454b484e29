using System.Runtime.CompilerServices;

namespace BerthOpt.Kernels.Networks;

/// <content>The arc that enters: the best of the first block that has one.</content>
internal sealed partial class NetworkSimplex
{
    private readonly int block;
    private int cursor;

    private static int BlockOf(int arcs) => Math.Max(10, (int)Math.Sqrt(arcs));

    /// <summary>Slots for the arcs: neighbours in the network go to different blocks, so that each block sees all of it.</summary>
    private static void Spread(int[] place)
    {
        var arcs = place.Length;
        var stride = Math.Max(1, (int)Math.Sqrt(arcs));
        var slot = 0;
        for (var first = 0; first < stride; first++)
        {
            for (var arc = first; arc < arcs; arc += stride)
            {
                place[arc] = slot++;
            }
        }
    }

    /// <summary>An arc against which the flow pays; -1 when there is none, which makes the flow the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Enter()
    {
        var arcs = cost.Length;
        for (var seen = 0; seen < arcs;)
        {
            var end = Math.Min(arcs, cursor + Math.Min(block, arcs - seen));
            var found = ReducedCosts.Least<Simd>(cost, tail, head, side, potential, cursor, end);
            seen += end - cursor;
            Work += end - cursor;
            cursor = end == arcs ? 0 : end;
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }
}
