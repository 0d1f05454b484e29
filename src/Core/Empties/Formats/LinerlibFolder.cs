using BerthOpt.Diagnostics;
using BerthOpt.Empties.Formats.Linerlib;

namespace BerthOpt.Empties.Formats;

/// <summary>
/// Problems from LINERLIB (Brouer, Alvarez, Plum, Pisinger and Sigurd 2014, A base integer programming model and benchmark suite for liner-shipping network
/// design), a folder of tables whose columns are parted by tabs:
/// <code>
/// ports.csv, dist_dense.csv, fleet_data.csv   ports with the cost of a move, distances, vessel classes
/// Demand_NAME.csv                             Origin, Destination, FFEPerWeek, Revenue_1, TransitTime
/// </code>
/// Cargo of a week asks for empties at its origin and gives them back at its destination; what ports have too many or too few of follows. LINERLIB has no
/// services: these are made by one rule (feeders of each region, main lines between regions), cargo goes the quickest way, and empties take what it leaves.
/// </summary>
public static class LinerlibFolder
{
    /// <summary>Greatest number of weeks.</summary>
    public const int MaxWeeks = 104;

    private const int StorageCost = 2;
    private static readonly ContainerType[] Types = [new() { Id = "40DC" }, new() { Id = "20DC", Teu = 100 }, new() { Id = "40RF" }];
    private static readonly int[] Percent = [55, 35, 10];
    private static readonly int[] Shortage = [3_000, 1_600, 4_500];

    /// <summary>Reads an instance.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="name">The instance, as its demand file is called: <c>EuropeAsia</c> for Demand_EuropeAsia.csv.</param>
    /// <param name="weeks">Weeks that are planned, in periods of a day; 1 to <see cref="MaxWeeks"/>.</param>
    /// <param name="types">1 for forty-foot boxes alone; 3 for twenty-foot boxes and reefers beside them, which share vessels and may stand in for dry ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">Weeks or types are out of range.</exception>
    /// <exception cref="InvalidInputException">A file cannot be read; it lists every fault with file and line.</exception>
    public static EmptiesProblem Read(string folder, string name, int weeks = 16, int types = 1)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MaxWeeks);
        if (types is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(types), types, "Expected 1 or 3 container types.");
        }

        var tables = LinerlibTables.Read(folder, name);
        var rings = LinerlibRouting.WithRoom(tables, new LinerlibRings(tables).Make());
        return new EmptiesProblem(new EmptiesParts
        {
            Name = types == 1 ? $"{name} {weeks} weeks" : $"{name} {weeks} weeks, {types} types",
            Periods = 7 * weeks,
            Types = [.. Types[..types]],
            Locations = [.. tables.Ports.Select(port => new Location { Id = port.Code, LoadCost = port.MoveCost / 2, DischargeCost = port.MoveCost / 2 })],
            Stocks = [.. Cells(tables, types).Select(cell => new LocationStock { Location = cell.Port, Type = cell.Type, Initial = cell.Exports, StorageCost = StorageCost })],
            Supplies = [.. Cells(tables, types).SelectMany(cell => Daily(cell.Imports, weeks).Select(day => new Supply { Location = cell.Port, Type = cell.Type, Period = day.Period, Count = day.Count, Low = day.Count - (day.Count / 4), High = day.Count + (day.Count / 4) }))],
            Demands = [.. Cells(tables, types).SelectMany(cell => Daily(cell.Exports, weeks).Select(day => new Demand { Location = cell.Port, Type = cell.Type, Period = day.Period, Count = day.Count, Low = day.Count - (day.Count / 4), High = day.Count + (day.Count / 4), ShortageCost = Shortage[cell.Type] }))],
            Voyages = [.. rings.SelectMany(ring => ring.Voyages(weeks))],
            Substitutions = types == 1 ? [] : [new Substitution { Asked = 0, Given = 2, Cost = 50 }],
        });
    }

    /// <summary>What each port asks for and gets back in a week; of several types each its share, twenty-foot boxes two for one.</summary>
    private static IEnumerable<(int Port, int Type, int Exports, int Imports)> Cells(LinerlibTables tables, int types)
    {
        var (exports, imports) = (new int[tables.Ports.Count], new int[tables.Ports.Count]);
        foreach (var demand in tables.Demands)
        {
            exports[demand.Origin] += demand.Weekly;
            imports[demand.Destination] += demand.Weekly;
        }

        int Share(int weekly, int type) => types == 1 ? weekly : weekly * Percent[type] / 100 * 200 / Types[type].Teu;
        for (var port = 0; port < exports.Length; port++)
        {
            for (var type = 0; type < types; type++)
            {
                yield return (port, type, Share(exports[port], type), Share(imports[port], type));
            }
        }
    }

    /// <summary>A weekly number as evenly over the days as whole boxes go.</summary>
    private static IEnumerable<(int Period, int Count)> Daily(int weekly, int weeks)
    {
        for (var day = 0; day < 7 * weeks; day++)
        {
            var count = (int)(((day + 1L) * weekly / 7) - ((long)day * weekly / 7));
            if (count > 0)
            {
                yield return (day, count);
            }
        }
    }
}
