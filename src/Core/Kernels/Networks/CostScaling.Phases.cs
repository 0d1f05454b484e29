namespace BerthOpt.Kernels.Networks;

/// <content>One phase: any flow becomes one whose reduced costs are at least minus the tolerance wherever more could flow.</content>
internal sealed partial class CostScaling
{
    private void Begin()
    {
        tolerance = Math.Max(1, tolerance / Factor);
        Saturate();
        floor = Least() - (4L * Factor * (nodes + 1) * tolerance);
        UpdateGlobally();
        inPhase = true;
    }

    /// <returns>Whether the phase is done; false also where there is no flow.</returns>
    private bool Refine(long until)
    {
        while (active.TryPeek(out var node))
        {
            while (excess[node] > 0)
            {
                if (!Augment(node))
                {
                    GaveUp = true;
                    return false;
                }
            }

            active.Dequeue();
            if (relabels > nodes)
            {
                UpdateGlobally();
            }

            if (Work >= until)
            {
                return false;
            }
        }

        GaveUp = excess.AsSpan().ContainsAnyExcept(0);
        return !GaveUp;
    }

    private long Least()
    {
        var least = 0L;
        foreach (var price in potential)
        {
            least = Math.Min(least, price);
        }

        return least;
    }

    /// <summary>Fills all arcs of negative reduced cost; then the flow is as good as can be, but for its excesses.</summary>
    private void Saturate()
    {
        for (var node = 0; node < nodes; node++)
        {
            for (var k = first[node]; k < first[node + 1]; k++)
            {
                ref readonly var arc = ref arcs[k];
                if (arc.Room > 0 && arc.Cost + potential[node] - potential[arc.Target] < 0)
                {
                    Push(node, k, arc.Room);
                }
            }

            current[node] = first[node];
        }

        active.Clear();
        for (var node = 0; node < nodes; node++)
        {
            if (excess[node] > 0)
            {
                active.Enqueue(node);
            }
        }

        Work += arcs.Length;
    }

    /// <summary>Sends excess of a node along a path of a few arcs of negative reduced cost, which relabelling makes.</summary>
    /// <returns>False where prices fall so far that there can be no flow.</returns>
    private bool Augment(int node)
    {
        Span<int> path = stackalloc int[PathLength];
        var (length, tip) = (0, node);
        while (length < PathLength && (length == 0 || excess[tip] >= 0))
        {
            var found = Admissible(tip);
            if (found >= 0)
            {
                path[length++] = found;
                tip = arcs[found].Target;
                continue;
            }

            // Excess that has nowhere to go, or goes down too far, is a cut; a node without excess is only no way.
            if (!Relabel(tip) && length == 0)
            {
                return false;
            }

            if (length > 0)
            {
                tip = arcs[arcs[path[--length]].Twin].Target;
            }
        }

        var from = node;
        for (var k = 0; k < length; k++)
        {
            var to = arcs[path[k]].Target;
            var amount = Math.Min(excess[from], arcs[path[k]].Room);
            var idle = excess[to] <= 0;
            Push(from, path[k], amount);
            if (idle && excess[to] > 0 && k < length)
            {
                active.Enqueue(to);
            }

            from = to;
        }

        return true;
    }

    private int Admissible(int node)
    {
        var (price, end) = (potential[node], first[node + 1]);
        for (var k = current[node]; k < end; k++)
        {
            ref readonly var arc = ref arcs[k];
            if (arc.Room > 0 && arc.Cost + price < potential[arc.Target])
            {
                Work += k - current[node] + 1;
                current[node] = k;
                return k;
            }
        }

        Work += end - current[node];
        return -1;
    }

    /// <summary>Lowers the price of a node as far as the tolerance lets: then one of its arcs has a negative reduced cost.</summary>
    private bool Relabel(int node)
    {
        var highest = long.MinValue;
        for (var k = first[node]; k < first[node + 1]; k++)
        {
            ref readonly var arc = ref arcs[k];
            if (arc.Room > 0)
            {
                highest = Math.Max(highest, potential[arc.Target] - arc.Cost);
            }
        }

        Work += first[node + 1] - first[node];
        current[node] = first[node];
        relabels++;
        potential[node] = (highest == long.MinValue ? Math.Min(potential[node], floor) : highest) - tolerance;
        return potential[node] >= floor;
    }

    private void Push(int from, int k, long amount)
    {
        ref var arc = ref arcs[k];
        arc.Room -= amount;
        arcs[arc.Twin].Room += amount;
        excess[from] -= amount;
        excess[arc.Target] += amount;
    }
}
