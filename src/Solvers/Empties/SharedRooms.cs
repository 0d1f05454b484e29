using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// Plans: what arcs share is dealt out to them, in whole numbers, and then the network alone decides, at its own costs. How it prices the limits of its arcs
/// says who should get more of a row.
/// </summary>
internal sealed partial class SharedRooms
{
    private const double NearlyFull = 0.98;

    private readonly TimeNetwork network;
    private readonly FlowNetwork flow;
    private readonly NetworkSimplex simplex;
    private readonly int[] shared;
    private readonly long[] capacity;
    private readonly long[] lower;
    private readonly long[] least;
    private readonly long[] most;
    private readonly long[] share;
    private readonly bool[] dealt;
    private readonly HashSet<int> soft;
    private readonly ShareSteps steps;
    private readonly double[] values;

    /// <summary>Begins with the tree of a network without rows that has been solved.</summary>
    public SharedRooms(TimeNetwork network, int[] shared, NetworkSimplex solved)
    {
        this.network = network;
        this.shared = shared;
        flow = network.CopyOfFlow();
        capacity = flow.Capacity.ToArray();
        lower = flow.Lower.ToArray();
        (least, most, share) = (lower.ToArray(), capacity.ToArray(), capacity.ToArray());
        dealt = new bool[network.Rows.Count];
        soft = [.. network.Shortfalls.Select(shortfall => shortfall.Row)];
        steps = new ShareSteps(network.Rows, lower, capacity);
        values = new double[Enumerable.Range(0, network.Rows.Count).Select(row => network.Rows.Arcs(row).Length).DefaultIfEmpty().Max()];
        simplex = new NetworkSimplex(flow);
        simplex.Begin(solved, [.. Enumerable.Range(0, flow.Arcs)]);
    }

    /// <summary>The network with what each arc was given as its capacity.</summary>
    public NetworkSimplex Simplex => simplex;

    /// <summary>Deals out the rows that wishes fill, in proportion to what their arcs would like. The others wait until a flow breaks them, unless wishes are near the best.</summary>
    /// <param name="wish">What an arc would like to carry.</param>
    /// <param name="rounding">Runs of conversions are wished for in fractions; this much more, from 0 to 1, is rounded down.</param>
    /// <param name="isNear">Whether wishes are near the best: then all rows are dealt out, and shares move little.</param>
    public void Deal(Func<int, double> wish, double rounding, bool isNear)
    {
        steps.Restart(isNear);
        for (var row = 0; row < network.Rows.Count; row++)
        {
            dealt[row] = IsRoom(row) && (isNear || network.Rows.Sum(row, wish) > NearlyFull * network.Rows.Limit(row));
            if (dealt[row])
            {
                steps.Deal(row, wish);
            }
        }

        foreach (var arc in shared)
        {
            (least[arc], most[arc]) = (lower[arc], capacity[arc]);
        }

        for (var row = 0; row < network.Rows.Count; row++)
        {
            if (network.Rows.IsExact(row))
            {
                FixRuns(row, wish, rounding);
            }
            else if (!IsRoom(row) && !soft.Contains(row))
            {
                ShareLeast(row, wish);
            }
        }

        Limit();
    }

    /// <summary>Deals out the rows that a flow breaks, in proportion to that flow; false when it breaks none.</summary>
    public bool DealBroken(long[] found)
    {
        var any = false;
        for (var row = 0; row < network.Rows.Count; row++)
        {
            if (!dealt[row] && IsRoom(row) && network.Rows.Sum(row, found) > network.Rows.Limit(row))
            {
                (dealt[row], any) = (true, true);
                steps.Deal(row, arc => found[arc]);
            }
        }

        if (any)
        {
            Limit();
        }

        return any;
    }

    /// <summary>After the network is solved: moves shares to where they are worth most.</summary>
    /// <param name="worth">For all rows: raised to the most that one more unit of it has been worth to an arc so far.</param>
    public void Move(Span<long> worth)
    {
        steps.Next();
        for (var row = 0; row < network.Rows.Count; row++)
        {
            if (dealt[row])
            {
                var arcs = network.Rows.Arcs(row);
                var weights = network.Rows.Weights(row);
                var its = values.AsSpan(0, arcs.Length);
                for (var index = 0; index < arcs.Length; index++)
                {
                    // Where another row gives less, more of this one is worth nothing.
                    var holds = simplex.Flow(arcs[index]) >= share[arcs[index]] && steps.Share(row, index) < share[arcs[index]] + 1;
                    its[index] = !holds ? 0 : Math.Max(0, -Reduced(arcs[index])) / (double)weights[index];
                    worth[row] = Math.Max(worth[row], (long)its[index]);
                }

                steps.Move(row, its);
            }
        }

        Limit();
    }

    /// <summary>Tells the network what each arc may have.</summary>
    private void Limit()
    {
        foreach (var arc in shared)
        {
            share[arc] = most[arc];
        }

        for (var row = 0; row < network.Rows.Count; row++)
        {
            if (dealt[row])
            {
                steps.Limit(row, share);
            }
        }

        foreach (var arc in shared)
        {
            share[arc] = Math.Max(share[arc], least[arc]);
            if (flow.Capacity[arc] != share[arc] || flow.Lower[arc] != least[arc])
            {
                simplex.SetLimits(arc, least[arc], share[arc]);
            }
        }
    }

    /// <summary>Least flows of several arcs are shared out.</summary>
    private void ShareLeast(int row, Func<int, double> wish)
    {
        var arcs = network.Rows.Arcs(row);
        var needed = -network.Rows.Limit(row);
        var wished = -network.Rows.Sum(row, wish);
        for (var index = 0; index < arcs.Length; index++)
        {
            var arc = arcs[index];
            var part = index == arcs.Length - 1 ? needed : (long)Math.Min(needed, wished > 0 ? Math.Ceiling(-network.Rows.Limit(row) * wish(arc) / wished) : 0);
            part = Math.Clamp(part, 0, most[arc]);
            least[arc] = Math.Max(least[arc], part);
            needed = Math.Max(0, needed - part);
        }
    }

    private bool IsRoom(int row) => !network.Rows.IsExact(row) && network.Rows.Weights(row)[0] > 0;

    private long Reduced(int arc) => flow.Cost[arc] + simplex.Potential(flow.Tail[arc]) - simplex.Potential(flow.Head[arc]);
}
