using BerthOpt.Kernels;

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
    private readonly CraneFit _fit;
    private readonly bool _plain;
    private readonly int _travelSlots;

    // By place along the rail.
    private readonly int[] _calls;
    private readonly int[] _rail;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _cranes;
    private readonly int[] _low;
    private readonly int[] _lowEnd;
    private readonly int[] _high;

    // By call.
    private readonly int[] _pinned;
    private readonly CraneHull[] _hull;

    private readonly int[] _gapLow;
    private readonly int[] _gapHigh;
    private readonly int[] _gapRail;
    private int _count;
    private int _staleFrom = int.MaxValue;
    private int _staleTo = -1;

    public CraneRail(PoolModel pool, int calls)
    {
        _pool = pool;
        _fit = new CraneFit(pool.Pool);
        _plain = pool.Pool.Outages.IsEmpty && pool.Pool.Reaches.IsEmpty;
        _travelSlots = CraneFit.LongestPause(pool);
        _calls = new int[calls];
        _rail = new int[calls];
        _from = new int[calls];
        _to = new int[calls];
        _cranes = new int[calls];
        _low = new int[calls];
        _lowEnd = new int[calls];
        _high = new int[calls];
        _pinned = new int[calls];
        _hull = new CraneHull[calls];
        _gapLow = new int[calls + 1];
        _gapHigh = new int[calls + 1];
        _gapRail = new int[calls + 2];
    }

    /// <summary>Whether a place must be tried cell by cell: travel and reach depend on the cell itself.</summary>
    public bool DependsOnCell => _travelSlots > 0 || !_pool.Pool.Reaches.IsEmpty;

    /// <summary>Gaps found by <see cref="Gather"/>: gap g lies between the rail positions [g] and [g + 1], both excluded.</summary>
    public ReadOnlySpan<int> GapRail => _gapRail;

    /// <summary>Leftmost first crane of a placed call.</summary>
    public int Low(int call)
    {
        Refresh();
        return _low[_calls.AsSpan(0, _count).IndexOf(call)];
    }

    public void Add(int call, int rail, CraneHull hull, int from, int to, int cranes, int pinned)
    {
        var place = _count;
        while (place > 0 && (_rail[place - 1] > rail || (_rail[place - 1] == rail && _from[place - 1] > from)))
        {
            place--;
        }

        Shift(place, place + 1, _count - place);
        _count++;
        (_calls[place], _rail[place], _from[place], _to[place], _cranes[place]) = (call, rail, from, to, cranes);
        (_pinned[call], _hull[call]) = (pinned, hull);
        _staleTo = Math.Max(_staleTo >= place ? _staleTo + 1 : _staleTo, place);
        _staleFrom = Math.Min(_staleFrom, place);
    }

    public void Remove(int call)
    {
        var place = _calls.AsSpan(0, _count).IndexOf(call);
        Shift(place + 1, place, _count - place - 1);
        _count--;
        _staleFrom = Math.Min(_staleFrom, place);
        _staleTo = Math.Max(_staleTo >= place ? _staleTo - 1 : _staleTo, place - 1);
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
            if (_from[index] < to && from < _to[index])
            {
                _gapLow[gaps] = low;
                low = Math.Max(low, _lowEnd[index]);
                _gapHigh[gaps] = _high[index];
                _gapRail[++gaps] = _rail[index];
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
        && ((_plain && pinned < 0) || _fit.First(_gapLow[gap], _gapHigh[gap], from, to, cranes, pinned, CraneHull.Anywhere) >= 0);

    /// <summary>Whether a new call at one place and time finds cranes; exact also with reach and travel.</summary>
    public bool Fits(int rail, CraneHull hull, int from, int to, int cranes, int pinned)
    {
        Refresh();
        var (low, high) = (0, _pool.Pool.Count);
        for (var index = 0; index < _count; index++)
        {
            if (!Meet(rail, from, to, _rail[index], _from[index], _to[index]))
            {
                continue;
            }

            // Equal places meet only by travel, one behind the other in time: the earlier counts as the left one.
            if (_rail[index] < rail || (_rail[index] == rail && _from[index] <= from))
            {
                low = Math.Max(low, _lowEnd[index]);
            }
            else
            {
                high = Math.Min(high, _high[index]);
            }
        }

        return _fit.First(low, high, from, to, cranes, pinned, hull) >= 0;
    }

    /// <summary>Brings the chains up to date: low only right of the first change, high only left of the last.</summary>
    private void Refresh()
    {
        for (var index = _staleFrom; index < _count; index++)
        {
            var low = _travelSlots == 0 ? Meetings.Max<Simd>(_from.AsSpan(0, index), _to, _lowEnd, _from[index], _to[index], 0) : LowByTravel(index);
            var call = _calls[index];
            _low[index] = _plain && _pinned[call] < 0 ? low : _fit.First(low, int.MaxValue, _from[index], _to[index], _cranes[index], _pinned[call], _hull[call]);
            _lowEnd[index] = _low[index] + _cranes[index];
        }

        for (var index = Math.Min(_staleTo, _count - 1); index >= 0; index--)
        {
            var right = _from.AsSpan(index + 1, _count - index - 1);
            var high = _travelSlots == 0
                ? Meetings.Min<Simd>(right, _to.AsSpan(index + 1), _high.AsSpan(index + 1), _from[index], _to[index], _pool.Pool.Count)
                : HighByTravel(index);
            var call = _calls[index];
            _high[index] = _plain && _pinned[call] < 0 ? high - _cranes[index] : _fit.Last(high, _from[index], _to[index], _cranes[index], _pinned[call], _hull[call]);
        }

        (_staleFrom, _staleTo) = (int.MaxValue, -1);
    }

    private int LowByTravel(int index)
    {
        var low = 0;
        for (var left = 0; left < index; left++)
        {
            low = Meet(_rail[index], _from[index], _to[index], _rail[left], _from[left], _to[left]) ? Math.Max(low, _lowEnd[left]) : low;
        }

        return low;
    }

    private int HighByTravel(int index)
    {
        var high = _pool.Pool.Count;
        for (var right = index + 1; right < _count; right++)
        {
            high = Meet(_rail[index], _from[index], _to[index], _rail[right], _from[right], _to[right]) ? Math.Min(high, _high[right]) : high;
        }

        return high;
    }

    /// <summary>Whether two calls cannot share a crane: they overlap in time, or a crane could not get from one to the other in time.</summary>
    private bool Meet(int rail, int from, int to, int otherRail, int otherFrom, int otherTo)
    {
        if (from < otherTo && otherFrom < to)
        {
            return true;
        }

        if (_travelSlots == 0)
        {
            return false;
        }

        var pause = from >= otherTo ? from - otherTo : otherFrom - to;
        return pause < _travelSlots && !_fit.CanTravel(rail, otherRail, pause);
    }

    private void Shift(int source, int target, int length)
    {
        foreach (var array in (ReadOnlySpan<int[]>)[_calls, _rail, _from, _to, _cranes, _low, _lowEnd, _high])
        {
            array.AsSpan(source, length).CopyTo(array.AsSpan(target));
        }
    }
}
