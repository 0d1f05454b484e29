using System.Runtime.CompilerServices;

namespace BerthOpt.Kernels.Networks;

/// <content>One arc enters the tree, one leaves it.</content>
internal sealed partial class NetworkSimplex
{
    private FlowStatus Pivot(long work)
    {
        var until = work > long.MaxValue - Work ? long.MaxValue : Work + work;
        while (Enter() is var entering && entering >= 0)
        {
            if (Exchange(entering))
            {
                Pivots++;
            }
            else if (IsUnbounded(entering))
            {
                return FlowStatus.Unbounded;
            }

            if (Work >= until)
            {
                return FlowStatus.Unknown;
            }
        }

        var status = Unserved() ? FlowStatus.Infeasible : costsAside is not null || (endlessLoop >= 0 && IsUnbounded(endlessLoop)) ? FlowStatus.Unbounded : FlowStatus.Optimal;
        if (costsAside is not null)
        {
            TakeCostsBack();
        }

        return status;
    }

    /// <summary>Whether an artificial arc has flow.</summary>
    private bool Unserved()
    {
        hasSurplus = false;
        var hasShortage = false;
        for (var node = 0; node < root; node++)
        {
            ref readonly var its = ref tree[node];
            hasSurplus |= its.Parent == root && its.Link >= 0 && its.Down > 0;
            hasShortage |= its.Parent == root && its.Link < 0 && its.Up > 0;
        }

        return hasSurplus || hasShortage;
    }

    /// <summary>
    /// Nothing stops the flow round a cycle that pays. That makes the network unbounded if it has a flow at all: while it has none, costs are put aside until
    /// pivots without them tell.
    /// </summary>
    private bool IsUnbounded(int entering)
    {
        ray = Cycle(entering);
        if (!Unserved())
        {
            return true;
        }

        costsAside = (long[])cost.Clone();
        Array.Clear(cost);
        (artificialCost, endlessLoop) = (2, -1);
        Reprice();
        return false;
    }

    /// <summary>Potentials stay as they are: they tell the cut of a network without a flow.</summary>
    private void TakeCostsBack()
    {
        costsAside!.CopyTo(cost, 0);
        (costsAside, costsChanged) = (null, true);
    }

    /// <summary>The arcs of the cycle that an arc closes, from it on round; those passed against their direction as complements (below 0).</summary>
    private int[] Cycle(int entering)
    {
        var forward = side[entering] == AtLower;
        var (here, there) = forward ? (tail[entering], head[entering]) : (head[entering], tail[entering]);
        var (down, up) = (new List<int>(), new List<int> { forward ? entering : ~entering });
        while (here != there)
        {
            if (tree[here].Size < tree[there].Size)
            {
                down.Add(~tree[here].Link);
                here = tree[here].Parent;
            }
            else
            {
                up.Add(tree[there].Link);
                there = tree[there].Parent;
            }
        }

        var arcOf = new int[cost.Length];
        for (var arc = 0; arc < cost.Length; arc++)
        {
            arcOf[place[arc]] = arc;
        }

        down.Reverse();
        return [.. up.Concat(down).Select(slot => slot >= 0 ? arcOf[slot] : ~arcOf[~slot])];
    }

    /// <summary>
    /// Sends what the cycle of an entering arc can carry, and puts the arc in the place of the one that stops it. Of several such the last
    /// one round the cycle, from its top in the direction of the flow, leaves: so the tree stays strongly feasible.
    /// </summary>
    /// <returns>False where nothing stops the flow.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Exchange(int entering)
    {
        var forward = side[entering] == AtLower;
        var (first, second) = forward ? (tail[entering], head[entering]) : (head[entering], tail[entering]);
        var (here, there) = (first, second);
        var (down, up) = (long.MaxValue, long.MaxValue);
        var (downStop, upStop) = (-1, -1);
        var nodes = tree;
        var steps = 0L;
        while (here != there)
        {
            // The node with the fewer below it cannot be above the other.
            ref readonly var one = ref nodes[here];
            ref readonly var two = ref nodes[there];
            if (one.Size < two.Size)
            {
                if (one.Down < down)
                {
                    (down, downStop) = (one.Down, here);
                }

                here = one.Parent;
            }
            else
            {
                if (two.Up <= up)
                {
                    (up, upStop) = (two.Up, there);
                }

                there = two.Parent;
            }

            steps++;
        }

        Work += steps;
        var most = room[entering];
        var amount = Math.Min(most, Math.Min(down, up));
        if (amount >= Endless / 2)
        {
            return false;
        }

        if (amount > 0)
        {
            for (var node = first; node != here; node = nodes[node].Parent)
            {
                nodes[node].Down -= amount;
                nodes[node].Up += amount;
            }

            for (var node = second; node != here; node = nodes[node].Parent)
            {
                nodes[node].Up -= amount;
                nodes[node].Down += amount;
            }
        }

        if (up == amount)
        {
            Hang(upStop, second, first, forward ? ~entering : entering, amount, most - amount, here);
        }
        else if (down < most)
        {
            Hang(downStop, first, second, forward ? entering : ~entering, most - amount, amount, here);
        }
        else
        {
            side[entering] = forward ? AtUpper : AtLower;
        }

        return true;
    }

    /// <summary>Cuts the subtree of <paramref name="top"/> off, hangs it from <paramref name="parent"/> by its node <paramref name="child"/>, and moves its potentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Hang(int top, int child, int parent, int link, long up, long down, int join)
    {
        var entering = link >= 0 ? link : ~link;
        var reduced = cost[entering] + potential[tail[entering]] - potential[head[entering]];
        side[entering] = InTree;
        if (tree[top].Link is var leaving && (leaving >= 0 ? leaving : ~leaving) is var arc && arc < cost.Length)
        {
            // Stopped by the limit in the direction of the flow: up to the parent, or down from it.
            side[arc] = (leaving >= 0) == (tree[top].Up == 0) ? AtUpper : AtLower;
        }

        Reroot(top, child, parent, join, new TreeNode { Parent = parent, Link = link, Up = up, Down = down });
        Shift(child, link >= 0 ? -reduced : reduced);
    }
}
