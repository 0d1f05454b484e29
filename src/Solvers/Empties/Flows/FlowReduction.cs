using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties.Flows;

/// <summary>
/// A smaller network with the same best flows. A node with one arc in, without a limit that could bind, and no supply sends on what comes
/// that way and nothing else: it becomes one with the node before it, and its other arcs pay for the way. The same holds for one arc out
/// and no demand. So days without a call fall out of a network in time and space (chain contraction; compare the node reductions of
/// Bradley, Brown and Graves 1977). Arcs that carry the same whatever is planned are left out, parallel ones of equal cost become one.
/// </summary>
internal sealed class FlowReduction
{
    // Where fewer than one node in thirty are such, making a smaller network takes longer than it saves.
    private const int LeastShare = 30;

    private readonly FlowNetwork network;
    private readonly NodeMerging merging;
    private readonly List<int> order = [];
    private readonly int[] slot;
    private readonly long[] flow;
    private readonly int[] reducedNode;

    public FlowReduction(FlowNetwork network)
    {
        this.network = network;
        flow = network.Lower.ToArray();
        slot = new int[network.Arcs];
        reducedNode = new int[network.Nodes];
        merging = new NodeMerging(network, FlowReach.Of(network));
        merging.Run();
        Reduced = Build();
    }

    /// <summary>Whether enough nodes have one arc on a side, so that a smaller network is worth the work of making it.</summary>
    public static bool Pays(FlowNetwork network)
    {
        var (outs, ins, single) = (new int[network.Nodes], new int[network.Nodes], 0);
        for (var arc = 0; arc < network.Arcs; arc++)
        {
            outs[network.Tail[arc]]++;
            ins[network.Head[arc]]++;
        }

        for (var node = 0; node < network.Nodes; node++)
        {
            single += (ins[node] == 1 && network.Supply[node] <= 0) || (outs[node] == 1 && network.Supply[node] >= 0) ? 1 : 0;
        }

        return single * LeastShare > network.Nodes;
    }

    /// <summary>The smaller network.</summary>
    public FlowNetwork Reduced { get; }

    /// <summary>The node that stands for one of the network.</summary>
    public int Stand(int node) => reducedNode[node];

    /// <summary>Flows of the network from those of the smaller one.</summary>
    /// <param name="reduced">The flow of each arc of the smaller one.</param>
    /// <returns>One flow an arc; null where an arc that was taken for endless is not: then the network itself must be solved.</returns>
    public long[]? Flows(Func<int, long> reduced)
    {
        var flows = (long[])flow.Clone();
        var left = new long[Reduced.Arcs];
        for (var arc = 0; arc < left.Length; arc++)
        {
            left[arc] = reduced(arc);
        }

        foreach (var arc in order)
        {
            var room = network.Capacity[arc] == FlowNetwork.Unlimited ? long.MaxValue : network.Capacity[arc] - network.Lower[arc];
            var part = Math.Min(left[slot[arc]], room);
            flows[arc] += part;
            left[slot[arc]] -= part;
        }

        return left.All(rest => rest == 0) && merging.Complete(flows) ? flows : null;
    }

    /// <summary>Potentials of the network from those of the smaller one.</summary>
    public long[] Potentials(Func<int, long> reduced)
    {
        var potentials = new long[network.Nodes];
        for (var node = 0; node < potentials.Length; node++)
        {
            potentials[node] = reduced(reducedNode[node]) + merging.Offset(node);
        }

        return potentials;
    }

    private FlowNetwork Build()
    {
        var small = new FlowNetwork(network.Nodes, network.Arcs);
        for (var node = 0; node < network.Nodes; node++)
        {
            reducedNode[node] = merging.Stand(node) == node ? small.AddNode() : -1;
        }

        for (var node = 0; node < network.Nodes; node++)
        {
            var stand = reducedNode[node] = reducedNode[merging.Stand(node)];
            small.Supply[stand] += network.Supply[node];
        }

        for (var arc = 0; arc < network.Arcs; arc++)
        {
            if (network.Lower[arc] is var least && least != 0)
            {
                small.Supply[reducedNode[network.Tail[arc]]] -= least;
                small.Supply[reducedNode[network.Head[arc]]] += least;
            }

            if (!merging.IsMerged(arc))
            {
                Take(arc);
            }
        }

        Join(small);
        return small;
    }

    /// <summary>Takes an arc over, or fixes its flow where nothing else depends on it.</summary>
    private void Take(int arc)
    {
        var room = network.Capacity[arc] == FlowNetwork.Unlimited ? FlowNetwork.Unlimited : network.Capacity[arc] - network.Lower[arc];
        var loop = reducedNode[network.Tail[arc]] == reducedNode[network.Head[arc]];
        if (room == 0 || (loop && Cost(arc) >= 0))
        {
            return;
        }

        if (loop && room != FlowNetwork.Unlimited)
        {
            flow[arc] += room;
            return;
        }

        order.Add(arc);
    }

    /// <summary>Adds the arcs that are left; those with the same ends and cost as one, and none beside a cheaper one without a limit.</summary>
    private void Join(FlowNetwork small)
    {
        SortBy(arc => reducedNode[network.Head[arc]], small.Nodes);
        SortBy(arc => reducedNode[network.Tail[arc]], small.Nodes);
        SortByCost();
        var kept = 0;
        var last = -1;
        for (var k = 0; k < order.Count; k++)
        {
            var arc = order[k];
            var (tail, head, cost) = (reducedNode[network.Tail[arc]], reducedNode[network.Head[arc]], Cost(arc));
            var room = network.Capacity[arc] == FlowNetwork.Unlimited ? FlowNetwork.Unlimited : network.Capacity[arc] - network.Lower[arc];
            var beside = last >= 0 && small.Tail[last] == tail && small.Head[last] == head;
            if (beside && merging.IsEndless(small.Capacity[last]))
            {
                continue;
            }

            if (beside && small.Cost[last] == cost)
            {
                small.Capacity[last] = room == FlowNetwork.Unlimited ? room : small.Capacity[last] + room;
            }
            else
            {
                last = small.AddArc(tail, head, 0, room, cost);
            }

            slot[arc] = last;
            order[kept++] = arc;
        }

        order.RemoveRange(kept, order.Count - kept);
    }

    /// <summary>Sorts the arcs that are left by a node, those of the same node as they were.</summary>
    private void SortBy(Func<int, int> node, int nodes)
    {
        var start = new int[nodes + 1];
        foreach (var arc in order)
        {
            start[node(arc) + 1]++;
        }

        for (var k = 0; k < nodes; k++)
        {
            start[k + 1] += start[k];
        }

        var sorted = new int[order.Count];
        foreach (var arc in order)
        {
            sorted[start[node(arc)]++] = arc;
        }

        order.Clear();
        order.AddRange(sorted);
    }

    /// <summary>Sorts those with the same ends by cost, then by index.</summary>
    private void SortByCost()
    {
        for (var from = 0; from < order.Count;)
        {
            var to = from + 1;
            while (to < order.Count && reducedNode[network.Tail[order[to]]] == reducedNode[network.Tail[order[from]]] && reducedNode[network.Head[order[to]]] == reducedNode[network.Head[order[from]]])
            {
                to++;
            }

            if (to - from > 1)
            {
                order.Sort(from, to - from, Comparer<int>.Create((one, two) => Cost(one).CompareTo(Cost(two)) is var by && by != 0 ? by : one.CompareTo(two)));
            }

            from = to;
        }
    }

    private long Cost(int arc) => network.Cost[arc] + merging.Offset(network.Tail[arc]) - merging.Offset(network.Head[arc]);
}
