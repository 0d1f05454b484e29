using BerthOpt.Empties.Generators;

namespace BerthOpt.Empties.Formats.Linerlib;

/// <summary>
/// Weekly services for the cargo of a LINERLIB instance, made by one rule: in each trade region feeders from its greatest port along the nearest ports, and between
/// each two regions with cargo a main line over the greatest ports of both. LINERLIB has cargo and ports; networks are what its users find.
/// </summary>
internal sealed class LinerlibRings(LinerlibTables tables)
{
    private const int CallsOfFeeder = 8;
    private const int CallsOfEachEnd = 4;
    private const int FeederKnots = 14;
    private const int MainKnots = 17;
    private const int HoursInPort = 24;

    private readonly long[] volume = Volumes(tables);

    /// <summary>The services, without room.</summary>
    public List<WeeklyRing> Make()
    {
        var rings = new List<WeeklyRing>();
        var regions = Enumerable.Range(0, tables.Ports.Count).GroupBy(port => tables.Ports[port].Region).OrderBy(region => region.Key, StringComparer.Ordinal)
            .Select(region => region.OrderByDescending(port => volume[port]).ThenBy(port => port).ToArray()).ToList();
        foreach (var region in regions.Where(region => region.Length > 1))
        {
            rings.AddRange(Feeders(region, rings.Count));
        }

        for (var one = 0; one < regions.Count; one++)
        {
            for (var other = one + 1; other < regions.Count; other++)
            {
                var (here, there) = (regions[one].ToHashSet(), regions[other].ToHashSet());
                if (tables.Demands.Any(demand => demand.Weekly > 0 && ((here.Contains(demand.Origin) && there.Contains(demand.Destination)) || (there.Contains(demand.Origin) && here.Contains(demand.Destination)))))
                {
                    int[] calls = [.. Tour(regions[one][..Math.Min(CallsOfEachEnd, regions[one].Length)]), .. Tour(regions[other][..Math.Min(CallsOfEachEnd, regions[other].Length)])];
                    rings.Add(Ring($"M{rings.Count + 1:000}", TransportMode.Vessel, calls, MainKnots, rings.Count % 7));
                }
            }
        }

        return rings;
    }

    private static long[] Volumes(LinerlibTables tables)
    {
        var volume = new long[tables.Ports.Count];
        foreach (var demand in tables.Demands)
        {
            volume[demand.Origin] += demand.Weekly;
            volume[demand.Destination] += demand.Weekly;
        }

        return volume;
    }

    /// <summary>Each feeder takes the ports nearest to where it is, as many as it calls at, and comes back to the greatest port.</summary>
    private IEnumerable<WeeklyRing> Feeders(int[] region, int made)
    {
        var left = region[1..].ToList();
        while (left.Count > 0)
        {
            var calls = new List<int> { region[0] };
            while (calls.Count < CallsOfFeeder && left.Count > 0)
            {
                var next = left.MinBy(port => (tables.Miles(calls[^1], port), port));
                calls.Add(next);
                left.Remove(next);
            }

            yield return Ring($"F{++made:000}", TransportMode.Feeder, [.. calls], FeederKnots, made % 7);
        }
    }

    private int[] Tour(int[] ports)
    {
        var (tour, left) = (new List<int> { ports[0] }, ports[1..].ToList());
        while (left.Count > 0)
        {
            var next = left.MinBy(port => (tables.Miles(tour[^1], port), port));
            tour.Add(next);
            left.Remove(next);
        }

        return [.. tour];
    }

    private WeeklyRing Ring(string name, TransportMode mode, int[] calls, int knots, int firstDay)
    {
        var days = calls.Select((port, call) => (HoursInPort + (tables.Miles(port, calls[(call + 1) % calls.Length]) / knots) + 23) / 24).ToArray();
        return new WeeklyRing(name, mode, calls, days, new int[calls.Length], firstDay);
    }
}
