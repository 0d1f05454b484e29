namespace BerthOpt.Berths;

/// <summary>Chooses the calls that a move takes out.</summary>
internal sealed class Ruins
{
    private const int LeastReach = 16;
    private const int MostWithout = 32;

    private readonly BerthModel _model;
    private readonly BerthState _state;
    private readonly Rng _rng;
    private readonly int[] _chosen;
    private readonly long[] _distance;
    private readonly long _sectionPerSlot;
    private readonly int _meanSlots;
    private readonly int[] _members;
    private readonly bool[] _isMember;
    private int _count;

    public Ruins(BerthState state, Rng rng)
    {
        _state = state;
        _model = state.Model;
        _rng = rng;
        _chosen = new int[_model.Calls.Length];
        _members = [.. Enumerable.Range(0, _chosen.Length)];
        _isMember = new bool[_chosen.Length];
        Array.Fill(_isMember, true);
        _count = _chosen.Length;
        _distance = new long[_model.Calls.Length];

        // A hull length across weighs as much as a handling time along, on average.
        long cells = 0, slots = 0, zones = 0;
        foreach (var zone in _model.Calls.SelectMany(call => call.Zones))
        {
            cells += zone.Width;
            slots += zone.Options[0].MinSlots;
            zones++;
        }

        _meanSlots = (int)(slots / Math.Max(1, zones));

        _sectionPerSlot = Math.Max(1, 16 * slots / Math.Max(1, cells));
    }

    /// <summary>Number of calls that may be taken out.</summary>
    public int Members => _count;

    /// <summary>Limits the calls that may be taken out to some.</summary>
    public void Limit(ReadOnlySpan<int> members)
    {
        Array.Clear(_isMember);
        members.CopyTo(_members);
        _count = members.Length;
        foreach (var call in members)
        {
            _isMember[call] = true;
        }
    }

    /// <summary>Number of calls that the last choice was made from.</summary>
    public int Looked { get; private set; }

    /// <summary>Chooses up to <paramref name="count"/> calls, the seed first.</summary>
    public ReadOnlySpan<int> Choose(int count)
    {
        var seed = _rng.Next(3) == 0 ? Costly() : _members[_rng.Next(_count)];
        if (_state.Missing > 0 && _rng.Next(2) == 0)
        {
            seed = WithoutPlace(seed);
        }

        var candidates = Candidates(seed);
        Looked = candidates;
        count = Math.Min(count, candidates);
        return _rng.Next(8) == 0 ? Random(seed, count, candidates) : Neighbours(seed, count, candidates);
    }

    /// <summary>A mandatory call without a place, while there is one: nothing else matters as much.</summary>
    private int WithoutPlace(int seed)
    {
        var calls = _state.ByTime;
        for (var (call, steps) = (calls.FirstWithout, _rng.Next(MostWithout)); call >= 0; call = calls.NextOf(call))
        {
            seed = _model.Calls[call].Optional || !_isMember[call] ? seed : call;
            if (steps-- <= 0 && seed == call)
            {
                break;
            }
        }

        return seed;
    }

    /// <summary>Lists the calls to choose from: all of them, or where they are many those near the seed in time, and some without a place.</summary>
    private int Candidates(int seed)
    {
        if (_chosen.Length <= RuinCycles.ManyCalls)
        {
            for (var call = 0; call < _chosen.Length; call++)
            {
                _chosen[call] = call;
            }

            return _chosen.Length;
        }

        var center = _state.At[seed];
        var (from, to) = center.Zone >= 0 ? (center.Start, center.End) : (_model.Calls[seed].Earliest, _model.Calls[seed].Earliest + _meanSlots);
        var reach = LeastReach + (2 * (to - from)) + _meanSlots;
        var count = _state.ByTime.Find((int)Math.Max(0, from - (long)reach), (int)Math.Min(_model.Horizon, to + (long)reach), _chosen);
        var kept = 0;
        for (var index = 0; index < count; index++)
        {
            if (_isMember[_chosen[index]])
            {
                _chosen[kept++] = _chosen[index];
            }
        }

        count = kept;
        var tries = MostWithout;
        for (var call = _state.ByTime.FirstWithout; call >= 0 && tries > 0; call = _state.ByTime.NextOf(call), tries--)
        {
            if (call == seed || (_isMember[call] && Math.Abs(_model.Calls[call].Earliest - (long)from) <= reach))
            {
                _chosen[count++] = call;
            }
        }

        if (!_chosen.AsSpan(0, count).Contains(seed))
        {
            _chosen[count++] = seed;
        }

        return count;
    }

    private bool CanLieAt(int call, int quay)
    {
        foreach (var zone in _model.Calls[call].Zones)
        {
            if (zone.Quay == quay)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The costliest of a few calls, measured against what it would cost alone.</summary>
    private int Costly()
    {
        var worst = _members[_rng.Next(_count)];
        for (var tries = Math.Min(6, _count / 4); tries > 0; tries--)
        {
            var other = _members[_rng.Next(_count)];
            worst = Excess(other) > Excess(worst) ? other : worst;
        }

        return worst;
    }

    private long Excess(int call) =>
        (_state.IsPlaced(call) ? _state.At[call].Cost + (_model.MakespanRate * _state.At[call].End) : long.MaxValue / 2) - _model.Calls[call].IdealCost;

    private ReadOnlySpan<int> Random(int seed, int count, int candidates)
    {
        var at = _chosen.AsSpan(0, candidates).IndexOf(seed);
        (_chosen[0], _chosen[at]) = (_chosen[at], _chosen[0]);
        for (var index = 1; index < count; index++)
        {
            var other = _rng.Next(index, candidates);
            (_chosen[index], _chosen[other]) = (_chosen[other], _chosen[index]);
        }

        return _chosen.AsSpan(0, count);
    }

    /// <summary>The calls nearest to the seed in quay and time, with noise (Shaw 1998). Calls without a place are near to everything.</summary>
    private ReadOnlySpan<int> Neighbours(int seed, int count, int candidates)
    {
        var at = _state.At;
        var seedPlaced = at[seed].Zone >= 0;
        var center = at[seed];
        var noise = _rng.Next(1, 4);
        for (var index = 0; index < candidates; index++)
        {
            var call = _chosen[index];
            var other = at[call];
            long distance = 0;
            if (call == seed)
            {
                distance = -1;
            }
            else if (other.Zone >= 0 && seedPlaced)
            {
                var (mine, its) = (_model.Calls[seed].Zones[center.Zone], _model.Calls[call].Zones[other.Zone]);
                var apart = mine.Quay == its.Quay
                    ? Math.Max(0, Math.Max(center.Cell - (other.Cell + its.Width), other.Cell - (center.Cell + mine.Width)))
                    : 32;
                var wait = Math.Max(0, Math.Max(center.Start - other.End, other.Start - center.End));
                distance = (16L * wait) + (apart * _sectionPerSlot);
                distance += _rng.Next(16 * noise * (1 + center.End - center.Start));
            }
            else if (other.Zone >= 0)
            {
                distance = (16L * Math.Abs(other.Start - _model.Calls[seed].Arrival)) + _rng.Next(256);
                distance += CanLieAt(seed, _model.Calls[call].Zones[other.Zone].Quay) ? 0 : 512;
            }

            _distance[call] = distance;
        }

        // Partial selection: counts are small.
        for (var index = 0; index < count; index++)
        {
            var least = index;
            for (var other = index + 1; other < candidates; other++)
            {
                if (_distance[_chosen[other]] < _distance[_chosen[least]])
                {
                    least = other;
                }
            }

            (_chosen[index], _chosen[least]) = (_chosen[least], _chosen[index]);
        }

        return _chosen.AsSpan(0, count);
    }
}
