namespace BerthOpt.Kernels.Networks;

/// <content>A start from the tree of another network, as when a planning window moves on by a week.</content>
internal sealed partial class NetworkSimplex
{
    /// <summary>Where the flow of an arc is: <see cref="InTree"/>, <see cref="AtLower"/> or <see cref="AtUpper"/>.</summary>
    public sbyte Side(int arc) => side[place[arc]];

    /// <summary>
    /// Starts where the run of another network ended; before <see cref="Solve"/>. What of the tree is a tree here too stays one; the rest
    /// hangs from artificial arcs, and limits that it would break are kept as after any change.
    /// </summary>
    /// <param name="other">The other network's run.</param>
    /// <param name="same">For each arc here the arc there that it is like, which several may share; -1 for none.</param>
    public void Begin(NetworkSimplex other, ReadOnlySpan<int> same)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(same.Length, cost.Length);
        for (var arc = 0; arc < same.Length; arc++)
        {
            side[place[arc]] = same[arc] < 0 ? AtLower : other.Side(same[arc]);
        }

        Plant();
        (built, costsChanged, flowsChanged) = (true, true, true);
    }

    /// <summary>Makes a tree of the arcs that are to be in it, node by node; those that would close a cycle go to their lower limit.</summary>
    private void Plant()
    {
        var (first, later) = (new int[root], new int[2 * cost.Length]);
        Array.Fill(first, -1);
        for (var arc = cost.Length - 1; arc >= 0; arc--)
        {
            if (side[arc] == InTree)
            {
                side[arc] = AtLower;
                (later[2 * arc], first[tail[arc]]) = (first[tail[arc]], 2 * arc);
                (later[(2 * arc) + 1], first[head[arc]]) = (first[head[arc]], (2 * arc) + 1);
            }
        }

        tree[root].Parent = -1;
        var (seen, queue) = (new bool[root], new Queue<int>());
        for (var top = 0; top < root; top++)
        {
            if (seen[top])
            {
                continue;
            }

            seen[top] = true;
            (tree[top].Parent, tree[top].Link) = (root, cost.Length + top);
            queue.Enqueue(top);
            while (queue.TryDequeue(out var node))
            {
                for (var end = first[node]; end >= 0; end = later[end])
                {
                    var arc = end / 2;
                    var other = end % 2 == 0 ? head[arc] : tail[arc];
                    if (!seen[other])
                    {
                        seen[other] = true;
                        side[arc] = InTree;
                        (tree[other].Parent, tree[other].Link) = (node, end % 2 == 0 ? ~arc : arc);
                        queue.Enqueue(other);
                    }
                }
            }
        }

        List();
    }
}
