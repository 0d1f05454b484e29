namespace BerthOpt.Berths;

/// <summary>Chooses the calls that a move takes out.</summary>
internal sealed class Ruins
{
    private readonly BerthModel _model;
    private readonly BerthState _state;
    private readonly Rng _rng;
    private readonly int[] _chosen;
    private readonly long[] _distance;
    private readonly long _sectionPerSlot;

    public Ruins(BerthState state, Rng rng)
    {
        _state = state;
        _model = state.Model;
        _rng = rng;
        _chosen = new int[_model.Calls.Length];
        _distance = new long[_model.Calls.Length];

        // A hull length across weighs as much as a handling time along, on average.
        long cells = 0, slots = 0;
        foreach (var zone in _model.Calls.SelectMany(call => call.Zones))
        {
            cells += zone.Width;
            slots += zone.Options[0].MinSlots;
        }

        _sectionPerSlot = Math.Max(1, 16 * slots / Math.Max(1, cells));
    }

    /// <summary>Chooses up to <paramref name="count"/> calls, the seed first.</summary>
    public ReadOnlySpan<int> Choose(int count)
    {
        count = Math.Min(count, _chosen.Length);
        var seed = _rng.Next(3) == 0 ? Costly() : _rng.Next(_chosen.Length);
        return _rng.Next(8) == 0 ? Random(seed, count) : Neighbours(seed, count);
    }

    /// <summary>The costliest of a few calls, measured against what it would cost alone.</summary>
    private int Costly()
    {
        var worst = _rng.Next(_chosen.Length);
        for (var tries = Math.Min(6, _chosen.Length / 4); tries > 0; tries--)
        {
            var other = _rng.Next(_chosen.Length);
            worst = Excess(other) > Excess(worst) ? other : worst;
        }

        return worst;
    }

    private long Excess(int call) =>
        (_state.IsPlaced(call) ? _state.At[call].Cost + (_model.MakespanRate * _state.At[call].End) : long.MaxValue / 2) - _model.Calls[call].IdealCost;

    private ReadOnlySpan<int> Random(int seed, int count)
    {
        for (var index = 0; index < _chosen.Length; index++)
        {
            _chosen[index] = index;
        }

        (_chosen[0], _chosen[seed]) = (_chosen[seed], _chosen[0]);
        for (var index = 1; index < count; index++)
        {
            var other = _rng.Next(index, _chosen.Length);
            (_chosen[index], _chosen[other]) = (_chosen[other], _chosen[index]);
        }

        return _chosen.AsSpan(0, count);
    }

    /// <summary>The calls nearest to the seed in quay and time, with noise (Shaw 1998). Calls without a place are near to everything.</summary>
    private ReadOnlySpan<int> Neighbours(int seed, int count)
    {
        var at = _state.At;
        var seedPlaced = at[seed].Zone >= 0;
        var center = at[seed];
        var noise = _rng.Next(1, 4);
        for (var call = 0; call < _chosen.Length; call++)
        {
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
            }

            _distance[call] = distance;
            _chosen[call] = call;
        }

        // Partial selection: counts are small.
        for (var index = 0; index < count; index++)
        {
            var least = index;
            for (var other = index + 1; other < _chosen.Length; other++)
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
