namespace BerthOpt.Berths;

/// <summary>
/// The calls on one rail of specific cranes, kept so that non-crossing cranes always exist. Sort the calls by their place along
/// the rail: of two that meet in time, the left one's cranes end before the right one's begin, so the first crane of a call is at
/// least the heaviest chain of meeting calls to its left. <see cref="Low"/> is that leftmost choice, "high" its mirror;
/// a set of calls has cranes exactly when the leftmost choice fits on the rail, and a new call fits between what is low on its left
/// and high on its right.
/// </summary>
internal sealed class CraneRail
{
    private readonly PoolModel _pool;
    private readonly int[] _order;
    private readonly int[] _rail;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _cranes;
    private readonly int[] _pinned;
    private readonly (int Quay, int From, int To)[] _hull;
    private readonly int[] _low;
    private readonly int[] _high;
    private readonly int[] _gapLow;
    private readonly int[] _gapHigh;
    private readonly int[] _gapRail;
    private readonly bool _plain;
    private readonly int _reachInTime;
    private int _count;
    private bool _stale;

    public CraneRail(PoolModel pool, int calls)
    {
        _pool = pool;
        _order = new int[calls];
        _rail = new int[calls];
        _from = new int[calls];
        _to = new int[calls];
        _cranes = new int[calls];
        _pinned = new int[calls];
        _hull = new (int, int, int)[calls];
        _low = new int[calls];
        _high = new int[calls];
        _gapLow = new int[calls + 1];
        _gapHigh = new int[calls + 1];
        _gapRail = new int[calls + 2];
        _plain = pool.Pool.Outages.IsEmpty && pool.Pool.Reaches.IsEmpty;
        if (pool.Pool.Travel is { } travel)
        {
            _reachInTime = (int)Math.Min(int.MaxValue / 4, travel.SetupSlots + (((long)pool.RailLength * travel.SpeedSlots) + travel.SpeedSections - 1) / travel.SpeedSections);
        }
    }

    /// <summary>Whether a place must be tried cell by cell: travel and reach depend on the cell itself.</summary>
    public bool DependsOnCell => _reachInTime > 0 || !_pool.Pool.Reaches.IsEmpty;

    /// <summary>Gaps found by <see cref="Gather"/>: gap g lies between the rail positions <see cref="GapRail"/>[g] and [g + 1], both excluded.</summary>
    public ReadOnlySpan<int> GapRail => _gapRail;

    /// <summary>Leftmost first crane of a placed call.</summary>
    public int Low(int call)
    {
        Refresh();
        return _low[call];
    }

    public void Add(int call, int rail, (int Quay, int From, int To) hull, int from, int to, int cranes, int pinned)
    {
        var place = _count;
        while (place > 0 && (_rail[_order[place - 1]] > rail || (_rail[_order[place - 1]] == rail && _from[_order[place - 1]] > from)))
        {
            _order[place] = _order[place - 1];
            place--;
        }

        _order[place] = call;
        _count++;
        (_rail[call], _from[call], _to[call], _cranes[call], _pinned[call], _hull[call]) = (rail, from, to, cranes, pinned, hull);
        _stale = true;
    }

    public void Remove(int call)
    {
        var place = _order.AsSpan(0, _count).IndexOf(call);
        _order.AsSpan(place + 1, _count - place - 1).CopyTo(_order.AsSpan(place));
        _count--;
        _stale = true;
    }

    /// <summary>Finds the gaps between the calls that are handled at some time in <c>[from, to)</c>.</summary>
    /// <returns>Number of gaps.</returns>
    public int Gather(int from, int to)
    {
        Refresh();
        var gaps = 0;
        var low = 0;
        _gapRail[0] = int.MinValue;
        for (var index = 0; index < _count; index++)
        {
            var call = _order[index];
            if (_from[call] < to && from < _to[call])
            {
                _gapLow[gaps] = low;
                low = Math.Max(low, _low[call] + _cranes[call]);
                _gapHigh[gaps] = _high[call];
                _gapRail[++gaps] = _rail[call];
            }
        }

        _gapLow[gaps] = low;
        _gapHigh[gaps] = _pool.Pool.Count;
        _gapRail[gaps + 1] = int.MaxValue;
        for (var gap = gaps - 1; gap >= 0; gap--)
        {
            _gapHigh[gap] = Math.Min(_gapHigh[gap], _gapHigh[gap + 1]);
        }

        return gaps + 1;
    }

    /// <summary>Whether a gap of the last <see cref="Gather"/> has room for the cranes.</summary>
    public bool GapFits(int gap, int from, int to, int cranes, int pinned) =>
        _gapHigh[gap] - _gapLow[gap] >= cranes
        && (_plain && pinned < 0 || FirstFit(_gapLow[gap], _gapHigh[gap], from, to, cranes, pinned, (-1, 0, 0)) >= 0);

    /// <summary>Whether a new call at one place and time finds cranes; exact also with reach and travel.</summary>
    public bool Fits(int rail, (int Quay, int From, int To) hull, int from, int to, int cranes, int pinned)
    {
        Refresh();
        var (low, high) = (0, _pool.Pool.Count);
        for (var index = 0; index < _count; index++)
        {
            var call = _order[index];
            if (!Meet(rail, from, to, _rail[call], _from[call], _to[call]))
            {
                continue;
            }

            // Equal places meet only by travel, one behind the other in time: the earlier counts as the left one.
            if (_rail[call] < rail || (_rail[call] == rail && _from[call] <= from))
            {
                low = Math.Max(low, _low[call] + _cranes[call]);
            }
            else
            {
                high = Math.Min(high, _high[call]);
            }
        }

        return FirstFit(low, high, from, to, cranes, pinned, hull) >= 0;
    }

    private void Refresh()
    {
        if (!_stale)
        {
            return;
        }

        _stale = false;
        for (var index = 0; index < _count; index++)
        {
            var call = _order[index];
            var low = 0;
            for (var other = 0; other < index; other++)
            {
                var left = _order[other];
                if (_from[left] < _to[call] + _reachInTime && _from[call] < _to[left] + _reachInTime && Meets(left, call))
                {
                    low = Math.Max(low, _low[left] + _cranes[left]);
                }
            }

            _low[call] = FirstFit(low, int.MaxValue, _from[call], _to[call], _cranes[call], _pinned[call], _hull[call]);
        }

        for (var index = _count - 1; index >= 0; index--)
        {
            var call = _order[index];
            var high = _pool.Pool.Count;
            for (var other = _count - 1; other > index; other--)
            {
                var right = _order[other];
                if (_from[right] < _to[call] + _reachInTime && _from[call] < _to[right] + _reachInTime && Meets(right, call))
                {
                    high = Math.Min(high, _high[right]);
                }
            }

            _high[call] = LastFit(high, _from[call], _to[call], _cranes[call], _pinned[call], _hull[call]);
        }
    }

    private bool Meets(int one, int two) => Meet(_rail[one], _from[one], _to[one], _rail[two], _from[two], _to[two]);

    /// <summary>Whether two calls cannot share a crane: they overlap in time, or a crane could not get from one to the other in time.</summary>
    private bool Meet(int rail, int from, int to, int otherRail, int otherFrom, int otherTo)
    {
        if (from < otherTo && otherFrom < to)
        {
            return true;
        }

        if (_pool.Pool.Travel is not { } travel)
        {
            return false;
        }

        var pause = from >= otherTo ? from - otherTo : otherFrom - to;
        return (pause - (long)travel.SetupSlots) * travel.SpeedSections < Math.Abs((long)rail - otherRail) * travel.SpeedSlots;
    }

    private int FirstFit(int low, int high, int from, int to, int cranes, int pinned, (int Quay, int From, int To) hull)
    {
        high = Math.Min(high, _pool.Pool.Count);
        for (var first = pinned >= 0 ? Math.Max(low, pinned) : low; first + cranes <= high && (pinned < 0 || first == pinned); first++)
        {
            if (_plain || Works(first, cranes, from, to, hull))
            {
                return first;
            }
        }

        return -1;
    }

    private int LastFit(int high, int from, int to, int cranes, int pinned, (int Quay, int From, int To) hull)
    {
        for (var first = pinned >= 0 ? Math.Min(high - cranes, pinned) : high - cranes; first >= 0 && (pinned < 0 || first == pinned); first--)
        {
            if (_plain || Works(first, cranes, from, to, hull))
            {
                return first;
            }
        }

        return -1;
    }

    private bool Works(int first, int cranes, int from, int to, (int Quay, int From, int To) hull)
    {
        foreach (var outage in _pool.Pool.Outages)
        {
            if (outage.Crane >= first && outage.Crane < first + cranes && outage.Slots.From < to && from < outage.Slots.To)
            {
                return false;
            }
        }

        if (hull.Quay < 0 || _pool.Pool.Reaches.IsEmpty)
        {
            return true;
        }

        for (var crane = first; crane < first + cranes; crane++)
        {
            var (listed, reached) = (false, false);
            foreach (var reach in _pool.Pool.Reaches)
            {
                if (reach.Crane == crane)
                {
                    listed = true;
                    reached |= reach.Quay == hull.Quay && reach.Sections.From <= hull.From && hull.To <= reach.Sections.To;
                }
            }

            if (listed && !reached)
            {
                return false;
            }
        }

        return true;
    }
}
