using System.Collections.Immutable;
using System.IO.Compression;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties;

/// <summary>
/// Sample paths as folders that MARO's container inventory scenario exports and replays:
/// <code>
/// misc.yml     max_tick: 1120, container_volume: 1; the rest is passed over
/// ports.csv    index,name,capacity,empty,empty_return_buffer,empty_return_buffer_noise,full_return_buffer,full_return_buffer_noise
/// vessels.csv  index,name,capacity,route_name,start_port_name,sailing_speed,sailing_speed_noise,parking_duration,parking_noise,empty
/// routes.csv   index,name,port_name,distance_to_next_port
/// stops.csv    vessel_index,port_index,arrival_tick,departure_tick
/// orders.csv   tick,source_port_index,dest_port_index,quantity (or orders.csv.gz)
/// </code>
/// Indices count from 0. The capacity of ports, speeds and distances have no effect in MARO either: a vessel is where stops.csv says.
/// </summary>
public static class MaroFolder
{
    private static readonly string[] PortColumns = ["index", "name", "capacity", "empty", "empty_return_buffer", "empty_return_buffer_noise", "full_return_buffer", "full_return_buffer_noise"];
    private static readonly string[] VesselColumns = ["index", "name", "capacity", "route_name", "start_port_name", "sailing_speed", "sailing_speed_noise", "parking_duration", "parking_noise", "empty"];
    private static readonly string[] RouteColumns = ["index", "name", "port_name", "distance_to_next_port"];
    private static readonly string[] StopColumns = ["vessel_index", "port_index", "arrival_tick", "departure_tick"];
    private static readonly string[] OrderColumns = ["tick", "source_port_index", "dest_port_index", "quantity"];

    /// <summary>Whether a path names a folder that looks like one of these.</summary>
    /// <param name="path">Path of a folder, or of anything else.</param>
    public static bool LooksLikeOne(string path) => File.Exists(Path.Combine(path, "stops.csv")) && File.Exists(Path.Combine(path, "misc.yml"));

    /// <summary>Reads a sample path.</summary>
    /// <param name="path">Path of the folder; each file at most 64 MiB of UTF-8 text.</param>
    /// <param name="ticks">How many ticks to keep, from 0; null for all.</param>
    /// <exception cref="InvalidInputException">The folder cannot be used; it lists every fault with its file and line.</exception>
    public static SamplePath Read(string path, int? ticks = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Directory.Exists(path))
        {
            throw new InvalidInputException([new Fault("unreadable-file", path, $"is no folder; expected one with ports.csv, vessels.csv, routes.csv, stops.csv, orders.csv and misc.yml.")]);
        }

        var faults = new FormatFaults();
        var misc = new MaroMisc(Text(path, "misc.yml"), faults);
        var lines = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        ImmutableArray<T> Rows<T>(string file, string[] columns, string what, Func<CsvRows, T> read)
        {
            var (rows, numbers) = (ImmutableArray.CreateBuilder<T>(), new List<int>());
            for (var csv = new CsvRows(Text(path, file), columns, faults, file); csv.Next();)
            {
                rows.Add(read(csv));
                numbers.Add(csv.Line);
            }

            lines[what] = numbers;
            return rows.DrainToImmutable();
        }

        var routes = Rows("routes.csv", RouteColumns, "routes", row => row.Text(1).ToString()).CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        var parts = new SamplePathParts
        {
            Name = Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)),
            Ticks = misc.Ticks,
            Ports = Rows("ports.csv", PortColumns, "ports", Port),
            Vessels = Rows("vessels.csv", VesselColumns, "vessels", row => Vessel(row, routes, faults)),
            Stops = Rows("stops.csv", StopColumns, "stops", row => new SampleStop(Count(row, 0), Count(row, 1), Count(row, 2), Count(row, 3))),
            Orders = Rows("orders.csv", OrderColumns, "orders", row => new SampleOrder(Count(row, 0), Count(row, 1), Count(row, 2), Count(row, 3))),
        };
        faults.ThrowIfAny();
        foreach (var fault in SamplePathRules.Faults(parts))
        {
            var steps = fault.Place.Split('/');
            var told = steps.Length > 2 ? $"{steps[1]}.csv line {lines[steps[1]][int.Parse(steps[2], System.Globalization.CultureInfo.InvariantCulture)]}" : fault.Place;
            faults.Add(fault.Code, told, steps.Length > 3 ? $"{steps[3]} {fault.Message}" : fault.Message);
        }

        faults.ThrowIfAny();
        return new SamplePath(ticks is { } kept && kept < parts.Ticks ? parts with { Ticks = kept, Orders = [.. parts.Orders.Where(order => order.Tick < kept)] } : parts);
    }

    private static int Count(CsvRows row, int column) => row.Int(column, 0, SampleSchedule.MostBoxes);

    private static SamplePort Port(CsvRows row) => new()
    {
        Name = row.Text(1).ToString(),
        Empties = Count(row, 3),
        Empty = new SampleDelay(Count(row, 4), Count(row, 5)),
        Laden = new SampleDelay(Count(row, 6), Count(row, 7)),
    };

    private static SampleVessel Vessel(CsvRows row, Dictionary<string, int> routes, FormatFaults faults)
    {
        var route = row.Text(3).ToString();
        if (!routes.TryGetValue(route, out var stops))
        {
            faults.Add("unknown-reference", row.Place(row.Line), $"has route_name {FormatFaults.Show(route)}; expected a name of routes.csv.");
        }

        return new SampleVessel { Name = row.Text(1).ToString(), Capacity = Count(row, 2), RouteStops = Math.Max(1, stops), Empties = Count(row, 9) };
    }

    private static string Text(string folder, string file)
    {
        var (plain, packed) = (Path.Combine(folder, file), Path.Combine(folder, file + ".gz"));
        var bytes = File.Exists(plain) || !File.Exists(packed) ? SourceFile.Bytes(plain) : Unpacked(packed);
        try
        {
            return SourceText.Decode(file, bytes).Text;
        }
        catch (InvalidInputException fault)
        {
            throw new InvalidInputException(fault.Faults.Select(each => each with { Place = $"{file} {each.Place}" }));
        }
    }

    private static byte[] Unpacked(string path)
    {
        try
        {
            using var packed = new GZipStream(new MemoryStream(SourceFile.Bytes(path)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var chunk = new byte[1 << 16];
            for (var count = packed.Read(chunk); count > 0; count = packed.Read(chunk))
            {
                bytes.Write(chunk, 0, count);
                if (bytes.Length > SourceText.MostBytes)
                {
                    throw new InvalidInputException([new Fault("too-large", path, $"unpacks to more than {SourceText.MostBytes} bytes; expected at most that many.")]);
                }
            }

            return bytes.ToArray();
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidInputException([new Fault("unreadable-file", path, $"cannot be unpacked: {fault.Message}")]);
        }
    }
}
