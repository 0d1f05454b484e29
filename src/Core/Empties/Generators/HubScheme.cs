namespace BerthOpt.Empties.Generators;

/// <summary>The scheme of <see cref="EmptiesGenerator.Hub"/>.</summary>
internal sealed class HubScheme(int inlandPorts, int weeks, Rng rng)
{
    private const int Teu = 100;
    private const int Hub = 0;
    private const int Depot = 1;
    private const int Damaged = 3;
    private const int Coast = 8;
    private const int Overseas = 6;
    private const int Customers = 3;

    private static readonly ContainerType[] Types =
    [
        new() { Id = "20DC", Teu = 100, Kilograms = 2_200 }, new() { Id = "40HC", Teu = 200, Kilograms = 3_900 }, new() { Id = "40RF", Teu = 200, Kilograms = 4_600 },
        new() { Id = "40HC damaged", Teu = 200, Kilograms = 3_900 },
    ];

    private static readonly int[] Shortage = [1_200, 2_000, 2_800];
    private static readonly int[] Share = [35, 55, 10];

    private readonly List<Location> locations = [];
    private readonly List<LocationStock> stocks = [];
    private readonly List<Supply> supplies = [];
    private readonly List<Demand> demands = [];
    private readonly List<Link> links = [];
    private readonly List<WeeklyRing> services = [];

    public EmptiesProblem Problem(string name)
    {
        Place("Hub", LocationKind.Port, 1_400, 700, loadCost: 55, storageTeu: null);
        Place("Depot", LocationKind.Depot, 300, 120, loadCost: 0, storageTeu: 9_000 * Teu);
        Both("Drayage", TransportMode.Truck, Hub, Depot, 1, 0, 35, 8_000);
        CoastalPorts();
        OverseasPorts();
        StreetTurns();
        for (var port = 0; port < inlandPorts; port++)
        {
            InlandPort(port);
        }

        for (var week = 0; week < weeks; week++)
        {
            supplies.Add(new Supply { Location = Depot, Type = Damaged, Period = (7 * week) + 2, Count = rng.Next(15, 40) });
        }

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
            Links = [.. links],
            Conversions = [new Conversion { Id = "Repair", Location = Depot, From = Damaged, To = 1, Delay = 5, Cost = 160, Most = 8 }],
            Substitutions = [new Substitution { Asked = 1, Given = 2, Cost = 180 }],
            Leases =
            [
                new Lease { Id = "Short hire 40HC", Type = 1, Most = 400, Rent = 4, MinimumTerm = 14, OnHire = [new HirePlace(Hub, 60), new HirePlace(Depot, 40)], OffHire = [new HirePlace(2 + Coast, 90), new HirePlace(Depot, 30)] },
                new Lease { Id = "Long hire 20DC", Type = 0, Most = 300, Rent = 2, OnHire = [new HirePlace(Depot, 250)] },
            ],
        });
    }

    private int Place(string id, LocationKind kind, int exports, int imports, int loadCost, int? storageTeu)
    {
        var location = locations.Count;
        locations.Add(new Location { Id = id, Kind = kind, LoadCost = loadCost, DischargeCost = loadCost, StorageTeu = storageTeu });
        for (var type = 0; type < Damaged; type++)
        {
            var weekly = exports * Share[type] / 100;
            TradeForecast.Add(supplies, demands, location, type, imports * Share[type] / 100, weekly, Shortage[type], weeks, rng);
            stocks.Add(new LocationStock
            {
                Location = location,
                Type = type,
                Initial = Math.Max(weekly, imports * Share[type] / 100),
                StorageCost = type + 2,
                FreePeriods = kind is LocationKind.InlandPort or LocationKind.RailTerminal ? 7 : 0,
                SafetyStock = kind == LocationKind.Port ? weekly / 4 : 0,
                SafetyCost = kind == LocationKind.Port ? 12 : 0,
                Target = weekly,
                TargetCost = Shortage[type] / 5,
            });
        }

        return location;
    }

    private void CoastalPorts()
    {
        for (var index = 0; index < Coast; index++)
        {
            var exports = rng.Next(80, 300);
            Place($"Coast {index + 1}", LocationKind.Port, exports, exports * rng.Next(70, 121) / 100, rng.Next(40, 70), null);
        }

        for (var ring = 0; ring < 4; ring++)
        {
            int[] calls = [Hub, 2 + (2 * ring), 3 + (2 * ring)];
            services.Add(new WeeklyRing($"Feeder {ring + 1}", TransportMode.Feeder, calls, [2, 1, 2], [.. calls.Select(_ => rng.Next(60, 200) * Teu)], rng.Next(7)));
        }
    }

    private void OverseasPorts()
    {
        for (var index = 0; index < Overseas; index++)
        {
            var imports = rng.Next(400, 900);
            Place($"Overseas {index + 1}", LocationKind.Port, imports * rng.Next(35, 66) / 100, imports, rng.Next(60, 120), null);
        }

        for (var ring = 0; ring < 3; ring++)
        {
            var first = 2 + Coast + (2 * ring);
            services.Add(new WeeklyRing($"Main line {ring + 1}", TransportMode.Vessel, [Hub, first, first + 1], [14 + (4 * ring), 3, 15 + (4 * ring)], [rng.Next(150, 400) * Teu, rng.Next(400, 900) * Teu, rng.Next(900, 1_800) * Teu], rng.Next(7)));
        }
    }

    private void StreetTurns()
    {
        for (var index = 0; index < Customers; index++)
        {
            var importer = Place($"Importer {index + 1}", LocationKind.Customer, 0, rng.Next(20, 60), 0, null);
            var exporter = Place($"Exporter {index + 1}", LocationKind.Customer, rng.Next(20, 60), 0, 0, null);
            Way($"Return {index + 1}", TransportMode.Truck, importer, Depot, 1, 0, 45, 500);
            Way($"Release {index + 1}", TransportMode.Truck, Depot, exporter, 1, 0, 45, 500);
            Way($"Street turn {index + 1}", TransportMode.StreetTurn, importer, exporter, 1, 0, 30, 20);
        }
    }

    private void InlandPort(int index)
    {
        var exporting = rng.Next(3) > 0;
        var volume = rng.Next(20, 90);
        var port = Place($"Inland {index + 1}", LocationKind.InlandPort, exporting ? volume : volume / 2, exporting ? volume / 2 : volume, 0, rng.Next(300, 900) * Teu);
        var days = rng.Next(1, 6);
        Both($"Truck {index + 1}", TransportMode.Truck, Hub, port, 1, Math.Max(1, days / 2), 120 + (90 * days), 40);
        Both($"Train {index + 1}", TransportMode.Train, Hub, port, rng.Next(2) == 0 ? 7 : 3, days, 60 + (30 * days), rng.Next(40, 100));
        if (rng.Next(6) == 0)
        {
            Both($"Barge {index + 1}", TransportMode.Barge, Hub, port, 7, days + 2, 30 + (15 * days), rng.Next(60, 150));
        }
    }

    private void Both(string id, TransportMode mode, int one, int other, int every, int transit, int cost, int teu)
    {
        Way($"{id} out", mode, one, other, every, transit, cost, teu);
        Way($"{id} back", mode, other, one, every, transit, cost, teu);
    }

    private void Way(string id, TransportMode mode, int from, int to, int every, int transit, int cost, int teu) => links.Add(new Link
    {
        Id = id,
        Mode = mode,
        From = from,
        To = to,
        First = every == 1 ? 0 : rng.Next(every),
        Every = every,
        Transit = transit,
        Cost = cost,
        Room = new Room { Teu = teu * Teu },
        Co2Grams = cost * (mode == TransportMode.Train ? 250 : mode == TransportMode.Barge ? 300 : 700),
    });
}
