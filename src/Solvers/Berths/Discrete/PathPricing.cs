namespace BerthOpt.Berths;

/// <summary>
/// The Lagrangian relaxation of the rule that every call is planned once: each call has a price of 0 and more that a berth earns for
/// it, and each group of equal berths takes its cheapest path. For any prices,
/// <c>sum of prices + sum over groups of members * (least cost - prices along a path)</c>
/// is a lower bound. A path may meet a call again, but not at once, and not two neighbours that had better be the other way round
/// (A. Pessoa, E. Uchoa, M. Poggi de Aragao, R. Rodrigues 2010, "Exact algorithm over an arc-time-indexed formulation for parallel
/// machine scheduling problems"). All numbers are whole multiples of <c>2^-Bits</c> cost units.
/// </summary>
internal sealed class PathPricing : IDiscretePricing
{
    private readonly DiscreteModel _model;
    private readonly NeighbourOrder _order;
    private readonly PathNodes[] _groups;
    private readonly RankedPaths?[] _ranked;
    private readonly long[] _leasts;
    private readonly int[] _lasts;
    private readonly long[] _keys;
    private readonly int[] _sorted;
    private readonly int[] _same;
    private long _trimmedGap = long.MaxValue;

    public PathPricing(DiscreteModel model, IReadOnlyCollection<StartWindow> windows, int bits)
        : this(model, new NeighbourOrder(model), Enumerable.Range(0, model.Groups).Select(group => PathNodes.Of(model, group, windows)), bits)
    {
    }

    /// <summary>The relaxation over the nodes of each group that a condition lets through.</summary>
    public PathPricing(PathPricing other, Func<int, PathNodes, int, bool> keep)
        : this(other._model, other._order, other._groups.Select((nodes, group) => nodes.Where(node => keep(group, nodes, node))), other.Bits)
    {
        Work = other.Work;
    }

    private PathPricing(DiscreteModel model, NeighbourOrder order, IEnumerable<PathNodes> groups, int bits)
    {
        _model = model;
        _order = order;
        Bits = bits;
        _groups = [.. groups];
        _ranked = [.. _groups.Select((nodes, group) => RankedPaths.TryBuild(model, order, group, nodes, bits))];
        _leasts = new long[model.Groups];
        _lasts = new int[model.Groups];
        Shortage = new int[model.Calls];

        // At most as many nodes start, or end, in the same slot as there are calls.
        _keys = new long[model.Calls];
        _sorted = new int[model.Calls];
        _same = new int[model.Calls];
    }

    /// <summary>Binary digits behind the point of prices and values.</summary>
    public int Bits { get; }

    /// <summary>For each call 1 less the number of paths that it is on.</summary>
    public int[] Shortage { get; }

    /// <summary>Nodes and arcs looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>Nodes left.</summary>
    public int Nodes => _groups.Sum(group => group.Count);

    /// <summary>Whether some call has no node left.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The bound at the prices, the problem's constant left out; sets <see cref="Shortage"/>.</summary>
    public long Evaluate(ReadOnlySpan<long> prices)
    {
        long value = 0;
        foreach (var price in prices)
        {
            value += price;
        }

        Shortage.AsSpan().Fill(1);
        for (var group = 0; group < _groups.Length; group++)
        {
            var last = _ranked[group]?.Forward(prices) ?? Forward(group, prices);
            Work += _groups[group].Count;
            _lasts[group] = last;
            _leasts[group] = last < 0 ? 0 : _groups[group].Ahead[last];
            value += _groups[group].Members * _leasts[group];
            for (; last >= 0; last = _groups[group].Forerunner[last])
            {
                Shortage[_groups[group].Calls[last]] -= _groups[group].Members;
            }
        }

        return value;
    }

    /// <summary>Drops the nodes that no plan below <paramref name="upperBound"/> has, whenever the gap has become smaller by a fiftieth.</summary>
    public void Trim(ReadOnlySpan<long> prices, long value, long upperBound)
    {
        var gap = ((upperBound - 1) << Bits) - value;
        if (gap > _trimmedGap - (_trimmedGap / 50))
        {
            return;
        }

        _trimmedGap = gap;
        for (var group = 0; group < _groups.Length; group++)
        {
            var nodes = _groups[group];
            if (_ranked[group] is { } ranked)
            {
                ranked.Backward(prices);
            }
            else
            {
                Backward(group, prices);
            }

            Work += nodes.Count;
            var most = gap + _leasts[group];
            var keep = new bool[nodes.Count];
            var dropped = false;
            for (var node = 0; node < keep.Length; node++)
            {
                keep[node] = nodes.Ahead[node] != long.MaxValue && nodes.Behind[node] != long.MaxValue
                    && nodes.Ahead[node] + nodes.Behind[node] - Weight(nodes, node, prices) <= most;
                dropped |= !keep[node];
            }

            if (dropped)
            {
                _groups[group] = nodes.Where(node => keep[node]);
                _ranked[group] = RankedPaths.TryBuild(_model, _order, group, _groups[group], Bits);
                _lasts[group] = -1;
            }
        }

        IsClosed = _groups.SelectMany(group => group.Calls).Distinct().Count() < _model.Calls;
    }

    /// <summary>The groups with their nodes.</summary>
    public IReadOnlyList<PathNodes> Groups => _groups;

    /// <summary>The last node of a group's path at the last evaluation; -1 when the path is empty, or dropped since.</summary>
    public int LastOf(int group) => _lasts[group];

    private long Weight(PathNodes nodes, int node, ReadOnlySpan<long> prices) => (nodes.Costs[node] << Bits) - prices[nodes.Calls[node]];

    // Least costs of paths up to each node; returns the last node of the cheapest one, -1 for the empty path.
    private int Forward(int group, ReadOnlySpan<long> prices)
    {
        var nodes = _groups[group];
        var byEnd = nodes.ByEnd;
        var before = new TwoLeast(0);
        var least = 0L;
        var last = -1;
        var ended = 0;
        for (var node = 0; node < nodes.Count;)
        {
            var time = nodes.Starts[node];
            while (ended < byEnd.Length && nodes.Ends[byEnd[ended]] < time)
            {
                Meet(ref before, nodes.Ahead, byEnd[ended], nodes);
                ended++;
            }

            var ending = ended;
            while (ending < byEnd.Length && nodes.Ends[byEnd[ending]] == time)
            {
                ending++;
            }

            var exact = Sorted(byEnd[ended..ending], nodes.Ahead);
            for (; node < nodes.Count && nodes.Starts[node] == time; node++)
            {
                var (best, forerunner) = nodes.Released[node] ? before.Other(nodes.Calls[node]) : (long.MaxValue, -1);
                for (var place = 0; place < exact.Length && _keys[place] < best; place++)
                {
                    Work++;
                    if (_order.Allows(group, nodes.Calls[exact[place]], nodes.Calls[node], nodes.Starts[exact[place]]))
                    {
                        (best, forerunner) = (_keys[place], exact[place]);
                    }
                }

                nodes.Forerunner[node] = forerunner;
                nodes.Ahead[node] = best == long.MaxValue ? best : best + Weight(nodes, node, prices);
                if (nodes.Ahead[node] < least)
                {
                    (least, last) = (nodes.Ahead[node], node);
                }
            }
        }

        return last;
    }

    // Least costs of paths from each node on.
    private void Backward(int group, ReadOnlySpan<long> prices)
    {
        var nodes = _groups[group];
        var byEnd = nodes.ByEnd;
        var after = new TwoLeast(0);
        var next = nodes.Count - 1;
        for (var index = byEnd.Length - 1; index >= 0;)
        {
            var time = nodes.Ends[byEnd[index]];
            for (; next >= 0 && nodes.Starts[next] > time; next--)
            {
                if (nodes.Released[next])
                {
                    Meet(ref after, nodes.Behind, next, nodes);
                }
            }

            var first = next;
            while (first >= 0 && nodes.Starts[first] == time)
            {
                first--;
            }

            for (var slot = 0; slot < next - first; slot++)
            {
                _same[slot] = first + 1 + slot;
            }

            var exact = Sorted(_same.AsSpan(0, next - first), nodes.Behind);
            for (; index >= 0 && nodes.Ends[byEnd[index]] == time; index--)
            {
                var node = byEnd[index];
                var (best, _) = after.Other(nodes.Calls[node]);
                best = Math.Min(best, 0);
                for (var place = 0; place < exact.Length && _keys[place] < best; place++)
                {
                    Work++;
                    if (_order.Allows(group, nodes.Calls[node], nodes.Calls[exact[place]], nodes.Starts[node]))
                    {
                        best = _keys[place];
                    }
                }

                nodes.Behind[node] = best + Weight(nodes, node, prices);
            }
        }
    }

    // The cheapest one that may be a neighbour is mostly among the first: sorting beats looking at all pairs.
    private Span<int> Sorted(ReadOnlySpan<int> nodes, long[] values)
    {
        Work += nodes.Length * 4;
        var sorted = _sorted.AsSpan(0, nodes.Length);
        var keys = _keys.AsSpan(0, nodes.Length);
        nodes.CopyTo(sorted);
        for (var index = 0; index < nodes.Length; index++)
        {
            keys[index] = values[nodes[index]];
        }

        keys.Sort(sorted);
        return sorted;
    }

    private static void Meet(ref TwoLeast least, long[] values, int node, PathNodes nodes)
    {
        if (values[node] != long.MaxValue)
        {
            least.Meet(values[node], node, nodes.Calls[node]);
        }
    }
}
