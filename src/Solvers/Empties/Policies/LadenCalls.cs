namespace BerthOpt.Empties;

/// <summary>The calls at which laden boxes can go aboard, by pair of ports, and when they arrive.</summary>
internal sealed class LadenCalls
{
    /// <summary>Ticks that a box is taken to be away for which no vessel comes any more.</summary>
    private const int Never = 100;

    private readonly List<(int Tick, int Arrival)>[] calls;

    // By call the soonest arrival of it and of all later ones.
    private readonly int[][] soonest;

    public LadenCalls(SampleSchedule schedule)
    {
        var ports = schedule.Ports.Length;
        calls = [.. Enumerable.Range(0, ports * ports).Select(_ => new List<(int, int)>())];
        for (var vessel = 0; vessel < schedule.Vessels.Length; vessel++)
        {
            for (var stop = schedule.FirstStop(vessel) + 1; stop < schedule.FirstStop(vessel + 1); stop++)
            {
                var end = schedule.EndOfRound(stop);
                for (var to = stop + 1; to < end; to++)
                {
                    calls[(schedule.Stops[stop].Port * ports) + schedule.Stops[to].Port].Add((schedule.Stops[stop].Arrival, schedule.Stops[to].Arrival));
                }
            }
        }

        foreach (var each in calls)
        {
            each.Sort();
        }

        soonest = [.. calls.Select(its => its.Select(call => call.Arrival).ToArray())];
        foreach (var its in soonest)
        {
            for (var call = its.Length - 2; call >= 0; call--)
            {
                its[call] = Math.Min(its[call], its[call + 1]);
            }
        }
    }

    /// <summary>When a box that is ready at a tick arrives at the soonest: it may be left behind by vessels that are full, and come with a faster one.</summary>
    /// <param name="pair">Source times ports plus destination.</param>
    /// <param name="ready">The tick.</param>
    public int SoonestArrival(int pair, int ready)
    {
        var call = FirstCall(pair, ready);
        return call < soonest[pair].Length ? soonest[pair][call] : ready + Never;
    }

    /// <summary>When a box arrives that is ready at a tick, if every vessel has room.</summary>
    /// <param name="pair">Source times ports plus destination.</param>
    /// <param name="ready">The tick.</param>
    public int Arrival(int pair, int ready)
    {
        var call = FirstCall(pair, ready);
        return call < calls[pair].Count ? calls[pair][call].Arrival : ready + Never;
    }

    private int FirstCall(int pair, int ready)
    {
        var its = calls[pair];
        var (low, high) = (0, its.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = its[middle].Tick < ready ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
