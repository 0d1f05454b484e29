using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <content>The chains of meeting calls: what is low and high for each call.</content>
internal sealed partial class CraneRail
{
    /// <summary>
    /// Brings the chains up to date: low only right of the first change, high only left of the last, and both only where a change
    /// reaches: a call whose neighbours in time are as they were keeps its cranes.
    /// </summary>
    private void Refresh()
    {
        if (IsExplicit || _staleTo < 0 && _staleFrom >= _count)
        {
            (_staleFrom, _staleTo, _dirtyFrom, _dirtyTo) = (int.MaxValue, -1, int.MaxValue, 0);
            return;
        }

        RefreshLow();
        RefreshHigh();
        (_staleFrom, _staleTo, _dirtyFrom, _dirtyTo) = (int.MaxValue, -1, int.MaxValue, 0);
    }

    private void RefreshLow()
    {
        var (dirtyFrom, dirtyTo) = (_dirtyFrom, _dirtyTo);
        var next = _staleFrom;
        while (next < _count)
        {
            var start = next;
            next = _count;
            foreach (var found in _dirty.AsSpan(0, Meetings.Find<Simd>(_from.AsSpan(start, _count - start), _to.AsSpan(start), dirtyFrom, dirtyTo, _dirty)))
            {
                var index = start + found;
                var low = _pauses.Length > 0 ? LowBeside(index) : Meetings.Max<Simd>(_from.AsSpan(0, index), _to, _lowEnd, _from[index], _to[index], 0);
                var call = _calls[index];
                low = _plain && _pinned[call] < 0 ? low : _fit.First(low, int.MaxValue, _from[index], _to[index], _cranes[index], _pinned[call], _hull[call]);
                if (low == _low[index])
                {
                    continue;
                }

                (_low[index], _lowEnd[index]) = (low, low + _cranes[index]);
                if (Widen(index, ref dirtyFrom, ref dirtyTo))
                {
                    next = index + 1; // more calls are to be looked at
                    break;
                }
            }
        }
    }

    private void RefreshHigh()
    {
        var (dirtyFrom, dirtyTo) = (_dirtyFrom, _dirtyTo);
        var end = Math.Min(_staleTo + 1, _count);
        while (end > 0)
        {
            var dirty = _dirty.AsSpan(0, Meetings.Find<Simd>(_from.AsSpan(0, end), _to, dirtyFrom, dirtyTo, _dirty));
            end = 0;
            for (var found = dirty.Length - 1; found >= 0; found--)
            {
                var index = dirty[found];
                var right = _from.AsSpan(index + 1, _count - index - 1);
                var high = _pauses.Length > 0 ? HighBeside(index) : Meetings.Min<Simd>(right, _to.AsSpan(index + 1), _high.AsSpan(index + 1), _from[index], _to[index], _pool.Pool.Count);
                var call = _calls[index];
                high = _plain && _pinned[call] < 0 ? high - _cranes[index] : _fit.Last(high, _from[index], _to[index], _cranes[index], _pinned[call], _hull[call]);
                if (high == _high[index])
                {
                    continue;
                }

                _high[index] = high;
                if (Widen(index, ref dirtyFrom, ref dirtyTo))
                {
                    end = index;
                    break;
                }
            }
        }
    }

    /// <summary>Takes the time of a call that has changed into the time in which calls may change.</summary>
    /// <returns>Whether that is longer than before.</returns>
    private bool Widen(int index, ref int dirtyFrom, ref int dirtyTo)
    {
        var (from, to) = (_from[index] - _longestPause, _to[index] + _longestPause);
        var isLonger = from < dirtyFrom || to > dirtyTo;
        (dirtyFrom, dirtyTo) = (Math.Min(dirtyFrom, from), Math.Max(dirtyTo, to));
        return isLonger;
    }

    private int LowBeside(int index)
    {
        var low = 0;
        for (var left = 0; left < index; left++)
        {
            low = _lowEnd[left] > low && AreNear(left, _rail[index], _from[index], _to[index]) ? _lowEnd[left] : low;
        }

        return low;
    }

    private int HighBeside(int index)
    {
        var high = _pool.Pool.Count;
        for (var right = index + 1; right < _count; right++)
        {
            high = _high[right] < high && AreNear(right, _rail[index], _from[index], _to[index]) ? _high[right] : high;
        }

        return high;
    }

    private void Soil(int from, int to) =>
        (_dirtyFrom, _dirtyTo) = (Math.Min(_dirtyFrom, from - _longestPause), Math.Max(_dirtyTo, to + _longestPause));
}
