namespace BerthOpt.Berths;

/// <summary>
/// Cheapest paths through the nodes of a group whose calls all lose the same by waiting. There the shorter one of two neighbours comes
/// first, unless it arrives too late for that: of the calls that end at a moment, in the order of their length, those in front of
/// some place and those from another one on may come before a call. Two rows of minima give the cheapest of them at once.
/// </summary>
internal sealed class RankedPaths
{
    private readonly PathNodes _nodes;
    private readonly int _bits;
    private readonly int[] _byEnd;
    private readonly int[] _front;
    private readonly int[] _rear;
    private readonly long[] _up;
    private readonly long[] _down;

    private RankedPaths(DiscreteModel model, NeighbourOrder order, int group, PathNodes nodes, int bits)
    {
        (_nodes, _bits) = (nodes, bits);
        _byEnd = nodes.ByEnd.ToArray();
        _front = new int[nodes.Count];
        _rear = new int[nodes.Count];
        var widest = 0;
        for (var (node, from) = (0, 0); node < nodes.Count; node++)
        {
            var time = nodes.Starts[node];
            from = FirstEnding(time, from);
            var to = FirstEnding(time + 1, from);
            if (node == 0 || nodes.Starts[node - 1] < time)
            {
                _byEnd.AsSpan(from, to - from).Sort((one, other) => order.RankOf(group, nodes.Calls[one]).CompareTo(order.RankOf(group, nodes.Calls[other])));
                widest = Math.Max(widest, to - from);
            }

            // Behind a longer call a shorter one may come only if it was not there when the longer one started.
            var rank = order.RankOf(group, nodes.Calls[node]);
            var release = model.Terms[nodes.Calls[node]].Release;
            _front[node] = FirstFrom(from, to, other => order.RankOf(group, nodes.Calls[other]) >= rank) - from;
            _rear[node] = FirstFrom(from, to, other => nodes.Starts[other] < release) - from;
        }

        _up = new long[widest + 1];
        _down = new long[widest + 1];
    }

    /// <summary>The paths of a group; null where its calls differ in more than their length, or where limits may keep neighbours from changing places.</summary>
    public static RankedPaths? TryBuild(DiscreteModel model, NeighbourOrder order, int group, PathNodes nodes, int bits)
    {
        if (!order.HasRanks || model.Terms.Any(terms => terms.Wait != model.Terms[0].Wait))
        {
            return null;
        }

        var longest = 0;
        for (var node = 0; node < nodes.Count; node++)
        {
            longest = Math.Max(longest, nodes.Ends[node] - nodes.Starts[node]);
        }

        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes.Starts[node] + longest > model.Cells[(group * model.Calls) + nodes.Calls[node]].Latest)
            {
                return null;
            }
        }

        return new RankedPaths(model, order, group, nodes, bits);
    }

    /// <summary>Sets the least costs of paths up to each node, and the forerunners on the cheapest one; returns its last node, -1 for the empty path.</summary>
    public int Forward(ReadOnlySpan<long> prices)
    {
        var (starts, ends, calls, costs, ahead) = (_nodes.Starts, _nodes.Ends, _nodes.Calls, _nodes.Costs, _nodes.Ahead);
        var (idle, least, last, from) = (0L, 0L, -1, 0);
        for (var node = 0; node < starts.Length;)
        {
            var time = starts[node];
            for (; from < _byEnd.Length && ends[_byEnd[from]] < time; from++)
            {
                idle = Math.Min(idle, ahead[_byEnd[from]]);
            }

            SetMinima(from, time);
            for (; node < starts.Length && starts[node] == time; node++)
            {
                var best = Math.Min(_up[_front[node]], _down[_rear[node]]);
                best = _nodes.Released[node] ? Math.Min(best, idle) : best;
                var value = best == long.MaxValue ? best : best + (costs[node] << _bits) - prices[calls[node]];
                ahead[node] = value;
                if (value < least)
                {
                    (least, last) = (value, node);
                }
            }
        }

        Trace(last, prices);
        return last;
    }

    /// <summary>Sets the least costs of paths from each node on.</summary>
    public void Backward(ReadOnlySpan<long> prices)
    {
        var (starts, ends, calls, costs, behind) = (_nodes.Starts, _nodes.Ends, _nodes.Calls, _nodes.Costs, _nodes.Behind);
        var idle = 0L;
        var next = starts.Length - 1;
        for (var to = _byEnd.Length; to > 0;)
        {
            var time = ends[_byEnd[to - 1]];
            for (; next >= 0 && starts[next] > time; next--)
            {
                idle = _nodes.Released[next] ? Math.Min(idle, behind[next]) : idle;
            }

            var from = to;
            while (from > 0 && ends[_byEnd[from - 1]] == time)
            {
                from--;
            }

            var count = to - from;
            var hasNext = next >= 0 && starts[next] == time;
            if (hasNext)
            {
                _up.AsSpan(0, count + 1).Fill(long.MaxValue);
                _down.AsSpan(0, count + 1).Fill(long.MaxValue);
                for (var node = next; node >= 0 && starts[node] == time; node--)
                {
                    _up[_front[node]] = Math.Min(_up[_front[node]], behind[node]);
                    _down[_rear[node]] = Math.Min(_down[_rear[node]], behind[node]);
                }

                for (var place = count - 1; place >= 0; place--)
                {
                    _up[place] = Math.Min(_up[place], _up[place + 1]);
                }
            }

            var rear = long.MaxValue;
            for (var place = 0; place < count; place++)
            {
                var node = _byEnd[from + place];
                var best = idle;
                if (hasNext)
                {
                    rear = Math.Min(rear, _down[place]);
                    best = Math.Min(best, Math.Min(rear, _up[place + 1]));
                }

                behind[node] = best + (costs[node] << _bits) - prices[calls[node]];
            }

            to = from;
        }
    }

    // Minima of the nodes that end at a time, up to each place and from each place on.
    private void SetMinima(int from, int time)
    {
        var (ends, ahead) = (_nodes.Ends, _nodes.Ahead);
        var to = from;
        _up[0] = long.MaxValue;
        for (; to < _byEnd.Length && ends[_byEnd[to]] == time; to++)
        {
            _up[to - from + 1] = Math.Min(_up[to - from], ahead[_byEnd[to]]);
        }

        _down[to - from] = long.MaxValue;
        for (var place = to - from - 1; place >= 0; place--)
        {
            _down[place] = Math.Min(_down[place + 1], ahead[_byEnd[from + place]]);
        }
    }

    // Finds the forerunners again by what they cost.
    private void Trace(int node, ReadOnlySpan<long> prices)
    {
        while (node >= 0)
        {
            var wanted = _nodes.Ahead[node] - (_nodes.Costs[node] << _bits) + prices[_nodes.Calls[node]];
            var from = FirstEnding(_nodes.Starts[node], 0);
            var to = FirstEnding(_nodes.Starts[node] + 1, from);
            var found = -1;
            for (var place = from; place < to && found < 0; place++)
            {
                var isAllowed = place - from < _front[node] || place - from >= _rear[node];
                found = isAllowed && _nodes.Ahead[_byEnd[place]] == wanted ? _byEnd[place] : -1;
            }

            // An idle berth before the call: it may be the first one.
            for (var place = 0; place < from && found < 0 && wanted != 0; place++)
            {
                found = _nodes.Ahead[_byEnd[place]] == wanted ? _byEnd[place] : -1;
            }

            _nodes.Forerunner[node] = found;
            node = found;
        }
    }

    private int FirstEnding(int time, int from)
    {
        var to = _byEnd.Length;
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = _nodes.Ends[_byEnd[middle]] < time ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private int FirstFrom(int from, int to, Func<int, bool> isAtOrBehind)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = isAtOrBehind(_byEnd[middle]) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
