namespace BerthOpt.Empties.Generators;

/// <summary>The scheme of <see cref="EmptiesGenerator.Carrier"/>.</summary>
internal sealed class CarrierScheme(int ports, int weeks, Rng rng)
{
    private const int CallsForEachPort = 4;
    private const int Teu = 100;

    private static readonly ContainerType[] Types =
    [
        new() { Id = "20DC", Teu = 100, Kilograms = 2_200 }, new() { Id = "40HC", Teu = 200, Kilograms = 3_900 }, new() { Id = "40RF", Teu = 200, Kilograms = 4_600 },
    ];

    private static readonly int[] Shortage = [1_400, 2_200, 3_000];
    private static readonly int[] Share = [35, 55, 10];

    private readonly int regions = Math.Clamp(ports / 6, 1, 8);
    private readonly List<Location> locations = [];
    private readonly List<LocationStock> stocks = [];
    private readonly List<Supply> supplies = [];
    private readonly List<Demand> demands = [];

    public EmptiesProblem Problem(string name)
    {
        for (var port = 0; port < ports; port++)
        {
            Port(port);
        }

        var services = Services();
        return new EmptiesProblem(new EmptiesParts
        {
            Name = name,
            Periods = 7 * weeks,
            Types = [.. Types],
            Locations = [.. locations],
            Stocks = [.. stocks],
            Supplies = [.. supplies],
            Demands = [.. demands],
            Voyages = [.. services.SelectMany(service => service.Voyages(weeks, rng))],
            Substitutions = [new Substitution { Asked = 1, Given = 2, Cost = 180 }],
            Leases = [.. Enumerable.Range(0, Types.Length).Select(Lease)],
        });
    }

    private int Region(int port) => port % regions;

    // Even regions export more than they import; the others make up for it.
    private static bool Exports(int region) => region % 2 == 0;

    private void Port(int port)
    {
        var volume = rng.Next(10) == 0 ? rng.Next(800, 2_000) : rng.Next(60, 500);
        locations.Add(new Location { Id = $"P{port + 1:000}", LoadCost = rng.Next(40, 121), DischargeCost = rng.Next(40, 121) });
        for (var type = 0; type < Types.Length; type++)
        {
            var weekly = Math.Max(1, volume * Share[type] / 100);
            var (exports, imports) = regions == 1
                ? (weekly * rng.Next(50, 151) / 100, weekly)
                : (weekly * (Exports(Region(port)) ? rng.Next(100, 141) : rng.Next(60, 101)) / 100, weekly);
            TradeForecast.Add(supplies, demands, port, type, imports, exports, Shortage[type], weeks, rng);
            stocks.Add(new LocationStock
            {
                Location = port,
                Type = type,
                Initial = exports * rng.Next(80, 221) / 100,
                StorageCost = rng.Next(1, 5) * (type + 1),
                SafetyStock = exports / 5,
                SafetyCost = 15,
                Target = exports,
                TargetCost = Shortage[type] / 4,
            });
        }
    }

    private List<WeeklyRing> Services()
    {
        var services = new List<WeeklyRing>();
        for (var calls = 0; calls < CallsForEachPort * ports;)
        {
            var near = regions == 1 || services.Count % 3 == 2;
            var ring = near ? Near(services.Count, rng.Next(regions)) : Far(services.Count);
            services.Add(ring);
            calls += ring.Calls.Length;
        }

        return services;
    }

    /// <summary>A feeder within a region.</summary>
    private WeeklyRing Near(int number, int region)
    {
        var calls = Ports(region, rng.Next(3, 8));
        return new WeeklyRing($"F{number + 1:000}", TransportMode.Feeder, calls, [.. calls.Select(_ => rng.Next(1, 4))], [.. calls.Select(_ => rng.Next(40, 260) * Teu)], rng.Next(7));
    }

    /// <summary>A main line between two regions: along the ports of one, across, along those of the other, and back.</summary>
    private WeeklyRing Far(int number)
    {
        var one = rng.Next(regions);
        var other = (one + rng.Next(1, regions)) % regions;
        var (there, here) = (Ports(one, rng.Next(3, 7)), Ports(other, rng.Next(3, 7)));
        int[] calls = [.. there, .. here];
        var ocean = rng.Next(7, 22);
        var days = calls.Select((_, call) => call == there.Length - 1 || call == calls.Length - 1 ? ocean + rng.Next(3) : rng.Next(1, 4)).ToArray();
        var room = calls.Select((port, _) => rng.Next(3_000, 9_000) * (Exports(Region(port)) ? rng.Next(4, 12) : rng.Next(15, 35)) / 100 * Teu).ToArray();
        return new WeeklyRing($"M{number + 1:000}", TransportMode.Vessel, calls, days, room, rng.Next(7));
    }

    /// <summary>Different ports of a region.</summary>
    private int[] Ports(int region, int count)
    {
        var all = Enumerable.Range(0, ports).Where(port => Region(port) == region).ToList();
        var chosen = new int[Math.Min(count, all.Count)];
        for (var index = 0; index < chosen.Length; index++)
        {
            var next = rng.Next(all.Count);
            chosen[index] = all[next];
            all.RemoveAt(next);
        }

        return chosen;
    }

    /// <summary>Long hire at every tenth port.</summary>
    private Lease Lease(int type) => new()
    {
        Id = $"Long hire {Types[type].Id}",
        Type = type,
        Most = 40 * ports,
        Rent = 2 + type,
        OnHire = [.. Enumerable.Range(0, ports).Where(port => port % 10 == 0).Select(port => new HirePlace(port, 350 + (150 * type) + (5 * (port % 7))))],
    };
}
