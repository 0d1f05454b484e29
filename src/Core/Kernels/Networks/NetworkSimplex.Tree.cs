using System.Runtime.CompilerServices;

namespace BerthOpt.Kernels.Networks;

/// <content>The tree and its preorder.</content>
internal sealed partial class NetworkSimplex
{
    /// <summary>
    /// Takes the subtree of <paramref name="top"/> from its place and hangs it behind <paramref name="parent"/>, turned so that
    /// <paramref name="child"/> is its top. The subtrees of the nodes from child up to top lie inside each other in the preorder; each
    /// gives what the one below it has not, so the list is cut and joined at as many places as that path has nodes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reroot(int top, int child, int parent, int join, TreeNode joint)
    {
        var nodes = tree;
        var count = nodes[top].Size;
        var last = nodes[top].Last;
        TakeOut(top, count, last, join);
        var (node, hung) = (child, joint);
        var (end, belowAhead, belowLast, belowRest, belowSize) = (-1, -1, -1, -1, 0);
        while (true)
        {
            ref var here = ref nodes[node];
            var (size, its, above, ahead) = (here.Size, here.Last, here.Parent, back[node]);
            var rest = its == belowLast ? belowRest : next[its];
            if (node == child)
            {
                end = its;
            }
            else
            {
                // This node and what comes before the part below; then what comes behind that part.
                Join(end, node);
                end = belowAhead;
                if (its != belowLast)
                {
                    Join(end, belowRest);
                    end = its;
                }
            }

            var turned = new TreeNode { Parent = node, Link = ~here.Link, Up = here.Down, Down = here.Up };
            hung.Size = count - belowSize;
            here = hung;
            (belowAhead, belowLast, belowRest, belowSize, hung) = (ahead, its, rest, size, turned);
            if (node == top)
            {
                break;
            }

            node = above;
        }

        for (node = top; node != parent; node = nodes[node].Parent)
        {
            nodes[node].Last = end;
        }

        PutIn(child, end, parent, count, join);
    }

    private void TakeOut(int top, int count, int last, int join)
    {
        var nodes = tree;
        var before = back[top];
        Join(before, next[last]);
        var parent = nodes[top].Parent;
        for (var above = parent; above != join; above = nodes[above].Parent)
        {
            nodes[above].Size -= count;
        }

        for (var above = parent; above >= 0 && nodes[above].Last == last; above = nodes[above].Parent)
        {
            nodes[above].Last = before;
        }
    }

    private void PutIn(int child, int end, int parent, int count, int join)
    {
        var nodes = tree;
        Join(end, next[parent]);
        Join(parent, child);
        for (var above = parent; above != join; above = nodes[above].Parent)
        {
            nodes[above].Size += count;
        }

        for (var above = parent; above >= 0 && nodes[above].Last == parent; above = nodes[above].Parent)
        {
            nodes[above].Last = end;
        }
    }

    /// <summary>
    /// Adds to the potentials of a node and all below it; or takes as much from all others, the root with them, where these are fewer. Only
    /// differences count.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Shift(int top, long by)
    {
        var (node, count) = (top, tree[top].Size);
        if (2 * count > next.Length)
        {
            (node, count, by) = (next[tree[top].Last], next.Length - count, -by);
        }

        Work += count;
        var prices = potential;
        var list = next;
        for (; count > 0; count--)
        {
            prices[node] += by;
            node = list[node];
        }

        if (Math.Abs(prices[root]) > MostDrift)
        {
            Reprice();
        }
    }

    private void Join(int one, int two)
    {
        next[one] = two;
        back[two] = one;
    }
}
