using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties.Flows;

/// <summary>Which nodes of a network become one with a neighbour (see <see cref="FlowReduction"/>), and at what difference of price.</summary>
/// <param name="network">The network.</param>
/// <param name="reach">More than any arc carries above its least flow.</param>
internal sealed class NodeMerging(FlowNetwork network, long reach)
{
    // Nodes are merged over arcs with an eighth of the room that would do in any case; whether that was enough shows in the end.
    private const int Guess = 8;

    private readonly int[] into = new int[network.Nodes];
    private readonly int[] up = new int[network.Nodes];
    private readonly long[] offset = new long[network.Nodes];
    private readonly bool[] merged = new bool[network.Arcs];
    private readonly bool[] gone = new bool[network.Arcs];
    private readonly long[] supply = new long[network.Nodes];
    private ArcLists outs = null!;
    private ArcLists ins = null!;
    private readonly List<int> sequence = new(network.Nodes);
    private readonly Queue<int> waiting = new();

    /// <summary>Whether an arc joins two nodes that became one.</summary>
    public bool IsMerged(int arc) => merged[arc];

    /// <summary>The node that stands for this one.</summary>
    public int Stand(int node) => into[node];

    /// <summary>Potential of a node above that of the one that stands for it.</summary>
    public long Offset(int node) => offset[node];

    /// <summary>Whether nothing that goes over an arc can reach its room.</summary>
    public bool IsEndless(long room) => room >= reach;

    public void Run()
    {
        (outs, ins) = (new ArcLists(network.Nodes, network.Arcs, gone), new ArcLists(network.Nodes, network.Arcs, gone));
        network.Supply.CopyTo(supply);
        for (var node = 0; node < network.Nodes; node++)
        {
            (into[node], up[node]) = (node, -1);
        }

        for (var arc = 0; arc < network.Arcs; arc++)
        {
            var (tail, head, least) = (network.Tail[arc], network.Head[arc], network.Lower[arc]);
            supply[tail] -= least;
            supply[head] += least;
            gone[arc] = tail == head || network.Capacity[arc] == least;
            if (!gone[arc])
            {
                outs.Add(tail, arc);
                ins.Add(head, arc);
            }
        }

        for (var node = 0; node < network.Nodes; node++)
        {
            waiting.Enqueue(node);
        }

        while (waiting.TryDequeue(out var node))
        {
            if (into[node] == node)
            {
                _ = (supply[node] <= 0 && Merge(node, ins, outs)) || (supply[node] >= 0 && Merge(node, outs, ins));
            }
        }

        Settle();
    }

    /// <summary>Flows of the arcs between nodes that became one, from those of all others, by balance.</summary>
    /// <returns>Whether these flows keep the capacities.</returns>
    public bool Complete(Span<long> flows)
    {
        var excess = network.Supply.ToArray();
        for (var arc = 0; arc < network.Arcs; arc++)
        {
            if (!merged[arc])
            {
                excess[network.Tail[arc]] -= flows[arc];
                excess[network.Head[arc]] += flows[arc];
            }
        }

        var kept = true;
        for (var k = sequence.Count - 1; k >= 0; k--)
        {
            var node = sequence[k];
            if (up[node] is var arc && arc >= 0)
            {
                var isOut = network.Tail[arc] == node;
                flows[arc] = isOut ? excess[node] : -excess[node];
                excess[isOut ? network.Head[arc] : network.Tail[arc]] += excess[node];
                kept &= flows[arc] >= network.Lower[arc] && flows[arc] <= network.Capacity[arc];
            }
        }

        return kept;
    }

    /// <summary>Makes a node one with its neighbour over the only arc of one side, if that has no limit.</summary>
    private bool Merge(int node, ArcLists single, ArcLists others)
    {
        if (single.Count(node) != 1)
        {
            return false;
        }

        var arc = single.First(node);
        var room = network.Capacity[arc] == FlowNetwork.Unlimited ? FlowNetwork.Unlimited : network.Capacity[arc] - network.Lower[arc];
        if (room < reach / Guess)
        {
            return false;
        }

        var neighbour = Find(single == ins ? network.Tail[arc] : network.Head[arc]);
        if (neighbour == node)
        {
            return false;
        }

        merged[arc] = gone[arc] = true;
        others.Drop(neighbour);
        for (var other = others.First(node); other >= 0; other = others.Next(other))
        {
            // An arc back to the neighbour joins it to itself from now on.
            if (Find(single == ins ? network.Head[other] : network.Tail[other]) == neighbour)
            {
                gone[other] = true;
                others.Drop(node);
                single.Drop(neighbour);
            }
        }

        others.Append(neighbour, node);
        supply[neighbour] += supply[node];
        into[node] = neighbour;
        waiting.Enqueue(neighbour);
        return true;
    }

    private int Find(int node)
    {
        while (into[node] != node)
        {
            node = into[node] = into[into[node]];
        }

        return node;
    }

    /// <summary>
    /// Who stands for each node in the end, and the difference of their potentials. The arcs that joined nodes are a forest; each tree is
    /// walked from the node that stands for the others.
    /// </summary>
    private void Settle()
    {
        var joints = new ArcLists(network.Nodes, network.Arcs);
        var entries = new ArcLists(network.Nodes, network.Arcs);
        for (var arc = 0; arc < network.Arcs; arc++)
        {
            if (merged[arc])
            {
                joints.Add(network.Tail[arc], arc);
                entries.Add(network.Head[arc], arc);
            }
        }

        for (var node = 0; node < network.Nodes; node++)
        {
            if (into[node] == node)
            {
                sequence.Add(node);
            }
        }

        for (var k = 0; k < sequence.Count; k++)
        {
            var node = sequence[k];
            for (var arc = joints.First(node); arc >= 0; arc = joints.Next(arc))
            {
                Reach(network.Head[arc], arc, node, network.Cost[arc]);
            }

            for (var arc = entries.First(node); arc >= 0; arc = entries.Next(arc))
            {
                Reach(network.Tail[arc], arc, node, -network.Cost[arc]);
            }
        }
    }

    private void Reach(int node, int arc, int from, long more)
    {
        if (arc != up[from])
        {
            (into[node], up[node], offset[node]) = (into[from], arc, offset[from] + more);
            sequence.Add(node);
        }
    }
}
