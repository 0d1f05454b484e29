namespace BerthOpt.Berths;

/// <content>
/// Rails whose cranes need time between calls. Of two calls that meet, the left one stands left in the order of cranes; calls that are
/// only near in time share no cranes, but may stand either way round: cranes can pass the place that the others have left.
/// </content>
internal sealed partial class CraneRail
{
    /// <summary>Steps of the order of cranes in a section along the rail, as a power of two: room for calls that change sides.</summary>
    public const int OrderBits = 20;

    /// <summary>How far beside another a call stands that changes sides with nobody behind it.</summary>
    public const long SideStep = 1L << (OrderBits - 2);

    /// <summary>Between two calls that meet the new one, it may stand anywhere among those that are near: the gap's room is the widest of theirs.</summary>
    private int GatherNear(int from, int to)
    {
        var near = Meeting(from - _pauses[0], to + _pauses[0]);
        HighBeside(near);
        var (gaps, low) = (0, 0);
        (_gapLeft[0], _gapLow[0], _gapRoom[0]) = (int.MinValue, 0, _gapSide[0]);
        for (var place = 0; place < near.Length; place++)
        {
            var index = near[place];
            low = Math.Max(low, _lowEnd[index]);
            if (_from[index] < to && from < _to[index])
            {
                (_gapHigh[gaps], _gapRight[gaps]) = (_gapSide[place], _rail[index]);
                gaps++;
                (_gapLeft[gaps], _gapLow[gaps], _gapRoom[gaps]) = (Math.Max(_gapLeft[gaps - 1], _rail[index]), low, 0);
            }

            _gapRoom[gaps] = Math.Max(_gapRoom[gaps], _gapSide[place + 1] - low);
        }

        (_gapHigh[gaps], _gapRight[gaps]) = (_pool.Pool.Count, int.MaxValue);
        for (var gap = gaps - 1; gap >= 0; gap--)
        {
            _gapRight[gap] = Math.Min(_gapRight[gap], _gapRight[gap + 1]);
            _gapRoom[gap] = _gapLeft[gap] < _gapRight[gap] ? _gapRoom[gap] : 0;
        }

        return gaps + 1;
    }

    private int FindNear(int rail, CraneHull hull, int from, int to, int cranes, int pinned, out long shift)
    {
        shift = 0;
        var near = Near(rail, from, to);
        var (least, most) = (0, near.Length);
        for (var place = 0; place < near.Length; place++)
        {
            var index = near[place];
            if (_from[index] < to && from < _to[index])
            {
                (least, most) = _rail[index] < rail ? (place + 1, most) : (least, Math.Min(most, place));
            }
        }

        HighBeside(near);
        var natural = (long)rail << OrderBits;
        var (low, found, room) = (0, -1, 0);
        for (var place = 0; place <= most; place++)
        {
            low = place == 0 ? 0 : Math.Max(low, _lowEnd[near[place - 1]]);
            if (place < least || _gapSide[place] - low < cranes)
            {
                continue;
            }

            var left = place == 0 ? long.MinValue : _order[near[place - 1]];
            var right = place == near.Length ? long.MaxValue : _order[near[place]];
            var isNatural = left < natural && natural < right;
            if ((isNatural || (_gapSide[place] - low > room && Between(left, right) is > long.MinValue))
                && _fit.First(low, _gapSide[place], from, to, cranes, pinned, hull) is >= 0 and var first)
            {
                (found, room) = (first, _gapSide[place] - low);
                if (isNatural)
                {
                    shift = 0;
                    break;
                }

                shift = Between(left, right) - natural;
            }
        }

        return found;
    }

    /// <summary>A place in the order of cranes between two others; <see cref="long.MinValue"/> when there is none left.</summary>
    private static long Between(long left, long right) =>
        left == long.MinValue ? right - SideStep
        : right == long.MaxValue ? left + SideStep
        : right - left < 2 ? long.MinValue
        : left + ((right - left) / 2);

    /// <summary>Leaves in <see cref="_gapSide"/> where the cranes of a new call must end: before each of some calls in order, and behind the last.</summary>
    private void HighBeside(ReadOnlySpan<int> near)
    {
        _gapSide[near.Length] = _pool.Pool.Count;
        for (var place = near.Length - 1; place >= 0; place--)
        {
            _gapSide[place] = Math.Min(_gapSide[place + 1], _high[near[place]]);
        }
    }

    /// <summary>Whether a call on the rail is handled nearer in time to a handling elsewhere than a crane needs to come over.</summary>
    private bool AreNear(int index, int rail, int from, int to) => _pool.AreNear(_rail[index], _from[index], _to[index], rail, from, to);

    /// <summary>Indexes of the calls that share no crane with a handling at one place and time, in the order of cranes.</summary>
    private ReadOnlySpan<int> Near(int rail, int from, int to)
    {
        var near = 0;
        foreach (var index in Meeting(from - _longestPause, to + _longestPause))
        {
            if (AreNear(index, rail, from, to))
            {
                _met[near++] = index; // not behind the one that is read
            }
        }

        return _met.AsSpan(0, near);
    }
}
