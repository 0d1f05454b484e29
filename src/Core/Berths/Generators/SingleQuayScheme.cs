using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>The schemes of the literature: one continuous quay, specific cranes, slots of an hour, sections of 10 m.</summary>
internal static class SingleQuayScheme
{
    private sealed record ShipClass(Interval Length, Interval CraneHours, int MinCranes, int MaxCranes);

    private static readonly ShipClass Feeder = new(new(8, 22), new(5, 16), 1, 2);
    private static readonly ShipClass Medium = new(new(21, 31), new(15, 51), 2, 4);
    private static readonly ShipClass Jumbo = new(new(30, 41), new(50, 66), 4, 6);
    private static readonly ShipClass ParkKimShip = new(new(15, 36), new(10, 49), 2, 5);

    public static BerthProblem MeiselBierwirth(int calls, ulong seed)
    {
        var jumbos = (calls + 5) / 10;
        var mediums = ((3 * calls) + 5) / 10;
        var classes = new ShipClass[calls];
        for (var index = 0; index < calls; index++)
        {
            classes[index] = index < jumbos ? Jumbo : index < jumbos + mediums ? Medium : Feeder;
        }

        var rng = new Rng(seed);
        var drawn = classes.Select(ship => Draw(ship, rng, new Interval(0, 168), length => rng.Next(100 - length + 1)));
        return Problem($"Meisel-Bierwirth, {calls} calls, seed {seed}", 100, 10, 168, drawn);
    }

    public static BerthProblem ParkKim(int calls, ulong seed)
    {
        var rng = new Rng(seed);
        var drawn = Enumerable.Range(0, calls).Select(_ => Draw(ParkKimShip, rng, new Interval(1, 171), _ => rng.Next(120)));
        return Problem($"Park-Kim, {calls} calls, seed {seed}", 120, 11, 171, drawn);
    }

    private static Call Draw(ShipClass ship, Rng rng, Interval arrivals, Func<int, int> wish)
    {
        var length = Draw(ship.Length, rng);
        var work = Draw(ship.CraneHours, rng);
        var arrival = Draw(arrivals, rng);
        var hours = Enumerable.Range(ship.MinCranes, ship.MaxCranes - ship.MinCranes + 1).Select(cranes => (work + cranes - 1) / cranes);
        ImmutableArray<int> table = [.. hours];
        return new Call
        {
            Id = "unnamed",
            Length = length,
            Arrival = arrival,
            Due = arrival + (((3 * table[^1]) + 1) / 2),
            Handling = Handling.ByCranes(ship.MinCranes, table),
            PreferredPosition = wish(length),
            Rates = new Rates { Waiting = 1000, Lateness = 2000, Deviation = 200 },
        };
    }

    private static int Draw(Interval range, Rng rng) => rng.Next(range.From, range.To);

    private static BerthProblem Problem(string name, int sections, int cranes, int lastArrival, IEnumerable<Call> drawn)
    {
        var calls = drawn.ToArray().OrderBy(call => call.Arrival).Select((call, index) => call with { Id = $"V{index + 1:D2}" }).ToImmutableArray();

        // Twice the time that the work needs if quay or cranes were always busy, after the last arrival: room for any sensible plan.
        var craneHours = calls.Sum(call => (long)call.Handling.MinCranes * call.Handling.Work[0]);
        var area = calls.Sum(call => (long)call.Length * call.Handling.Work[0]);
        var work = Math.Max(craneHours / cranes, area / sections) + 1;
        return new BerthProblem(new BerthParts
        {
            Name = name,
            Grid = new Grid { MinutesPerSlot = 60, MetresPerSection = 10 },
            Horizon = (int)Math.Min(BerthProblem.MaxExtent, lastArrival + (2 * Math.Max(72, work))),
            Quays = [new Quay { Id = "Quay", Length = sections }],
            CranePools = [new CranePool { Id = "Cranes", Count = cranes, Quays = [0] }],
            Calls = calls,
        });
    }
}
