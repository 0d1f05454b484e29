namespace BerthOpt.Berths;

/// <summary>Finds measures that the relaxation's solution breaks: at slots where calls come, weights under which those there are most too much.</summary>
internal sealed class MeasureSearch(StayModel model, MeasurePool pool)
{
    private const int MostSlots = 100;
    private const int MostAtOnce = 4;
    private const int FinestWeight = 24;

    private readonly FractionalCover _cover = new();
    private readonly float[] _shares = new float[FractionalCover.MostCalls];
    private readonly int[] _widths = new int[FractionalCover.MostCalls];
    private readonly int[] _calls = new int[FractionalCover.MostCalls];
    private long _work;

    /// <summary>Steps done: the unit of work.</summary>
    public long Work => _work + _cover.Work;

    /// <summary>Adds the worst broken ones of each room.</summary>
    /// <param name="average">The relaxation's solution.</param>
    /// <param name="slots">Slots that stays reach to.</param>
    /// <returns>How many were added.</returns>
    public int Add(StayAverage average, int slots)
    {
        var added = 0;
        for (var room = 0; room < model.Rooms.Length; room++)
        {
            var (share, starts) = average.Activity(room, slots);
            _work += slots * share.Length;
            var found = new List<(double Excess, int Slot, int[] Weights)>();
            var step = Math.Max(1, (starts.Count + MostSlots - 1) / MostSlots);
            for (var index = 0; index < starts.Count; index += step)
            {
                if (Weights(room, share, starts[index], out var excess) is { } weights)
                {
                    found.Add((excess, starts[index], weights));
                }
            }

            var ofRoom = 0;
            foreach (var (_, slot, weights) in found.OrderByDescending(each => each.Excess))
            {
                ofRoom += ofRoom < MostAtOnce && pool.TryAdd(room, weights, [.. share.Select(row => row[slot])]) ? 1 : 0;
            }

            added += ofRoom;
        }

        return added;
    }

    private int[]? Weights(int room, float[][] share, int slot, out double excess)
    {
        var count = 0;
        for (var call = 0; call < share.Length; call++)
        {
            var part = share[call][slot];
            if (part < 0.01f)
            {
                continue;
            }

            // The greatest shares, in falling order.
            var at = Math.Min(count, _calls.Length - 1);
            if (count == _calls.Length && _shares[at] >= part)
            {
                continue;
            }

            for (; at > 0 && _shares[at - 1] < part; at--)
            {
                (_shares[at], _calls[at]) = (_shares[at - 1], _calls[at - 1]);
            }

            (_shares[at], _calls[at]) = (part, call);
            count = Math.Min(count + 1, _calls.Length);
        }

        excess = 0;
        if (count < 2)
        {
            return null;
        }

        for (var index = 0; index < count; index++)
        {
            _widths[index] = pool.Widths[room][_calls[index]];
        }

        excess = _cover.Solve(_shares.AsSpan(0, count), _widths.AsSpan(0, count), model.Rooms[room].Length) - 1;
        if (excess < 0.02)
        {
            return null;
        }

        var factor = Factor(_cover.Weights);
        var weights = new int[share.Length];
        for (var index = 0; index < count; index++)
        {
            weights[_calls[index]] = (int)((_cover.Weights[index] * factor) + 0.01);
        }

        return weights;
    }

    /// <summary>The least number that makes all weights nearly whole.</summary>
    private static int Factor(ReadOnlySpan<double> weights)
    {
        for (var factor = 1; factor < FinestWeight; factor++)
        {
            var whole = true;
            foreach (var weight in weights)
            {
                var scaled = weight * factor;
                whole &= Math.Abs(scaled - Math.Round(scaled)) < 0.005;
            }

            if (whole)
            {
                return factor;
            }
        }

        return FinestWeight;
    }
}
