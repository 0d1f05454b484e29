using BerthOpt.Empties.Generators;

namespace BerthOpt.Empties.Formats.Linerlib;

/// <summary>Sends weekly cargo the quickest way over services, a few days for each change of vessel, and gives each service vessels that hold it.</summary>
internal sealed class LinerlibRouting
{
    private const int DaysToBoard = 3;
    private const int HundredthsOfTeu = 200;

    private readonly LinerlibTables tables;
    private readonly List<WeeklyRing> rings;
    private readonly int[] first;
    private readonly List<int>[] boards;
    private readonly long[] loads;

    private LinerlibRouting(LinerlibTables tables, List<WeeklyRing> rings)
    {
        (this.tables, this.rings) = (tables, rings);
        first = new int[rings.Count + 1];
        boards = [.. tables.Ports.Select(_ => new List<int>())];
        for (var ring = 0; ring < rings.Count; ring++)
        {
            first[ring + 1] = first[ring] + rings[ring].Calls.Length;
            for (var call = 0; call < rings[ring].Calls.Length; call++)
            {
                boards[rings[ring].Calls[call]].Add(first[ring] + call);
            }
        }

        loads = new long[first[^1]];
    }

    /// <summary>The services with the room that cargo leaves on each leg.</summary>
    public static List<WeeklyRing> WithRoom(LinerlibTables tables, List<WeeklyRing> rings)
    {
        var routing = new LinerlibRouting(tables, rings);
        foreach (var origin in tables.Demands.GroupBy(demand => demand.Origin))
        {
            routing.Send(origin.Key, origin);
        }

        return [.. rings.Select((ring, index) => ring with { Room = routing.Room(index) })];
    }

    private int[] Room(int ring)
    {
        var its = loads.AsSpan(first[ring]..first[ring + 1]).ToArray();
        var (most, greatest) = (its.Max(), tables.Capacities[^1]);

        // More than the greatest vessel holds sails on several of these.
        var capacity = most <= greatest ? tables.Capacities.First(capacity => capacity >= most) : greatest * ((most + greatest - 1) / greatest);
        return [.. its.Select(load => (int)Math.Min(int.MaxValue / HundredthsOfTeu, capacity - load) * HundredthsOfTeu)];
    }

    /// <summary>Dijkstra over ports and legs; a leg's node is left where it ends, for the port there or for the next leg.</summary>
    private void Send(int origin, IEnumerable<LinerlibDemand> demands)
    {
        var ports = tables.Ports.Count;
        var (days, from) = (new int[ports + loads.Length], new int[ports + loads.Length]);
        Array.Fill(days, int.MaxValue);
        Array.Fill(from, -1);
        var open = new PriorityQueue<int, (int Days, int Node)>();
        void Reach(int node, int by, int when)
        {
            if (when < days[node])
            {
                (days[node], from[node]) = (when, by);
                open.Enqueue(node, (when, node));
            }
        }

        Reach(origin, -1, 0);
        while (open.TryDequeue(out var node, out var at))
        {
            if (at.Days > days[node])
            {
                continue;
            }

            if (node < ports)
            {
                foreach (var leg in boards[node])
                {
                    Reach(ports + leg, node, at.Days + DaysToBoard + Days(leg));
                }

                continue;
            }

            var (next, port) = Behind(node - ports);
            Reach(port, node, at.Days);
            Reach(ports + next, node, at.Days + Days(next));
        }

        foreach (var demand in demands)
        {
            for (var node = from[demand.Destination]; node >= 0; node = from[node])
            {
                if (node >= ports)
                {
                    loads[node - ports] += demand.Weekly;
                }
            }
        }
    }

    private int Ring(int leg)
    {
        var found = Array.BinarySearch(first, leg);
        return found >= 0 ? found : ~found - 1;
    }

    private int Days(int leg)
    {
        var ring = Ring(leg);
        return rings[ring].Days[leg - first[ring]];
    }

    /// <summary>The leg behind a leg, and the port between.</summary>
    private (int Leg, int Port) Behind(int leg)
    {
        var ring = Ring(leg);
        var call = (leg - first[ring] + 1) % rings[ring].Calls.Length;
        return (first[ring] + call, rings[ring].Calls[call]);
    }
}
