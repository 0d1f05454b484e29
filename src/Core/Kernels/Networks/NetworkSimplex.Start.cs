using System.Runtime.CompilerServices;

namespace BerthOpt.Kernels.Networks;

/// <content>The first tree, and the way back to a tree that carries a flow after changes.</content>
internal sealed partial class NetworkSimplex
{
    private int endlessLoop = -1;

    /// <summary>Changes the cost of an arc.</summary>
    public void SetCost(int arc, long value)
    {
        (costsAside ?? cost)[place[arc]] = network.Cost[arc] = value;
        costsChanged = true;
    }

    /// <summary>Changes the limits of an arc.</summary>
    public void SetLimits(int arc, long lower, long capacity)
    {
        (network.Lower[arc], network.Capacity[arc]) = (lower, capacity);
        room[place[arc]] = Room(lower, capacity);
        flowsChanged = true;
    }

    /// <summary>Changes the capacity of an arc.</summary>
    public void SetCapacity(int arc, long value) => SetLimits(arc, network.Lower[arc], value);

    /// <summary>Changes the supply of a node.</summary>
    public void SetSupply(int node, long value)
    {
        network.Supply[node] = value;
        flowsChanged = true;
    }

    /// <summary>The greatest absolute cost of an arc with which prices of nodes stay in their range: with their drift, and taken one from another.</summary>
    public static long MostCost(int nodes) => (MostDrift / (2 * (nodes + 1L))) - 1;

    /// <summary>Whether no arc costs more than that.</summary>
    public static bool Fits(FlowNetwork network) => !network.Cost.ContainsAnyExceptInRange(-MostCost(network.Nodes), MostCost(network.Nodes));

    private void Prepare()
    {
        if (costsChanged)
        {
            long most = 0;
            for (var arc = 0; arc < cost.Length; arc++)
            {
                most = Math.Max(most, Math.Abs(cost[arc]));
                flowsChanged |= tail[arc] == head[arc];
            }

            artificialCost = checked(2 * (most + 1) * (root + 1L));
        }

        var isNew = !built;
        if (isNew)
        {
            HangAll();
        }

        if (flowsChanged)
        {
            PlaceLoops();
            Refill();
        }

        if (costsChanged || flowsChanged)
        {
            Reprice();
        }

        costsChanged = flowsChanged = false;
        if (isNew)
        {
            Open();
        }
    }

    /// <summary>Each node hangs from the root by its artificial arc.</summary>
    private void HangAll()
    {
        tree[root].Parent = -1;
        for (var node = 0; node < root; node++)
        {
            tree[node].Parent = root;
            tree[node].Link = cost.Length + node;
        }

        List();
        built = flowsChanged = true;
    }

    /// <summary>An arc from a node to itself is on no path: it is full where it pays and empty where not.</summary>
    private void PlaceLoops()
    {
        endlessLoop = -1;
        for (var arc = 0; arc < cost.Length; arc++)
        {
            if (tail[arc] == head[arc])
            {
                var pays = cost[arc] < 0;
                endlessLoop = pays && room[arc] == Endless ? arc : endlessLoop;
                side[arc] = pays && room[arc] < Endless ? AtUpper : AtLower;
            }
        }
    }

    /// <summary>
    /// Gives the tree the flow that the limits outside it and the supplies ask for, from its ends up to the root. An arc that cannot carry
    /// its share, or not in a strongly feasible way, leaves at its limit, and the rest takes the artificial arc of the node.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Refill()
    {
        var excess = new long[root + 1];
        network.Supply.CopyTo(excess);
        for (var arc = 0; arc < cost.Length; arc++)
        {
            if (side[arc] == AtUpper && room[arc] == Endless)
            {
                side[arc] = AtLower;
            }

            if (side[arc] == AtUpper)
            {
                excess[tail[arc]] -= room[arc];
                excess[head[arc]] += room[arc];
            }
        }

        for (var arc = 0; arc < cost.Length; arc++)
        {
            if (network.Lower[arc] is var least && least != 0)
            {
                excess[network.Tail[arc]] -= least;
                excess[network.Head[arc]] += least;
            }
        }

        var cut = false;
        for (var node = back[root]; node != root; node = back[node])
        {
            ref var its = ref tree[node];
            if (its.Parent == root)
            {
                HangFromRoot(node, excess[node]);
                continue;
            }

            var leavesUp = its.Link >= 0;
            var arc = leavesUp ? its.Link : ~its.Link;
            var flow = leavesUp ? excess[node] : -excess[node];
            if (flow >= 0 && flow <= room[arc] && flow != (leavesUp ? room[arc] : 0))
            {
                (its.Up, its.Down) = leavesUp ? (room[arc] - flow, flow) : (flow, room[arc] - flow);
                excess[its.Parent] += excess[node];
                continue;
            }

            var full = flow >= room[arc];
            side[arc] = full ? AtUpper : AtLower;
            var goes = full ? leavesUp ? room[arc] : -room[arc] : 0;
            excess[its.Parent] += goes;
            HangFromRoot(node, excess[node] - goes);
            cut = true;
        }

        if (cut)
        {
            List();
        }
    }

    private void HangFromRoot(int node, long flow)
    {
        ref var its = ref tree[node];
        its.Parent = root;
        (its.Link, its.Up, its.Down) = flow >= 0 ? (cost.Length + node, Endless, flow) : (~(cost.Length + node), -flow, Endless);
    }

    /// <summary>Potentials from the root down: reduced costs of the tree's arcs are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reprice()
    {
        potential[root] = 0;
        for (var node = next[root]; node != root; node = next[node])
        {
            var link = tree[node].Link;
            var arc = link >= 0 ? link : ~link;
            var price = arc < cost.Length ? cost[arc] : link >= 0 ? 0 : artificialCost;
            potential[node] = potential[tree[node].Parent] + (link >= 0 ? -price : price);
        }
    }

    /// <summary>Makes the preorder list, sizes and last nodes anew from the parents; children in the order of their indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void List()
    {
        var (firstChild, sibling) = (back, next);
        Array.Fill(firstChild, -1);
        for (var node = root - 1; node >= 0; node--)
        {
            var parent = tree[node].Parent;
            (sibling[node], firstChild[parent]) = (firstChild[parent], node);
        }

        sibling[root] = -1;
        var order = new int[root + 1];
        var count = 0;
        for (var node = root; node >= 0;)
        {
            order[count++] = node;
            tree[node].Size = 1;
            tree[node].Last = node;
            var down = firstChild[node];
            while (down < 0 && node >= 0)
            {
                down = sibling[node];
                node = tree[node].Parent;
            }

            node = down;
        }

        for (var k = count - 1; k > 0; k--)
        {
            var (node, parent) = (order[k], tree[order[k]].Parent);
            tree[parent].Size += tree[node].Size;
            if (tree[parent].Last == parent)
            {
                tree[parent].Last = tree[node].Last;
            }
        }

        for (var k = 0; k < count; k++)
        {
            Join(order[k], order[k + 1 < count ? k + 1 : 0]);
        }
    }
}
