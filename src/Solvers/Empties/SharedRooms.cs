using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// Plans: what arcs share is dealt out to them, in whole numbers, and then the network alone decides, at its own costs. How it prices the limits of its arcs
/// says who should get more of a row; what nobody uses goes there, so that costs never rise, and a little from where it is worth least.
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
    private readonly long[] share;
    private readonly bool[] dealt;
    private readonly HashSet<int> soft;

    /// <summary>Begins with the tree of a network without rows that has been solved.</summary>
    public SharedRooms(TimeNetwork network, int[] shared, NetworkSimplex solved)
    {
        this.network = network;
        this.shared = shared;
        flow = network.CopyOfFlow();
        capacity = flow.Capacity.ToArray();
        lower = flow.Lower.ToArray();
        share = new long[capacity.Length];
        dealt = new bool[network.Rows.Count];
        soft = [.. network.Shortfalls.Select(shortfall => shortfall.Row)];
        simplex = new NetworkSimplex(flow);
        simplex.Begin(solved, [.. Enumerable.Range(0, flow.Arcs)]);
    }

    /// <summary>The network with what each arc was given as its capacity.</summary>
    public NetworkSimplex Simplex => simplex;

    /// <summary>Deals out the rows that wishes fill, in proportion to what their arcs would like. The others wait until a flow breaks them.</summary>
    /// <param name="wish">What an arc would like to carry.</param>
    /// <param name="rounding">Runs of conversions are wished for in fractions; this much more, from 0 to 1, is rounded down.</param>
    public void Deal(Func<int, double> wish, double rounding)
    {
        foreach (var arc in shared)
        {
            share[arc] = capacity[arc];
        }

        for (var row = 0; row < network.Rows.Count; row++)
        {
            dealt[row] = IsRoom(row) && Wished(row, wish) > NearlyFull * network.Rows.Limit(row);
            if (dealt[row])
            {
                DealRoom(row, wish);
            }
        }

        foreach (var arc in shared)
        {
            simplex.SetLimits(arc, Math.Min(lower[arc], share[arc]), share[arc]);
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
                DealRoom(row, arc => found[arc]);
            }
        }

        if (any)
        {
            Limit();
        }

        return any;
    }

    /// <summary>After the network is solved: gives what is left of each row to the arc that has the most use for it, and takes some of the least useful.</summary>
    /// <param name="swap">The part that the arc of least use gives away, between 0 and 1; 0 lets costs only fall.</param>
    /// <param name="prices">What one more unit of each row is worth, for all rows.</param>
    public void Improve(double swap, Span<long> prices)
    {
        for (var row = 0; row < network.Rows.Count; row++)
        {
            if (!dealt[row])
            {
                continue;
            }

            var arcs = network.Rows.Arcs(row);
            var weights = network.Rows.Weights(row);
            var left = network.Rows.Limit(row);
            var (most, least, best, worst) = (0L, long.MaxValue, -1, -1);
            for (var index = 0; index < arcs.Length; index++)
            {
                var (arc, used) = (arcs[index], simplex.Flow(arcs[index]));
                left -= weights[index] * used;
                var value = used < share[arc] ? 0 : Math.Max(0, -Reduced(arc)) / weights[index];
                (most, best) = value > most ? (value, index) : (most, best);
                (least, worst) = used > lower[arc] && value < least ? (value, index) : (least, worst);
            }

            prices[row] = most;
            if (best < 0)
            {
                continue;
            }

            var given = worst >= 0 && worst != best && least < most ? (long)Math.Ceiling(swap * (simplex.Flow(arcs[worst]) - lower[arcs[worst]])) : 0;
            for (var index = 0; index < arcs.Length; index++)
            {
                share[arcs[index]] = Math.Min(share[arcs[index]], simplex.Flow(arcs[index]) - (index == worst ? given : 0));
            }

            share[arcs[best]] = Math.Min(capacity[arcs[best]], simplex.Flow(arcs[best]) + ((left + (worst < 0 ? 0 : weights[worst] * given)) / weights[best]));
        }

        Hold();
        Limit();
    }

    /// <summary>Tells the network what each arc was given.</summary>
    private void Limit()
    {
        foreach (var arc in shared)
        {
            if (flow.Capacity[arc] != share[arc])
            {
                simplex.SetLimits(arc, flow.Lower[arc], Math.Max(share[arc], flow.Lower[arc]));
            }
        }
    }

    private double Wished(int row, Func<int, double> wish)
    {
        var arcs = network.Rows.Arcs(row);
        var weights = network.Rows.Weights(row);
        var wished = 0.0;
        for (var index = 0; index < arcs.Length; index++)
        {
            wished += weights[index] * wish(arcs[index]);
        }

        return wished;
    }

    /// <summary>An arc in several rows has no more than the least of them leaves.</summary>
    private void Hold()
    {
        for (var row = 0; row < network.Rows.Count; row++)
        {
            if (!dealt[row])
            {
                continue;
            }

            var arcs = network.Rows.Arcs(row);
            var weights = network.Rows.Weights(row);
            var over = -network.Rows.Limit(row);
            for (var index = 0; index < arcs.Length; index++)
            {
                over += weights[index] * share[arcs[index]];
            }

            for (var index = 0; index < arcs.Length && over > 0; index++)
            {
                var most = share[arcs[index]] - Math.Min(share[arcs[index]], simplex.Flow(arcs[index]));
                var less = Math.Min(most, (over + weights[index] - 1) / weights[index]);
                share[arcs[index]] -= less;
                over -= less * weights[index];
            }
        }
    }

    private void DealRoom(int row, Func<int, double> wish)
    {
        var arcs = network.Rows.Arcs(row);
        var weights = network.Rows.Weights(row);
        var limit = network.Rows.Limit(row);
        var wished = Wished(row, wish);
        var scale = wished > limit ? limit / wished : 1;
        var left = limit;
        for (var index = 0; index < arcs.Length; index++)
        {
            var arc = arcs[index];
            var given = Math.Max(lower[arc], Math.Min(share[arc], (long)((wish(arc) * scale) + 1e-6)));
            left -= given * weights[index];
            share[arc] = given;
        }

        for (var index = 0; index < arcs.Length && left > 0; index++)
        {
            var extra = Math.Max(0, Math.Min(left / (arcs.Length - index) / weights[index], capacity[arcs[index]] - share[arcs[index]]));
            share[arcs[index]] += extra;
            left -= extra * weights[index];
        }
    }

    /// <summary>Least flows of several arcs are shared out.</summary>
    private void ShareLeast(int row, Func<int, double> wish)
    {
        var arcs = network.Rows.Arcs(row);
        var needed = -network.Rows.Limit(row);
        var wished = 0.0;
        for (var index = 0; index < arcs.Length; index++)
        {
            wished += wish(arcs[index]);
        }

        for (var index = 0; index < arcs.Length; index++)
        {
            var arc = arcs[index];
            var part = index == arcs.Length - 1 ? needed : (long)Math.Min(needed, wished > 0 ? Math.Ceiling(-network.Rows.Limit(row) * wish(arc) / wished) : 0);
            part = Math.Clamp(part, 0, flow.Capacity[arc]);
            simplex.SetLimits(arc, Math.Max(flow.Lower[arc], part), flow.Capacity[arc]);
            needed = Math.Max(0, needed - part);
        }
    }

    private bool IsRoom(int row) => !network.Rows.IsExact(row) && network.Rows.Weights(row)[0] > 0;

    private long Reduced(int arc) => flow.Cost[arc] + simplex.Potential(flow.Tail[arc]) - simplex.Potential(flow.Head[arc]);
}
