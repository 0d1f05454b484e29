using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// The calls on one rail of specific cranes, kept so that non-crossing cranes always exist. Sort the calls by their place along
/// the rail: of two that meet in time, the left one's cranes end before the right one's begin, so the first crane of a call is at
/// least the heaviest chain of meeting calls to its left. <see cref="Low"/> is that leftmost choice, "high" its mirror;
/// a set of calls has cranes exactly when the leftmost choice fits on the rail, and a new call fits between what is low on its left
/// and high on its right. Where cranes need time between calls, calls that come nearer in time than a crane could come over share
/// no cranes either, but those of the left one may stand on either side: the calls are kept in an order of cranes, which is that of
/// their places for calls that meet, and any for calls that are only near. On a rail of explicit cranes each call keeps the first
/// crane that it was placed with.
/// </summary>
internal sealed partial class CraneRail
{
    private readonly PoolModel _pool;
    private readonly CraneFit _fit;
    private readonly bool _plain;
    private readonly int[] _pauses;
    private readonly int _longestPause;

    // In the order of cranes: by place along the rail, unless cranes need time and calls near in time have changed sides.
    private readonly long[] _order;
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
    private readonly int[] _gapLeft;
    private readonly int[] _gapRight;
    private readonly int[] _gapRoom;
    private readonly int[] _gapSide;
    private readonly int[] _met;
    private readonly int[] _dirty;
    private int _count;
    private int _staleFrom = int.MaxValue;
    private int _staleTo = -1;
    private int _dirtyFrom = int.MaxValue;
    private int _dirtyTo;

    public CraneRail(PoolModel pool, int calls, bool explicitCranes)
    {
        _pool = pool;
        _fit = new CraneFit(pool.Pool);
        _plain = pool.Pool.Outages.IsEmpty && pool.Pool.Reaches.IsEmpty;
        _pauses = pool.Pauses;
        _longestPause = pool.LongestPause;
        IsExplicit = explicitCranes && _pauses.Length > 0;
        _order = new long[calls];
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
        _gapLeft = new int[calls + 1];
        _gapRight = new int[calls + 1];
        _gapRoom = new int[calls + 1];
        _gapSide = new int[calls + 1];
        _met = new int[calls];
        _dirty = new int[calls];
    }

    /// <summary>Whether a place must be tried cell by cell: travel and reach depend on the cell itself.</summary>
    public bool DependsOnCell => IsExplicit || !_pool.Pool.Reaches.IsEmpty;

    /// <summary>Whether a gap may be too narrow for one of its cells: the pauses depend on the cell, and the gaps are found with the least.</summary>
    public bool MustTryCell => _pauses.Length > 0;

    /// <summary>Rail positions between which a gap found by <see cref="Gather"/> lies, both excluded.</summary>
    public (int Left, int Right) Gap(int gap) => (_gapLeft[gap], _gapRight[gap]);

    /// <summary>Whether placed calls keep the first crane that <see cref="Find"/> gave them.</summary>
    public bool IsExplicit { get; }

    /// <summary>First crane of a placed call.</summary>
    public int Low(int call)
    {
        Refresh();
        return _low[_calls.AsSpan(0, _count).IndexOf(call)];
    }

    /// <summary>Adds a call; "shift" says how far from its place along the rail it stands in the order of cranes, as <see cref="Find"/> told.</summary>
    public void Add(int call, int rail, CraneHull hull, int from, int to, int cranes, int pinned, int first, long shift)
    {
        var place = _count;
        var order = ((long)rail << OrderBits) + shift;
        while (place > 0 && (_order[place - 1] > order || (_order[place - 1] == order && _calls[place - 1] > call)))
        {
            place--;
        }

        Shift(place, place + 1, _count - place);
        _count++;
        _order[place] = order;
        (_calls[place], _rail[place], _from[place], _to[place], _cranes[place]) = (call, rail, from, to, cranes);
        (_pinned[call], _hull[call]) = (pinned, hull);
        if (IsExplicit)
        {
            (_low[place], _lowEnd[place]) = (first, first + cranes);
            return;
        }

        (_low[place], _lowEnd[place], _high[place]) = (-1, -1, -1);
        _staleTo = Math.Max(_staleTo >= place ? _staleTo + 1 : _staleTo, place);
        _staleFrom = Math.Min(_staleFrom, place);
        Soil(from, to);
    }

    public void Remove(int call)
    {
        var place = _calls.AsSpan(0, _count).IndexOf(call);
        Soil(_from[place], _to[place]);
        Shift(place + 1, place, _count - place - 1);
        _count--;
        _staleFrom = Math.Min(_staleFrom, place);
        _staleTo = Math.Max(_staleTo >= place ? _staleTo - 1 : _staleTo, place - 1);
    }

    /// <summary>Whether all calls have cranes on the rail.</summary>
    public bool Fits()
    {
        Refresh();
        for (var index = 0; index < _count; index++)
        {
            if (_low[index] < 0 || _lowEnd[index] > _pool.Pool.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Gives every call the cranes that stand nearest to it when all spread evenly along the rail, as far as the others let it: what is
    /// then fixed leaves room for cranes on both its sides. Where cranes travel, calls keep those that they have.
    /// </summary>
    /// <param name="first">First crane by call; filled in for the calls on this rail.</param>
    public void Spread(Span<int> first)
    {
        Refresh();
        var ends = new int[_count];
        for (var index = 0; index < _count; index++)
        {
            var call = _calls[index];
            var (cranes, from, to) = (_cranes[index], _from[index], _to[index]);
            first[call] = _low[index];
            if (_pauses.Length == 0 && _pinned[call] < 0)
            {
                // What is to the right still fits as long as no call goes beyond its high.
                var low = Meetings.Max<Simd>(_from.AsSpan(0, index), _to, ends, from, to, 0);
                var wish = (int)((long)_rail[index] * (_pool.Pool.Count - cranes + 1) / Math.Max(1, _pool.RailLength));
                var found = _fit.First(Math.Clamp(wish, low, Math.Max(low, _high[index])), _high[index] + cranes, from, to, cranes, -1, _hull[call]);
                first[call] = found >= 0 ? found : _fit.First(low, _high[index] + cranes, from, to, cranes, -1, _hull[call]);
            }

            ends[index] = first[call] + cranes;
        }
    }

    /// <summary>Finds the gaps between the calls that are handled at some time in <c>[from, to)</c>.</summary>
    /// <returns>Number of gaps.</returns>
    public int Gather(int from, int to)
    {
        Refresh();
        if (_pauses.Length > 0)
        {
            return GatherNear(from, to);
        }

        var gaps = 0;
        var low = 0;
        _gapLeft[0] = int.MinValue;
        foreach (var index in Meeting(from, to))
        {
            (_gapLow[gaps], _gapHigh[gaps], _gapRight[gaps]) = (low, _high[index], _rail[index]);
            low = Math.Max(low, _lowEnd[index]);
            _gapLeft[++gaps] = _rail[index];
        }

        (_gapLow[gaps], _gapHigh[gaps], _gapRight[gaps]) = (low, _pool.Pool.Count, int.MaxValue);
        _gapRoom[gaps] = _gapHigh[gaps] - low;
        for (var gap = gaps - 1; gap >= 0; gap--)
        {
            _gapHigh[gap] = Math.Min(_gapHigh[gap], _gapHigh[gap + 1]);
            _gapRoom[gap] = _gapHigh[gap] - _gapLow[gap];
        }

        return gaps + 1;
    }

    /// <summary>Whether a gap of the last <see cref="Gather"/> has room for the cranes.</summary>
    public bool GapFits(int gap, int from, int to, int cranes, int pinned) =>
        _gapRoom[gap] >= cranes
        && ((_plain && pinned < 0) || _fit.First(_gapLow[gap], _gapHigh[gap], from, to, cranes, pinned, CraneHull.Anywhere) >= 0);

    /// <summary>
    /// A first crane for a new call at one place and time: the leftmost; -1 when there is none. Exact also with reach and travel. The shift is
    /// how far from its place along the rail the call would stand in the order of cranes: 0 where it can.
    /// </summary>
    public int Find(int rail, CraneHull hull, int from, int to, int cranes, int pinned, out long shift)
    {
        shift = 0;
        if (IsExplicit)
        {
            return FindExplicit(rail, hull, from, to, cranes, pinned);
        }

        Refresh();
        if (_pauses.Length > 0)
        {
            return FindNear(rail, hull, from, to, cranes, pinned, out shift);
        }

        var (low, high) = (0, _pool.Pool.Count);
        foreach (var index in Meeting(from, to))
        {
            if (_rail[index] < rail)
            {
                low = Math.Max(low, _lowEnd[index]);
            }
            else
            {
                high = Math.Min(high, _high[index]);
            }
        }

        return _fit.First(low, high, from, to, cranes, pinned, hull);
    }

    private int FindExplicit(int rail, CraneHull hull, int from, int to, int cranes, int pinned)
    {
        var choices = _pool.Pool.Count - cranes + 1;
        for (var first = 0; first < choices; first++)
        {
            if (_fit.First(first, first + cranes, from, to, cranes, pinned, hull) == first && IsClear(rail, from, to, first, first + cranes))
            {
                return first;
            }
        }

        return -1;
    }

    private bool IsClear(int rail, int from, int to, int first, int end)
    {
        for (var index = 0; index < _count; index++)
        {
            var shares = first < _lowEnd[index] && _low[index] < end;
            if (_from[index] < to && from < _to[index])
            {
                var crosses = _rail[index] < rail ? _lowEnd[index] > first : end > _low[index];
                if (shares || crosses)
                {
                    return false;
                }
            }
            else if (shares && AreNear(index, rail, from, to))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Indexes of the calls that are handled at some time in <c>[from, to)</c>, in the order of cranes.</summary>
    private ReadOnlySpan<int> Meeting(int from, int to) => _met.AsSpan(0, Meetings.Find<Simd>(_from.AsSpan(0, _count), _to, from, to, _met));

    private void Shift(int source, int target, int length)
    {
        _order.AsSpan(source, length).CopyTo(_order.AsSpan(target));
        foreach (var array in (ReadOnlySpan<int[]>)[_calls, _rail, _from, _to, _cranes, _low, _lowEnd, _high])
        {
            array.AsSpan(source, length).CopyTo(array.AsSpan(target));
        }
    }
}
