using System.Globalization;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Formats.Linerlib;

/// <summary>A port of LINERLIB: its code, trade region, and what a move of a full box costs there.</summary>
internal sealed record LinerlibPort(string Code, string Region, int MoveCost);

/// <summary>Weekly cargo between two ports, in forty-foot boxes.</summary>
internal readonly record struct LinerlibDemand(int Origin, int Destination, int Weekly);

/// <summary>What is read of a LINERLIB folder for one of its instances: the ports that have cargo, their distances, and the sizes of vessels.</summary>
internal sealed class LinerlibTables
{
    private const int MostWeekly = 1_000_000;
    private const int MostMiles = 30_000;

    private static readonly string[] PortColumns = ["UNLocode", "name", "Country", "Cabotage_Region", "D_Region", "Longitude", "Latitude", "Draft", "CostPerFULL", "CostPerFULLTrnsf", "PortCallCostFixed", "PortCallCostPerFFE"];
    private static readonly string[] DemandColumns = ["Origin", "Destination", "FFEPerWeek", "Revenue_1", "TransitTime"];
    private static readonly string[] DistanceColumns = ["fromUNLOCODe", "ToUNLOCODE", "Distance", "Draft", "IsPanama", "IsSuez"];
    private static readonly string[] FleetColumns = ["Vessel class", "Capacity FFE", "TC rate daily (fixed Cost)", "draft", "minSpeed", "maxSpeed", "designSpeed", "Bunker ton per day at designSpeed", "Idle Consumption ton/day", "panamaFee", "suezFee"];

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(int From, int To), int> miles = [];
    private readonly FormatFaults faults = new();
    private readonly string folder;

    private LinerlibTables(string folder) => this.folder = folder;

    public List<LinerlibPort> Ports { get; } = [];

    public List<LinerlibDemand> Demands { get; } = [];

    /// <summary>Forty-foot boxes that a vessel of each class holds, ascending.</summary>
    public List<int> Capacities { get; } = [];

    /// <summary>Reads the tables of an instance.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="instance">The instance, as its demand file is called: <c>EuropeAsia</c> for Demand_EuropeAsia.csv.</param>
    /// <exception cref="InvalidInputException">A file cannot be read; it lists every fault with file and line.</exception>
    public static LinerlibTables Read(string folder, string instance)
    {
        var tables = new LinerlibTables(folder);
        tables.ReadDemands($"Demand_{instance}.csv");
        tables.ReadPorts();
        tables.ReadDistances();
        tables.ReadFleet();
        tables.faults.ThrowIfAny();
        return tables;
    }

    /// <summary>Nautical miles between two ports.</summary>
    public int Miles(int from, int to) => miles.TryGetValue((from, to), out var its) ? its : miles.GetValueOrDefault((to, from), MostMiles);

    private CsvRows Rows(string file, string[] columns)
    {
        var path = Path.Combine(folder, file);
        var text = SourceText.Decode(path, SourceFile.Bytes(path)).Text;
        return new CsvRows(text, columns, faults, file, '\t');
    }

    private void ReadDemands(string file)
    {
        for (var rows = Rows(file, DemandColumns); rows.Next();)
        {
            Demands.Add(new LinerlibDemand(Number(rows.Text(0)), Number(rows.Text(1)), rows.Int(2, 0, MostWeekly)));
        }
    }

    private int Number(ReadOnlySpan<char> code)
    {
        var key = code.ToString();
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = Ports.Count);
            Ports.Add(new LinerlibPort(key, "", 0));
        }

        return number;
    }

    private void ReadPorts()
    {
        var known = new HashSet<int>();
        for (var rows = Rows("ports.csv", PortColumns); rows.Next();)
        {
            if (numbers.TryGetValue(rows.Text(0).ToString(), out var number) && known.Add(number))
            {
                var cost = decimal.TryParse(rows.Text(8), NumberStyles.Number, CultureInfo.InvariantCulture, out var its) ? Math.Clamp(its, 0, EmptiesProblem.MaxUnitCost) : 0;
                Ports[number] = new LinerlibPort(Ports[number].Code, rows.Text(4).ToString(), (int)cost);
            }
        }

        foreach (var port in Ports.Where((_, number) => !known.Contains(number)))
        {
            faults.Add("unknown-id", "ports.csv", $"has no port {FormatFaults.Show(port.Code)}, which has cargo; expected every port of the demand file.");
        }
    }

    private void ReadDistances()
    {
        for (var rows = Rows("dist_dense.csv", DistanceColumns); rows.Next();)
        {
            if (numbers.TryGetValue(rows.Text(0).ToString(), out var from) && numbers.TryGetValue(rows.Text(1).ToString(), out var to))
            {
                // Ways with and without canals: the shortest.
                miles[(from, to)] = Math.Min(miles.GetValueOrDefault((from, to), MostMiles), rows.Int(2, 0, MostMiles));
            }
        }
    }

    private void ReadFleet()
    {
        for (var rows = Rows("fleet_data.csv", FleetColumns); rows.Next();)
        {
            Capacities.Add(rows.Int(1, 1, MostWeekly));
        }

        Capacities.Sort();
        if (Capacities.Count == 0)
        {
            faults.Add("missing", "fleet_data.csv", "has no vessel class; expected at least one.");
        }
    }
}
