namespace BerthOpt.Empties.Checking;

/// <summary>How many containers of each type every leg and every departure carries.</summary>
internal sealed record WayUse(SortedDictionary<(int Voyage, int Leg), Dictionary<int, long>> Legs, SortedDictionary<(int Link, int Period), Dictionary<int, long>> Departures)
{
    public static WayUse Of(EmptiesProblem problem, KnownEntries known)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var use = new WayUse([], []);
        foreach (var move in known.Voyages)
        {
            for (var leg = move.FromStop; leg < move.ToStop; leg++)
            {
                Add(use.Legs, (move.Voyage, leg), move.Type, move.Count);
            }
        }

        foreach (var move in known.Links)
        {
            Add(use.Departures, (move.Link, move.Period), move.Type, move.Count);
        }

        return use;
    }

    /// <summary>Containers of one type, or of all, on a leg.</summary>
    public long OnLeg(int voyage, int leg, int? type) => Legs.TryGetValue((voyage, leg), out var types) ? Of(types, type) : 0;

    /// <summary>Containers of one type, or of all, at a departure.</summary>
    public long OnDeparture(int link, int period, int? type) => Departures.TryGetValue((link, period), out var types) ? Of(types, type) : 0;

    private static long Of(Dictionary<int, long> types, int? type) => type is { } one ? types.GetValueOrDefault(one) : types.Values.Sum();

    private static void Add<TKey>(SortedDictionary<TKey, Dictionary<int, long>> all, TKey key, int type, long count)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var types))
        {
            all.Add(key, types = []);
        }

        types[type] = types.GetValueOrDefault(type) + count;
    }
}
