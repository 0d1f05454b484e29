using System.Collections.Immutable;

namespace BerthOpt.Empties.Checking;

/// <summary>What is carried by which mode, on which share of the room, with which emissions.</summary>
internal static class ModeUse
{
    public static ImmutableArray<ModeKpis> Of(EmptiesProblem problem, KnownEntries known)
    {
        var modes = new SortedDictionary<TransportMode, ModeKpis>();
        void Add(TransportMode mode, int type, int count, long cost)
        {
            var its = modes.GetValueOrDefault(mode) ?? new ModeKpis(mode, 0, 0, 0);
            modes[mode] = its with { Moves = its.Moves + count, Teu = its.Teu + (problem.Types[type].Teu / 100.0 * count), Cost = its.Cost + (cost * count) };
        }

        foreach (var move in known.Voyages)
        {
            var voyage = problem.Voyages[move.Voyage];
            Add(voyage.Mode, move.Type, move.Count, voyage.Legs[move.FromStop..move.ToStop].Sum(leg => (long)leg.Cost));
        }

        foreach (var move in known.Links)
        {
            Add(problem.Links[move.Link].Mode, move.Type, move.Count, problem.Links[move.Link].Cost);
        }

        return [.. modes.Values];
    }

    /// <summary>TEU carried over TEU of room, of the legs that depart within the plan and have a limit.</summary>
    public static double LegUse(EmptiesProblem problem, WayUse use)
    {
        var (carried, room) = (0.0, 0.0);
        for (var voyage = 0; voyage < problem.Voyages.Length; voyage++)
        {
            var its = problem.Voyages[voyage];
            for (var leg = 0; leg < its.Legs.Length; leg++)
            {
                if (its.Legs[leg].Room.Teu is { } limit && its.Stops[leg].Departure < problem.Periods)
                {
                    room += limit;
                    carried += use.Legs.TryGetValue((voyage, leg), out var types) ? Teu(problem, types) : 0;
                }
            }
        }

        return room > 0 ? carried / room : 0;
    }

    public static double Co2Kilograms(EmptiesProblem problem, WayUse use) =>
        (use.Legs.Sum(leg => Teu(problem, leg.Value) * problem.Voyages[leg.Key.Voyage].Legs[leg.Key.Leg].Co2Grams)
            + use.Departures.Sum(departure => Teu(problem, departure.Value) * problem.Links[departure.Key.Link].Co2Grams)) / 100_000;

    /// <summary>Hundredths of a TEU.</summary>
    private static double Teu(EmptiesProblem problem, Dictionary<int, long> types) => types.Sum(type => (double)type.Value * problem.Types[type.Key].Teu);
}
