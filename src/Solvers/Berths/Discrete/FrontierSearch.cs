namespace BerthOpt.Berths;

/// <summary>
/// Makes plans call by call, all at once: the berth that is free first takes one of its options, or nothing more. Plans in the making
/// that have placed the same calls and have each berth free at the same moments are one state, so that layer by layer, by number of
/// calls placed, few are left: those with a bound below the limit. When more than a width are left, those of the least bounds go on
/// (a relaxed network of states bounded by multipliers: T. Ibaraki and Y. Nakamura 1994, S. Tanaka, S. Fujikuma and M. Araki 2009;
/// here for several machines at once). Without any dropped, the best plan below the limit is found, or there is none.
/// </summary>
internal sealed class FrontierSearch
{
    private const int StepsPerState = 16;

    private readonly FrontierGraph _graph;
    private readonly int _width;
    private readonly int _calls;
    private readonly int[] _offsets;
    private readonly FrontierState _from;
    private readonly FrontierState _to;
    private readonly List<(int[] Parents, int[] Options)> _past = [];
    private FrontierLayer _layer;
    private FrontierLayer _next;
    private long _slack;
    private long _work;
    private long _dropped = long.MaxValue;
    private int _state;

    /// <param name="graph">What to go through.</param>
    /// <param name="width">Most states that go on from a layer.</param>
    public FrontierSearch(FrontierGraph graph, int width)
    {
        (_graph, _width, _slack, _calls) = (graph, width, graph.Slack, graph.Calls.Length);
        _from = new FrontierState(graph);
        _to = new FrontierState(graph);
        _layer = new FrontierLayer(_to.Key.Length);
        _next = new FrontierLayer(_to.Key.Length);
        _offsets = new int[graph.Groups.Length];
        for (var group = 1; group < _offsets.Length; group++)
        {
            _offsets[group] = _offsets[group - 1] + graph.Groups[group - 1].Options.Length;
        }

        _ = _layer.Find(_to.Key, out var place);
        _layer.Add(_to.Key, place, 0, 0, 0, 0);
        IsOver = _calls == 0;
    }

    /// <summary>Whether it has come to an end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether states were dropped.</summary>
    public bool IsCut => _dropped < long.MaxValue;

    /// <summary>At the end: no plan costs less than this, in the units of the relaxation, or than its limit.</summary>
    public long Bound => Math.Min(Best, _dropped == long.MaxValue ? long.MaxValue : _graph.Value + _dropped);

    /// <summary>At the end: cost of the best plan met, in the units of the relaxation; <see cref="long.MaxValue"/> when none was met.</summary>
    public long Best { get; private set; } = long.MaxValue;

    /// <summary>Options and states looked at so far.</summary>
    public long Work => _work + _to.Work;

    /// <summary>Most states of a layer so far.</summary>
    public int Widest { get; private set; }

    /// <summary>Looks for plans of up to a lower limit only.</summary>
    public void Lower(long limit) => _slack = Math.Min(_slack, limit - _graph.Value);

    /// <summary>Goes on until so much work is done in all, or to the end.</summary>
    public void Run(long work)
    {
        while (!IsOver && Work < work)
        {
            if (_state < _layer.Count)
            {
                Expand(_state++);
                if (_next.Count > 2 * _width)
                {
                    _dropped = Math.Min(_dropped, _next.Keep(_width));
                }
            }
            else
            {
                EndLayer();
            }
        }
    }

    /// <summary>Sets group and start of each call in the best plan met.</summary>
    public void Store(Span<(int Group, int Start)> plan)
    {
        var bits = (int[])_graph.FirstBit.Clone();
        var chain = new Stack<int>();
        var state = _layer.Bound.AsSpan(0, _layer.Count).IndexOf(Best - _graph.Value);
        for (var depth = _past.Count - 1; depth >= 0; depth--)
        {
            chain.Push(_past[depth].Options[state]);
            state = _past[depth].Parents[state];
        }

        foreach (var number in chain)
        {
            var group = Array.FindLastIndex(_offsets, offset => offset <= number);
            var option = _graph.Groups[group].Options[number - _offsets[group]];
            plan[_graph.Calls[bits[option.Kind]++]] = (_graph.Numbers[group], option.Start);
        }
    }

    private void EndLayer()
    {
        _dropped = Math.Min(_dropped, _next.Keep(_width));
        _past.Add((_next.Parent[.._next.Count], _next.Option[.._next.Count]));
        (_layer, _next) = (_next, _layer);
        _next.Clear();
        _state = 0;
        Widest = Math.Max(Widest, _layer.Count);
        if (_layer.Count == 0)
        {
            IsOver = true;
        }
        else if (_past.Count == _calls)
        {
            // With all calls placed, the bound is what the plan takes.
            IsOver = true;
            var least = long.MaxValue;
            foreach (var bound in _layer.Bound.AsSpan(0, _layer.Count))
            {
                least = Math.Min(least, bound);
            }

            Best = least <= _slack ? _graph.Value + least : long.MaxValue;
        }
    }

    private void Expand(int state)
    {
        _work++;
        var used = _layer.Used[state];
        _from.Load(_layer.Key(state));
        while (used <= _slack && _layer.Bound[state] <= _slack)
        {
            var berth = _from.First();
            if (berth < 0 || !_from.HasPlaced(_graph.Due(_graph.GroupOf[berth], _from.Moments[berth])))
            {
                return;
            }

            var index = _graph.GroupOf[berth];
            var moment = _from.Moments[berth];
            var number = _offsets[index] + _graph.Groups[index].FirstOf(moment);
            foreach (ref readonly var option in _graph.Groups[index].From(moment))
            {
                _work++;
                if (used + option.Extra > _slack)
                {
                    break;
                }

                if (!_from.HasAll(option.Kind))
                {
                    _to.Load(_from.Key);
                    _to.Place(option.Kind);
                    _to.Free(berth, option.Next);
                    Meet(state, used + option.Extra, number);
                }

                number++;
            }

            used += _graph.Groups[index].Close(moment);
            _from.Free(berth, FrontierGraph.Closed);
        }
    }

    // The state that an option leads to.
    private void Meet(int parent, long used, int option)
    {
        _work += StepsPerState;
        var found = _next.Find(_to.Key, out var place);
        if (found >= 0)
        {
            if (used < _next.Used[found])
            {
                _next.Set(found, used, _next.Bound[found] - _next.Used[found] + used, parent, option);
            }

            return;
        }

        var bound = used + _to.Ahead(_slack - used);
        bound = bound <= _slack ? Math.Max(bound, used + _to.Missing(_slack - used)) : bound;
        if (bound <= _slack)
        {
            _next.Add(_to.Key, place, used, bound, parent, option);
        }
    }
}
