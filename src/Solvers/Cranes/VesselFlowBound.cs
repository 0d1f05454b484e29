namespace BerthOpt.Cranes;

/// <summary>
/// When the work of several vessels can be done at the earliest, as a flow of crane time: a vessel takes crane time from when it is ready,
/// of as many cranes at once as have room along it, and all vessels together of as many as there are. By the least cut, the time is
/// enough exactly if it is for each set of vessels.
/// </summary>
internal sealed class VesselFlowBound
{
    // Up to so many vessels all sets are looked at, else those that follow one another along the rail.
    private const int MostForAllSets = 10;

    private readonly ListModel _model;
    private readonly int[] _byReady;
    private readonly int[] _byPosition;

    public VesselFlowBound(ListModel model)
    {
        _model = model;
        var vessels = model.CompletionRate.Length;
        (Work, Ready, Most) = (new long[vessels], new long[vessels], new int[vessels]);
        var (low, high) = (new long[vessels], new long[vessels]);
        Array.Fill(Ready, long.MaxValue);
        Array.Fill(low, long.MaxValue);
        Array.Fill(high, long.MinValue);
        for (var task = 0; task < model.Tasks; task++)
        {
            var vessel = model.Vessel[task];
            Work[vessel] += model.LeastHandling(task);
            low[vessel] = Math.Min(low[vessel], model.Model.Position[task]);
            high[vessel] = Math.Max(high[vessel], model.Model.Position[task]);
            foreach (var crane in model.Allowed[task])
            {
                Ready[vessel] = Math.Min(Ready[vessel], model.Model.Release[(task * model.Cranes) + crane]);
            }
        }

        for (var vessel = 0; vessel < vessels; vessel++)
        {
            Most[vessel] = Work[vessel] == 0 || model.Model.Clearance == 0 ? model.Cranes : (int)Math.Min(model.Cranes, ((high[vessel] - low[vessel]) / model.Model.Clearance) + 1);
        }

        _byReady = [.. Enumerable.Range(0, vessels).Where(vessel => Work[vessel] > 0).OrderBy(vessel => Ready[vessel])];
        _byPosition = [.. _byReady.OrderBy(vessel => low[vessel])];
    }

    /// <summary>Crane slots of work of each vessel.</summary>
    public long[] Work { get; }

    /// <summary>First slot of each vessel.</summary>
    public long[] Ready { get; }

    /// <summary>Cranes that have room along each vessel.</summary>
    public int[] Most { get; }

    /// <summary>No plan ends all tasks before this.</summary>
    public long All()
    {
        long bound = 0;
        var count = _byPosition.Length;
        var chosen = new bool[Work.Length];
        if (count <= MostForAllSets)
        {
            for (var set = 1; set < 1 << count; set++)
            {
                for (var index = 0; index < count; index++)
                {
                    chosen[_byPosition[index]] = (set >> index & 1) == 1;
                }

                bound = Math.Max(bound, TimeFor(chosen));
            }

            return bound;
        }

        for (var first = 0; first < count; first++)
        {
            Array.Clear(chosen);
            for (var last = first; last < count; last++)
            {
                chosen[_byPosition[last]] = true;
                bound = Math.Max(bound, TimeFor(chosen));
            }
        }

        return bound;
    }

    /// <summary>When a set of vessels can have had as much crane time as it needs.</summary>
    private long TimeFor(bool[] chosen)
    {
        long left = 0;
        foreach (var vessel in _byReady)
        {
            left += chosen[vessel] ? Work[vessel] : 0;
        }

        var (now, cranes) = (0L, 0);
        foreach (var vessel in _byReady)
        {
            if (!chosen[vessel])
            {
                continue;
            }

            var rate = (long)Math.Min(cranes, _model.Cranes);
            if (rate > 0 && left <= rate * (Ready[vessel] - now))
            {
                break;
            }

            left -= rate * (Ready[vessel] - now);
            (now, cranes) = (Ready[vessel], cranes + Most[vessel]);
        }

        var last = Math.Min(cranes, _model.Cranes);
        return last == 0 ? 0 : now + ((left + last - 1) / last);
    }
}
