using System.Runtime.InteropServices;

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
    private const int BerthsPerWord = 4;
    private const int StepsPerState = 16;

    private readonly FrontierGraph _graph;
    private readonly int _width;
    private readonly int _calls;
    private readonly int[] _offsets;
    private readonly ushort[] _free;
    private readonly ulong[] _key;
    private readonly List<(int[] Parents, int[] Options)> _past = [];
    private FrontierLayer _layer;
    private FrontierLayer _next;
    private long _slack;
    private long _dropped = long.MaxValue;
    private int _state;

    /// <param name="graph">What to go through.</param>
    /// <param name="width">Most states that go on from a layer.</param>
    public FrontierSearch(FrontierGraph graph, int width)
    {
        (_graph, _width, _slack, _calls) = (graph, width, graph.Slack, graph.Calls.Length);
        var berths = graph.GroupOf.Length;
        var words = graph.Words + ((berths + BerthsPerWord - 1) / BerthsPerWord);
        _key = new ulong[words];
        _free = new ushort[berths];
        _layer = new FrontierLayer(words);
        _next = new FrontierLayer(words);
        _offsets = new int[graph.Groups.Length];
        for (var group = 1; group < _offsets.Length; group++)
        {
            _offsets[group] = _offsets[group - 1] + graph.Groups[group - 1].Options.Length;
        }

        for (var berth = 0; berth < berths; berth++)
        {
            Moments[berth] = (ushort)graph.Groups[graph.GroupOf[berth]].Opening;
        }

        _ = _layer.Find(_key, out var place);
        _layer.Add(_key, place, 0, 0, 0, 0);
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
    public long Work { get; private set; }

    private Span<ushort> Moments => MemoryMarshal.Cast<ulong, ushort>(_key.AsSpan(_graph.Words));

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

    /// <summary>The best plan met: group and start of each call.</summary>
    public (int Group, int Start)[] Plan()
    {
        var plan = new (int Group, int Start)[_calls];
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
            plan[_graph.Calls[bits[option.Kind]++]] = (group, option.Start);
        }

        return plan;
    }

    private void EndLayer()
    {
        _dropped = Math.Min(_dropped, _next.Keep(_width));
        _past.Add((_next.Parent[.._next.Count], _next.Option[.._next.Count]));
        (_layer, _next) = (_next, _layer);
        _next.Clear();
        _state = 0;
        Work += _layer.Count;
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
        var used = _layer.Used[state];
        var placed = _layer.Key(state)[.._graph.Words];
        MemoryMarshal.Cast<ulong, ushort>(_layer.Key(state)[_graph.Words..])[.._free.Length].CopyTo(_free);
        while (used <= _slack && _layer.Bound[state] <= _slack)
        {
            var berth = First();
            if (berth < 0 || !HasPlaced(placed, _graph.Due(_graph.GroupOf[berth], _free[berth])))
            {
                return;
            }

            var index = _graph.GroupOf[berth];
            var group = _graph.Groups[index];
            var number = _offsets[index] + group.FirstOf(_free[berth]);
            foreach (ref readonly var option in group.From(_free[berth]))
            {
                Work++;
                if (used + option.Extra > _slack)
                {
                    break;
                }

                if (!Has(placed, _graph.LastBit[option.Kind]))
                {
                    Place(state, used + option.Extra, berth, option, number);
                }

                number++;
            }

            used += group.Close(_free[berth]);
            Free(_free, berth, FrontierGraph.Closed);
        }
    }

    // The state after an option.
    private void Place(int state, long used, int berth, in FrontierOption option, int number)
    {
        _layer.Key(state)[.._graph.Words].CopyTo(_key);
        var bit = _graph.FirstBit[option.Kind];
        while (Has(_key, bit))
        {
            bit++;
        }

        _key[bit >> 6] |= 1UL << (bit & 63);
        _free.CopyTo(Moments);
        Free(Moments, berth, (ushort)option.Next);
        Work += StepsPerState;
        var found = _next.Find(_key, out var place);
        if (found >= 0)
        {
            if (used < _next.Used[found])
            {
                _next.Set(found, used, _next.Bound[found] - _next.Used[found] + used, state, number);
            }

            return;
        }

        var bound = used + Ahead(_slack - used);
        if (bound <= _slack)
        {
            _next.Add(_key, place, used, bound, state, number);
        }
    }

    // What the berths will take at least, as each goes on with a call that is not placed yet, or with none.
    private long Ahead(long slack)
    {
        long sum = 0;
        var moments = Moments;
        for (var berth = 0; berth < _free.Length && sum <= slack; berth++)
        {
            if (moments[berth] == FrontierGraph.Closed)
            {
                continue;
            }

            var group = _graph.Groups[_graph.GroupOf[berth]];
            var least = group.Close(moments[berth]);
            foreach (ref readonly var option in group.From(moments[berth]))
            {
                Work++;
                if (option.Extra >= least)
                {
                    break;
                }

                if (!Has(_key, _graph.LastBit[option.Kind]))
                {
                    least = option.Extra;
                }
            }

            // Options that take more than the slack are not listed.
            sum += Math.Min(least, _graph.Slack + 1);
        }

        return sum;
    }

    // The berth that is free first; -1 when none will be.
    private int First()
    {
        var (first, least) = (-1, int.MaxValue);
        for (var berth = 0; berth < _free.Length; berth++)
        {
            if (_free[berth] != FrontierGraph.Closed && _graph.Groups[_graph.GroupOf[berth]].Times[_free[berth]] < least)
            {
                (first, least) = (berth, _graph.Groups[_graph.GroupOf[berth]].Times[_free[berth]]);
            }
        }

        return first;
    }

    // Berths of a group are equal: theirs are kept in the order of time.
    private void Free(Span<ushort> moments, int berth, ushort moment)
    {
        moments[berth] = moment;
        for (; berth + 1 < _free.Length && _graph.GroupOf[berth + 1] == _graph.GroupOf[berth] && moments[berth] > moments[berth + 1]; berth++)
        {
            (moments[berth], moments[berth + 1]) = (moments[berth + 1], moments[berth]);
        }
    }

    private static bool Has(ReadOnlySpan<ulong> words, int bit) => (words[bit >> 6] & (1UL << (bit & 63))) != 0;

    private static bool HasPlaced(ReadOnlySpan<ulong> placed, ReadOnlySpan<ulong> due)
    {
        for (var word = 0; word < due.Length; word++)
        {
            if ((due[word] & ~placed[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
