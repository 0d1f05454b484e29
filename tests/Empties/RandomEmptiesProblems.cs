using System.Collections.Immutable;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties;

/// <summary>Small random problems that hold everything a problem can say.</summary>
internal static class RandomEmptiesProblems
{
    /// <summary>A problem of a few locations, types and periods.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="types">Number of types; 0 for 1 to 3.</param>
    public static EmptiesProblem Create(ulong seed, int types = 0)
    {
        var rng = new Rng(seed);
        var (periods, locations) = (rng.Next(2, 7), rng.Next(1, 4));
        types = types > 0 ? types : rng.Next(1, 4);
        var voyages = List(rng.Next(4), index => Voyage(rng, index, periods, locations));
        var links = List(rng.Next(3), index => Link(rng, index, periods, locations, types));
        return new EmptiesProblem(new EmptiesParts
        {
            Name = $"random {seed}",
            Grid = new EmptiesGrid { HoursPerPeriod = rng.Next(2) == 0 ? 24 : 6, Origin = rng.Next(2) == 0 ? null : new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.FromHours(2)) },
            Periods = periods,
            Types = List(types, index => new ContainerType { Id = $"T{index}", Teu = index == 0 ? 100 : 200, Slots = rng.Next(0, 3), Plugs = rng.Next(0, 2), Kilograms = rng.Next(0, 5) }),
            Locations = List(locations, index => new Location { Id = $"L{index}", Kind = (LocationKind)rng.Next(5), LoadCost = rng.Next(6), DischargeCost = rng.Next(6), StorageTeu = rng.Next(4) == 0 ? rng.Next(10, 40) * 100 : null }),
            Stocks = Pairs(rng, locations, types, (location, type) => Stock(rng, location, type)),
            Supplies = List(rng.Next(5), _ => Supply(rng, locations, types, periods)),
            Demands = [.. List(rng.Next(6), _ => Demand(rng, locations, types, periods)).DistinctBy(demand => (demand.Location, demand.Type, demand.Period))],
            Voyages = voyages,
            Links = links,
            Conversions = types == 1 ? [] : List(rng.Next(3), index => Conversion(rng, index, locations, types)),
            Substitutions = types == 1 ? [] : [.. List(rng.Next(3), _ => Substitution(rng, types)).DistinctBy(substitution => (substitution.Asked, substitution.Given))],
            Leases = List(rng.Next(2), index => Lease(rng, index, locations, types)),
            Limits = [.. Limits(rng, voyages, links, types)],
            Locks = voyages.IsEmpty || voyages[0].Stops[0].Departure >= periods || rng.Next(3) > 0 ? [] : [new LockedMove { Voyage = 0, FromStop = 0, ToStop = rng.Next(1, voyages[0].Stops.Length), Type = rng.Next(types), Count = rng.Next(0, 3) }],
        });
    }

    private static LocationStock Stock(Rng rng, int location, int type) => new()
    {
        Location = location,
        Type = type,
        Initial = rng.Next(9),
        StorageCost = rng.Next(3),
        FreePeriods = rng.Next(2) == 0 ? 0 : rng.Next(4),
        SafetyStock = rng.Next(2) == 0 ? 0 : rng.Next(5),
        SafetyCost = rng.Next(4),
        Target = rng.Next(5),
        TargetCost = rng.Next(9),
    };

    private static Supply Supply(Rng rng, int locations, int types, int periods)
    {
        var count = rng.Next(6);
        return new Supply { Location = rng.Next(locations), Type = rng.Next(types), Period = rng.Next(periods + 2), Count = count, Low = rng.Next(2) == 0 ? null : rng.Next(count + 1), High = rng.Next(2) == 0 ? null : count + rng.Next(3) };
    }

    private static Demand Demand(Rng rng, int locations, int types, int periods)
    {
        var count = rng.Next(8);
        return new Demand { Location = rng.Next(locations), Type = rng.Next(types), Period = rng.Next(periods), Count = count, Low = rng.Next(2) == 0 ? null : rng.Next(count + 1), High = rng.Next(2) == 0 ? null : count + rng.Next(3), ShortageCost = rng.Next(5, 60) };
    }

    private static Voyage Voyage(Rng rng, int index, int periods, int locations)
    {
        var period = rng.Next(periods);
        var stops = List(rng.Next(2, 5), _ =>
        {
            var arrival = period;
            var departure = arrival + rng.Next(2);
            period = departure + rng.Next(3);
            return new VoyageStop(rng.Next(locations), arrival, departure);
        });
        return new Voyage { Id = $"V{index}", Service = rng.Next(2) == 0 ? "" : "S", Mode = (TransportMode)rng.Next(4), Stops = stops, Legs = List(stops.Length - 1, _ => new VoyageLeg { Room = Room(rng), Cost = rng.Next(5), Co2Grams = rng.Next(3) }) };
    }

    private static Room Room(Rng rng) => rng.Next(3) == 0 ? BerthOpt.Empties.Room.Unlimited : new Room
    {
        Teu = rng.Next(2) == 0 ? null : rng.Next(0, 9) * 100,
        Slots = rng.Next(3) == 0 ? rng.Next(2, 9) : null,
        Plugs = rng.Next(4) == 0 ? rng.Next(0, 6) : null,
        Kilograms = rng.Next(4) == 0 ? rng.Next(0, 20) : null,
    };

    private static Link Link(Rng rng, int index, int periods, int locations, int types)
    {
        var (from, to, transit) = (rng.Next(locations), rng.Next(locations), rng.Next(3));
        transit = from == to ? transit + 1 : transit;
        return new Link { Id = $"K{index}", Mode = (TransportMode)rng.Next(7), From = from, To = to, First = rng.Next(3), Every = rng.Next(1, 4), Last = rng.Next(2) == 0 ? null : rng.Next(periods), Transit = transit, Cost = transit > 0 && rng.Next(5) == 0 ? -2 : rng.Next(12), Room = Room(rng), Most = rng.Next(2) == 0 ? 1_000_000 : rng.Next(0, 5), Type = rng.Next(3) == 0 ? rng.Next(types) : null, Co2Grams = rng.Next(3) };
    }

    private static Conversion Conversion(Rng rng, int index, int locations, int types)
    {
        var from = rng.Next(types);
        var (takes, gives) = rng.Next(2) == 0 ? (1, 1) : rng.Next(2) == 0 ? (rng.Next(2, 4), 1) : (1, rng.Next(2, 4));
        return new Conversion { Id = $"C{index}", Location = rng.Next(locations), From = from, To = (from + rng.Next(1, types)) % types, In = takes, Out = gives, Delay = takes == gives ? rng.Next(3) : rng.Next(1, 3), Cost = rng.Next(7), Most = rng.Next(0, 4) };
    }

    private static Substitution Substitution(Rng rng, int types)
    {
        var asked = rng.Next(types);
        return new Substitution { Asked = asked, Given = (asked + rng.Next(1, types)) % types, Count = rng.Next(3) == 0 ? 2 : 1, Cost = rng.Next(12) };
    }

    private static Lease Lease(Rng rng, int index, int locations, int types)
    {
        var most = rng.Next(5);
        return new Lease { Id = $"H{index}", Type = rng.Next(types), Most = most, Initial = rng.Next(most + 1), Rent = rng.Next(5), MinimumTerm = rng.Next(4), OnHire = Pairs(rng, locations, 1, (location, _) => new HirePlace(location, rng.Next(9))), OffHire = Pairs(rng, locations, 1, (location, _) => new HirePlace(location, rng.Next(9))) };
    }

    private static IEnumerable<FlowLimit> Limits(Rng rng, ImmutableArray<Voyage> voyages, ImmutableArray<Link> links, int types)
    {
        var (least, type) = (rng.Next(3) == 0 ? 1 : 0, rng.Next(2) == 0 ? rng.Next(types) : (int?)null);
        if (!voyages.IsEmpty && rng.Next(3) == 0)
        {
            yield return new FlowLimit { Voyage = 0, Leg = rng.Next(voyages[0].Legs.Length), Type = type, Least = least, Most = rng.Next(2) == 0 ? null : rng.Next(1, 6) };
        }

        if (!links.IsEmpty && rng.Next(3) == 0)
        {
            yield return new FlowLimit { Link = 0, First = rng.Next(3), Last = rng.Next(2) == 0 ? null : rng.Next(5), Type = type, Least = least, Most = rng.Next(2) == 0 ? null : rng.Next(1, 6) };
        }
    }

    private static ImmutableArray<T> Pairs<T>(Rng rng, int locations, int types, Func<int, int, T> make) =>
        [.. from location in Enumerable.Range(0, locations) from type in Enumerable.Range(0, types) where rng.Next(5) > 0 select make(location, type)];

    private static ImmutableArray<T> List<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}
