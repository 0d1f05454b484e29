using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <content>Rules for voyages, links, limits and locks.</content>
internal static partial class EmptiesRules
{
    private static void VoyageFaults(EmptiesParts parts, FaultList faults)
    {
        faults.Ids("voyage", parts.Voyages.Select((voyage, index) => ($"/voyages/{index}/id", voyage.Id)));
        for (var index = 0; index < parts.Voyages.Length; index++)
        {
            var voyage = parts.Voyages[index];
            var place = $"/voyages/{index}";
            faults.Require(Enum.IsDefined(voyage.Mode), "out-of-range", $"{place}/mode", $"is {voyage.Mode}; expected one of the modes of transport.");
            if (IsList($"{place}/stops", voyage.Stops, faults) & IsList($"{place}/legs", voyage.Legs, faults))
            {
                StopFaults(place, voyage, parts, faults);
                for (var leg = 0; leg < voyage.Legs.Length; leg++)
                {
                    RoomFaults($"{place}/legs/{leg}/room", voyage.Legs[leg].Room, faults);
                    Cost($"{place}/legs/{leg}/cost", voyage.Legs[leg].Cost, faults);
                    faults.Range($"{place}/legs/{leg}/co2Grams", voyage.Legs[leg].Co2Grams, 0, EmptiesProblem.MaxUnitCost, "grams");
                }
            }
        }
    }

    private static void StopFaults(string place, Voyage voyage, EmptiesParts parts, FaultList faults)
    {
        faults.Require(voyage.Stops.Length >= 2, "too-few-stops", $"{place}/stops", $"has {voyage.Stops.Length} entries; expected at least two.");
        faults.Require(voyage.Legs.Length == Math.Max(0, voyage.Stops.Length - 1), "legs-length", $"{place}/legs", $"has {voyage.Legs.Length} entries; expected one between each two of {voyage.Stops.Length} stops.");
        for (var stop = 0; stop < voyage.Stops.Length; stop++)
        {
            var (location, arrival, departure) = voyage.Stops[stop];
            faults.Index($"{place}/stops/{stop}/location", location, parts.Locations.Length, "location");
            Period($"{place}/stops/{stop}/arrival", arrival, LastPeriod, faults);
            Period($"{place}/stops/{stop}/departure", departure, LastPeriod, faults);
            faults.Require(departure >= arrival, "out-of-order", $"{place}/stops/{stop}/departure", $"is {departure}; expected {arrival}, the arrival, or later.");
            if (stop > 0)
            {
                var left = voyage.Stops[stop - 1].Departure;
                faults.Require(arrival >= left, "out-of-order", $"{place}/stops/{stop}/arrival", $"is {arrival}; expected {left}, the departure of the stop before, or later.");
            }
        }
    }

    private static void LinkFaults(EmptiesParts parts, FaultList faults)
    {
        faults.Ids("link", parts.Links.Select((link, index) => ($"/links/{index}/id", link.Id)));
        for (var index = 0; index < parts.Links.Length; index++)
        {
            var link = parts.Links[index];
            var place = $"/links/{index}";
            faults.Require(Enum.IsDefined(link.Mode), "out-of-range", $"{place}/mode", $"is {link.Mode}; expected one of the modes of transport.");
            faults.Index($"{place}/from", link.From, parts.Locations.Length, "location");
            faults.Index($"{place}/to", link.To, parts.Locations.Length, "location");
            Period($"{place}/first", link.First, LastPeriod, faults);
            faults.Range($"{place}/every", link.Every, 1, EmptiesProblem.MaxPeriods, "periods");
            if (link.Last is { } last)
            {
                Period($"{place}/last", last, LastPeriod, faults);
            }

            faults.Range($"{place}/transit", link.Transit, 0, EmptiesProblem.MaxPeriods, "periods");
            faults.Require(link.Transit > 0 || link.From != link.To, "same-location", $"{place}/to", "is where the link begins, and it takes no time; expected another location, or a transit of at least 1 period.");
            faults.Range($"{place}/cost", link.Cost, link.Transit > 0 ? -EmptiesProblem.MaxUnitCost : 0, EmptiesProblem.MaxUnitCost, "for each container");
            RoomFaults($"{place}/room", link.Room, faults);
            Count($"{place}/most", link.Most, faults);
            faults.Range($"{place}/co2Grams", link.Co2Grams, 0, EmptiesProblem.MaxUnitCost, "grams");
            if (link.Type is { } type)
            {
                faults.Index($"{place}/type", type, parts.Types.Length, "container type");
            }
        }
    }

    private static void LimitFaults(EmptiesParts parts, FaultList faults)
    {
        for (var index = 0; index < parts.Limits.Length; index++)
        {
            var limit = parts.Limits[index];
            var place = $"/limits/{index}";
            faults.Require(limit.Voyage is null != limit.Link is null, "one-of-two", place, "names a voyage and a link, or neither; expected one of them.");
            if (limit.Voyage is { } voyage && faults.Index($"{place}/voyage", voyage, parts.Voyages.Length, "voyage") && !parts.Voyages[voyage].Legs.IsDefault)
            {
                faults.Index($"{place}/leg", limit.Leg, parts.Voyages[voyage].Legs.Length, "leg");
            }

            if (limit.Link is { } link)
            {
                faults.Index($"{place}/link", link, parts.Links.Length, "link");
            }

            faults.NotNegative($"{place}/first", limit.First);
            NotNegative($"{place}/last", limit.Last, faults);
            if (limit.Type is { } type)
            {
                faults.Index($"{place}/type", type, parts.Types.Length, "container type");
            }

            Count($"{place}/least", limit.Least, faults);
            if (limit.Most is { } most)
            {
                faults.Range($"{place}/most", most, Math.Max(0, limit.Least), EmptiesProblem.MaxCount, "containers, no less than the least");
            }
        }
    }

    private static void LockFaults(EmptiesParts parts, FaultList faults)
    {
        for (var index = 0; index < parts.Locks.Length; index++)
        {
            var locked = parts.Locks[index];
            var place = $"/locks/{index}";
            faults.Index($"{place}/type", locked.Type, parts.Types.Length, "container type");
            Count($"{place}/count", locked.Count, faults);
            if (!faults.Index($"{place}/voyage", locked.Voyage, parts.Voyages.Length, "voyage") || parts.Voyages[locked.Voyage].Stops.IsDefault)
            {
                continue;
            }

            var voyage = parts.Voyages[locked.Voyage];
            if (faults.Index($"{place}/fromStop", locked.FromStop, voyage.Stops.Length, "stop") & faults.Index($"{place}/toStop", locked.ToStop, voyage.Stops.Length, "stop"))
            {
                faults.Require(locked.FromStop < locked.ToStop, "out-of-order", $"{place}/toStop", $"is stop {locked.ToStop}; expected one after stop {locked.FromStop}.");
                faults.Require(voyage.Stops[locked.FromStop].Departure < parts.Periods, "out-of-range", $"{place}/fromStop", $"is left in period {voyage.Stops[locked.FromStop].Departure}; expected one that is left within the {parts.Periods} periods of the plan.");
            }
        }
    }
}
