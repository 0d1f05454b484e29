using BerthOpt.Empties.Flows;

namespace BerthOpt.Empties;

/// <summary>
/// Flows that lead round within one period, over moves that take no time: boxes that are not there could keep each other going. Sending less round never costs
/// more, so such flow is taken out as far as least flows let.
/// </summary>
internal sealed class AtOnceCycles
{
    // The first node of a network over time is its root, where every box ends.
    private const int Root = 0;

    private readonly TimeNetwork network;
    private readonly List<int> arcs = [];
    private readonly Dictionary<int, List<int>> leastRows = [];
    private readonly ArcLists outs;

    public AtOnceCycles(TimeNetwork network)
    {
        this.network = network;
        var flow = network.Flow;
        var candidates = new List<int>();
        for (var arc = 0; arc < flow.Arcs; arc++)
        {
            if (flow.Tail[arc] != Root && flow.Head[arc] != Root && network.Uses[arc].Kind is not (ArcKind.OnHire or ArcKind.OffHire))
            {
                candidates.Add(arc);
            }
        }

        var stays = new bool[flow.Nodes];
        Array.Fill(stays, true);
        Peel(candidates, stays, backwards: false);
        Peel(candidates, stays, backwards: true);
        outs = new ArcLists(flow.Nodes, flow.Arcs);
        foreach (var arc in candidates.Where(arc => stays[network.Flow.Tail[arc]] && stays[network.Flow.Head[arc]]))
        {
            arcs.Add(arc);
            outs.Add(flow.Tail[arc], arc);
        }

        if (arcs.Count > 0)
        {
            CollectLeastRows();
        }
    }

    /// <summary>Whether any flow could lead round.</summary>
    public bool ArePossible => arcs.Count > 0;

    /// <summary>Takes flow that leads round out of a flow, but for what least flows ask for.</summary>
    public void Cancel(Span<long> flow)
    {
        while (Find(flow) is { } cycle)
        {
            var amount = long.MaxValue;
            foreach (var arc in cycle)
            {
                amount = Math.Min(amount, Spare(arc, flow));
            }

            foreach (var arc in cycle)
            {
                flow[arc] -= amount;
            }
        }
    }

    /// <summary>Takes nodes away that nothing enters (or leaves) from those that are left.</summary>
    private void Peel(List<int> candidates, bool[] stays, bool backwards)
    {
        var from = backwards ? network.Flow.Head : network.Flow.Tail;
        var to = backwards ? network.Flow.Tail : network.Flow.Head;
        var (next, entries) = (new ArcLists(stays.Length, network.Flow.Arcs), new int[stays.Length]);
        foreach (var arc in candidates)
        {
            if (stays[from[arc]] && stays[to[arc]])
            {
                next.Add(from[arc], arc);
                entries[to[arc]]++;
            }
        }

        var free = new Queue<int>(Enumerable.Range(0, stays.Length).Where(node => stays[node] && entries[node] == 0));
        while (free.TryDequeue(out var node))
        {
            stays[node] = false;
            for (var arc = next.First(node); arc >= 0; arc = next.Next(arc))
            {
                if (--entries[to[arc]] == 0)
                {
                    free.Enqueue(to[arc]);
                }
            }
        }
    }

    private void CollectLeastRows()
    {
        var on = arcs.ToHashSet();
        for (var row = 0; row < network.Rows.Count; row++)
        {
            var its = network.Rows.Arcs(row);
            for (var index = 0; index < its.Length; index++)
            {
                if (network.Rows.Weights(row)[index] < 0 && on.Contains(its[index]))
                {
                    (leastRows.TryGetValue(its[index], out var rows) ? rows : leastRows[its[index]] = []).Add(row);
                }
            }
        }
    }

    /// <summary>By how much the flow of an arc may fall.</summary>
    private long Spare(int arc, ReadOnlySpan<long> flow)
    {
        var spare = flow[arc] - network.Flow.Lower[arc];
        foreach (var row in leastRows.GetValueOrDefault(arc) ?? [])
        {
            // Several arcs of one row may lie on one cycle: each may take its share of what the row can spare.
            spare = Math.Min(spare, (network.Rows.Limit(row) - network.Rows.Sum(row, flow)) / network.Rows.Arcs(row).Length);
        }

        return spare;
    }

    /// <summary>A cycle of arcs whose flow can fall, by going on until a node comes again.</summary>
    private List<int>? Find(ReadOnlySpan<long> flow)
    {
        var seen = new Dictionary<int, bool>();
        var (path, nodes) = (new List<int>(), new List<int>());
        foreach (var start in arcs)
        {
            if (seen.ContainsKey(network.Flow.Tail[start]))
            {
                continue;
            }

            var next = new Stack<int>();
            nodes.Add(network.Flow.Tail[start]);
            seen[network.Flow.Tail[start]] = true;
            next.Push(outs.First(nodes[^1]));
            while (next.TryPop(out var arc))
            {
                while (arc >= 0 && Spare(arc, flow) <= 0)
                {
                    arc = outs.Next(arc);
                }

                if (arc < 0)
                {
                    seen[nodes[^1]] = false;
                    nodes.RemoveAt(nodes.Count - 1);
                    if (path.Count > 0)
                    {
                        path.RemoveAt(path.Count - 1);
                    }

                    continue;
                }

                next.Push(outs.Next(arc));
                var to = network.Flow.Head[arc];
                if (!seen.TryGetValue(to, out var onPath))
                {
                    seen[to] = true;
                    nodes.Add(to);
                    path.Add(arc);
                    next.Push(outs.First(to));
                }
                else if (onPath)
                {
                    path.Add(arc);
                    return path[nodes.IndexOf(to)..];
                }
            }
        }

        return null;
    }
}
