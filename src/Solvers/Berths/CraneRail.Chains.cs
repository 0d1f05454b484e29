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

        var (dirtyFrom, dirtyTo) = (_dirtyFrom, _dirtyTo);
        for (var index = _staleFrom; index < _count; index++)
        {
            if (_from[index] >= dirtyTo || _to[index] <= dirtyFrom)
            {
                continue;
            }

            var low = _pauses.Length > 0 ? LowBeside(index) : Meetings.Max<Simd>(_from.AsSpan(0, index), _to, _lowEnd, _from[index], _to[index], 0);
            var call = _calls[index];
            low = _plain && _pinned[call] < 0 ? low : _fit.First(low, int.MaxValue, _from[index], _to[index], _cranes[index], _pinned[call], _hull[call]);
            if (low != _low[index])
            {
                (_low[index], _lowEnd[index]) = (low, low + _cranes[index]);
                (dirtyFrom, dirtyTo) = (Math.Min(dirtyFrom, _from[index] - _longestPause), Math.Max(dirtyTo, _to[index] + _longestPause));
            }
        }

        (dirtyFrom, dirtyTo) = (_dirtyFrom, _dirtyTo);
        for (var index = Math.Min(_staleTo, _count - 1); index >= 0; index--)
        {
            if (_from[index] >= dirtyTo || _to[index] <= dirtyFrom)
            {
                continue;
            }

            var right = _from.AsSpan(index + 1, _count - index - 1);
            var high = _pauses.Length > 0 ? HighBeside(index) : Meetings.Min<Simd>(right, _to.AsSpan(index + 1), _high.AsSpan(index + 1), _from[index], _to[index], _pool.Pool.Count);
            var call = _calls[index];
            high = _plain && _pinned[call] < 0 ? high - _cranes[index] : _fit.Last(high, _from[index], _to[index], _cranes[index], _pinned[call], _hull[call]);
            if (high != _high[index])
            {
                _high[index] = high;
                (dirtyFrom, dirtyTo) = (Math.Min(dirtyFrom, _from[index] - _longestPause), Math.Max(dirtyTo, _to[index] + _longestPause));
            }
        }

        (_staleFrom, _staleTo, _dirtyFrom, _dirtyTo) = (int.MaxValue, -1, int.MaxValue, 0);
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
