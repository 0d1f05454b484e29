using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties.Flows;

/// <summary>How much an arc may have to carry.</summary>
internal static class FlowReach
{
    /// <summary>
    /// More than any arc of some best flow carries above its least flow. A flow is paths from supplies to demands, and cycles; only cycles
    /// that pay are of use, and only arcs between nodes that no peeling of sources and sinks removes can be on one: in a network in time
    /// and space there are none.
    /// </summary>
    public static long Of(FlowNetwork network)
    {
        var inCycle = MayBeOnCycles(network);
        Int128 gives = 0, takes = 0, moved = 0;
        foreach (var supply in network.Supply)
        {
            gives += Math.Max(0, supply);
            takes -= Math.Min(0, supply);
        }

        Int128 paying = 0, all = 0;
        var open = false;
        for (var arc = 0; arc < network.Arcs; arc++)
        {
            moved += Int128.Abs(network.Lower[arc]);
            if (!inCycle[network.Tail[arc]] || !inCycle[network.Head[arc]])
            {
                continue;
            }

            if (network.Capacity[arc] == FlowNetwork.Unlimited)
            {
                open |= network.Cost[arc] < 0;
                continue;
            }

            var room = (Int128)network.Capacity[arc] - network.Lower[arc];
            all += room;
            paying += network.Cost[arc] < 0 ? room : 0;
        }

        return (long)Int128.Min(Int128.Max(gives, takes) + moved + (open ? all : paying) + 1, long.MaxValue / 8);
    }

    private static bool[] MayBeOnCycles(FlowNetwork network)
    {
        var stays = new bool[network.Nodes];
        Array.Fill(stays, true);
        Peel(network, network.Tail, network.Head, stays);
        Peel(network, network.Head, network.Tail, stays);
        return stays;
    }

    /// <summary>Takes nodes away that no arc enters from one that is left, as long as there are such.</summary>
    private static void Peel(FlowNetwork network, ReadOnlySpan<int> from, ReadOnlySpan<int> to, bool[] stays)
    {
        var outs = new ArcLists(network.Nodes, network.Arcs);
        var entries = new int[network.Nodes];
        for (var arc = 0; arc < network.Arcs; arc++)
        {
            if (network.Capacity[arc] > network.Lower[arc] && stays[from[arc]] && stays[to[arc]])
            {
                outs.Add(from[arc], arc);
                entries[to[arc]]++;
            }
        }

        var free = new Queue<int>();
        for (var node = 0; node < network.Nodes; node++)
        {
            if (stays[node] && entries[node] == 0)
            {
                free.Enqueue(node);
            }
        }

        while (free.TryDequeue(out var node))
        {
            stays[node] = false;
            for (var arc = outs.First(node); arc >= 0; arc = outs.Next(arc))
            {
                if (--entries[to[arc]] == 0)
                {
                    free.Enqueue(to[arc]);
                }
            }
        }
    }
}
