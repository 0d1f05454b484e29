using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Checking;

/// <summary>Whether legs, departures and conversions have room, and limits and bookings are kept.</summary>
internal static class WayCheck
{
    public static void Run(EmptiesProblem problem, KnownEntries known, WayUse use, FaultLog<EmptiesFault> faults)
    {
        foreach (var ((voyage, leg), types) in use.Legs)
        {
            var its = problem.Voyages[voyage];
            Room(problem, types, its.Legs[leg].Room, its.Stops[leg].Location, its.Stops[leg].Departure, $"Leg {leg} of voyage \"{its.Id}\"", faults);
        }

        foreach (var ((number, period), types) in use.Departures)
        {
            var link = problem.Links[number];
            Room(problem, types, link.Room, link.From, period, $"Link \"{link.Id}\"", faults);
            if (types.Values.Sum() is var count && count > link.Most)
            {
                faults.Add(EmptiesFaultCodes.MostExceeded, link.From, period, $"Link \"{link.Id}\" takes {count} containers in period {period}; expected at most {link.Most}.");
            }
        }

        foreach (var runs in known.Conversions.GroupBy(run => (run.Conversion, run.Period)).OrderBy(group => group.Key))
        {
            var conversion = problem.Conversions[runs.Key.Conversion];
            if (runs.Sum(run => (long)run.Count) is var count && count > conversion.Most)
            {
                faults.Add(EmptiesFaultCodes.MostExceeded, conversion.Location, runs.Key.Period, $"Conversion \"{conversion.Id}\" has {count} runs in period {runs.Key.Period}; expected at most {conversion.Most}.");
            }
        }

        Limits(problem, use, faults);
        Locks(problem, known, faults);
    }

    private static void Room(EmptiesProblem problem, Dictionary<int, long> types, Room room, int location, int period, string what, FaultLog<EmptiesFault> faults)
    {
        One(room.Teu, type => type.Teu, "hundredths of a TEU");
        One(room.Slots, type => type.Slots, "slots");
        One(room.Plugs, type => type.Plugs, "plugs");
        One(room.Kilograms, type => type.Kilograms, "kilograms");

        void One(int? most, Func<ContainerType, int> size, string unit)
        {
            var taken = types.Aggregate((Int128)0, (sum, type) => sum + ((Int128)type.Value * size(problem.Types[type.Key])));
            if (most is { } limit && taken > limit)
            {
                faults.Add(EmptiesFaultCodes.RoomExceeded, location, period, $"{what} carries {taken} {unit} from period {period}; expected at most {limit}.");
            }
        }
    }

    private static void Limits(EmptiesProblem problem, WayUse use, FaultLog<EmptiesFault> faults)
    {
        foreach (var limit in problem.Limits)
        {
            if (limit.Voyage is { } voyage)
            {
                var stop = problem.Voyages[voyage].Stops[limit.Leg];
                if (stop.Departure < problem.Periods)
                {
                    Limit(limit, use.OnLeg(voyage, limit.Leg, limit.Type), stop.Location, stop.Departure, $"Leg {limit.Leg} of voyage \"{problem.Voyages[voyage].Id}\"", faults);
                }
            }
            else if (limit.Link is { } number)
            {
                var link = problem.Links[number];
                for (var period = limit.First; period < problem.Periods && period <= (limit.Last ?? int.MaxValue); period++)
                {
                    if (link.Departs(period))
                    {
                        Limit(limit, use.OnDeparture(number, period, limit.Type), link.From, period, $"Link \"{link.Id}\"", faults);
                    }
                }
            }
        }
    }

    private static void Limit(FlowLimit limit, long count, int location, int period, string what, FaultLog<EmptiesFault> faults)
    {
        if (count < limit.Least)
        {
            faults.Add(EmptiesFaultCodes.FlowTooLow, location, period, $"{what} carries {count} containers from period {period}; expected at least {limit.Least}.");
        }

        if (count > limit.Most)
        {
            faults.Add(EmptiesFaultCodes.FlowTooHigh, location, period, $"{what} carries {count} containers from period {period}; expected at most {limit.Most}.");
        }
    }

    private static void Locks(EmptiesProblem problem, KnownEntries known, FaultLog<EmptiesFault> faults)
    {
        if (problem.Locks.IsEmpty)
        {
            return;
        }

        var carried = known.Voyages.GroupBy(move => (move.Voyage, move.FromStop, move.ToStop, move.Type)).ToDictionary(group => group.Key, group => group.Sum(move => (long)move.Count));
        foreach (var booked in problem.Locks.GroupBy(locked => (locked.Voyage, locked.FromStop, locked.ToStop, locked.Type)))
        {
            var (voyage, stop) = (problem.Voyages[booked.Key.Voyage], problem.Voyages[booked.Key.Voyage].Stops[booked.Key.FromStop]);
            if (carried.GetValueOrDefault(booked.Key) is var count && booked.Sum(locked => (long)locked.Count) is var least && count < least)
            {
                faults.Add(EmptiesFaultCodes.LockBroken, stop.Location, stop.Departure, $"Voyage \"{voyage.Id}\" carries {count} containers of type \"{problem.Types[booked.Key.Type].Id}\" from stop {booked.Key.FromStop} to stop {booked.Key.ToStop}; expected at least {least}, which are booked.");
            }
        }
    }
}
