using BerthOpt.Berths;

namespace BerthOpt.Port;

/// <summary>
/// Slots in which the same calls are worked on by the same working cranes, and the ways to split the cranes there: an interval for each
/// call, in their order along the rail. When there are too many ways, those that gain the most are kept, and the period is not whole.
/// </summary>
internal sealed class SplitPeriod
{
    private const int MostByEnd = 48;
    private const int MostStates = 256;

    private readonly CranePool _pool;
    private readonly bool[] _out;

    private SplitPeriod(CranePool pool, int from, int to, SplitStay[] stays)
    {
        (_pool, From, To, Stays) = (pool, from, to, stays);
        _out = [.. Enumerable.Range(0, pool.Count).Select(crane => pool.Outages.Any(outage => outage.Crane == crane && outage.Slots.From < to && from < outage.Slots.To))];
    }

    public int From { get; }

    public int To { get; }

    /// <summary>The calls, in their order along the rail.</summary>
    public SplitStay[] Stays { get; }

    /// <summary>The ways to split the cranes, those that gain the most first; the empty way where no call is worked on.</summary>
    public List<SplitState> States { get; private set; } = [];

    /// <summary>Whether <see cref="States"/> has all ways.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>No way gains more.</summary>
    public Int128 MostGain { get; private set; }

    /// <summary>The periods of a rail.</summary>
    public static List<SplitPeriod> All(CranePool pool, SplitStay[] stays)
    {
        var moments = stays.SelectMany(stay => new[] { stay.From, stay.To }).Concat(pool.Outages.SelectMany(outage => new[] { outage.Slots.From, outage.Slots.To })).Distinct().Order().ToArray();
        var periods = new List<SplitPeriod>();
        for (var moment = 0; moment + 1 < moments.Length; moment++)
        {
            var (from, to) = (moments[moment], moments[moment + 1]);
            var period = new SplitPeriod(pool, from, to, [.. stays.Where(stay => stay.From <= from && to <= stay.To)]);
            period.Fill();
            periods.Add(period);
        }

        return periods;
    }

    public bool IsOut(int crane) => _out[crane];

    private void Fill()
    {
        List<SplitState> states = [new SplitState([], 0)];
        for (var place = 0; place < Stays.Length; place++)
        {
            var (next, isLast) = (new List<SplitState>(), place == Stays.Length - 1);
            foreach (var state in states)
            {
                Extend(state, place, next);
            }

            MostGain += next.Count == 0 ? 0 : MostOf(Stays[place]);

            // What comes later needs only the last crane taken: among equals at that, those that gain the most.
            states = [.. isLast ? Best(next, MostStates) : next.GroupBy(state => state.End).OrderBy(group => group.Key).SelectMany(group => Best(group, MostByEnd))];
            IsWhole &= states.Count == next.Count;
        }

        States = states;
    }

    private void Extend(SplitState state, int place, List<SplitState> into)
    {
        var stay = Stays[place];
        for (var from = state.End; from < (stay.First < 0 ? _pool.Count : stay.First + 1); from++)
        {
            if (_out[from])
            {
                continue;
            }

            var working = 0;
            for (var to = from + 1; to <= Limit(place) && working < stay.Most; to++)
            {
                if (!_out[to - 1])
                {
                    if (!stay.Reached[to - 1])
                    {
                        break;
                    }

                    working++;
                    if ((stay.First < 0 || to >= stay.First + stay.Planned) && stay.Gain(working, From, To) is { } gain)
                    {
                        into.Add(new SplitState([.. state.Crews, new Interval(from, to)], state.Gain + gain));
                    }
                }
            }
        }
    }

    /// <summary>Crane behind the last that a call may take, with room for the calls on its right.</summary>
    private int Limit(int place)
    {
        if (place + 1 < Stays.Length && Stays[place + 1].First >= 0)
        {
            return Stays[place + 1].First;
        }

        var (needed, limit) = (Stays.Skip(place + 1).Sum(stay => stay.Planned), _pool.Count);
        while (needed > 0 && limit > 0)
        {
            needed -= _out[--limit] ? 0 : 1;
        }

        return limit;
    }

    private Int128 MostOf(SplitStay stay)
    {
        Int128 most = 0;
        for (var cranes = stay.Planned; cranes <= stay.Most; cranes++)
        {
            most = stay.Gain(cranes, From, To) is { } gain && gain > most ? gain : most;
        }

        return most;
    }

    private static IEnumerable<SplitState> Best(IEnumerable<SplitState> states, int most) => states.OrderByDescending(state => state.Gain).Take(most);
}

/// <summary>One way to split the cranes in a period.</summary>
/// <param name="Crews">The cranes of each call, in their order along the rail.</param>
/// <param name="Gain">What they gain together.</param>
internal sealed record SplitState(Interval[] Crews, Int128 Gain)
{
    /// <summary>Crane behind the last that is taken.</summary>
    public int End => Crews.Length == 0 ? 0 : Crews[^1].To;
}
