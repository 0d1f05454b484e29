namespace BerthOpt.Kernels.Networks;

/// <content>The first pivots of a new start, which bring flow off the artificial arcs: the cheapest way into each demand (as the row minima of Glover, Karney, Klingman and Napier 1974).</content>
internal sealed partial class NetworkSimplex
{
    private void Open()
    {
        IEnumerable<int> arcs = Takers() == 1 ? WaysTo() : CheapestInto();
        foreach (var arc in arcs)
        {
            if (arc >= 0 && cost[arc] + potential[tail[arc]] - potential[head[arc]] < 0 && side[arc] == AtLower && room[arc] > 0)
            {
                // A cycle without a limit is met again later.
                Pivots += Exchange(arc) ? 1 : 0;
            }
        }
    }

    private int Takers()
    {
        var takers = 0;
        foreach (var supply in network.Supply)
        {
            takers += supply < 0 ? 1 : 0;
        }

        return takers;
    }

    /// <summary>The cheapest arc into each node with a demand.</summary>
    private int[] CheapestInto()
    {
        var best = new int[root];
        Array.Fill(best, -1);
        for (var arc = 0; arc < cost.Length; arc++)
        {
            var node = head[arc];
            if (network.Supply[node] < 0 && room[arc] > 0 && (best[node] < 0 || cost[arc] < cost[best[node]]))
            {
                best[node] = arc;
            }
        }

        return best;
    }

    /// <summary>Arcs on shortest ways (in arcs) to the only demand, nearest first, that can carry all of it: so the first flow needs no artificial arc.</summary>
    private List<int> WaysTo()
    {
        var first = new int[root];
        var later = new int[cost.Length];
        Array.Fill(first, -1);
        for (var arc = cost.Length - 1; arc >= 0; arc--)
        {
            (later[arc], first[head[arc]]) = (first[head[arc]], arc);
        }

        var (seen, all) = (new bool[root], 0L);
        var queue = new Queue<int>();
        for (var node = 0; node < root; node++)
        {
            if (network.Supply[node] < 0)
            {
                (seen[node], all) = (true, -network.Supply[node]);
                queue.Enqueue(node);
            }
        }

        var ways = new List<int>();
        while (queue.TryDequeue(out var node))
        {
            for (var arc = first[node]; arc >= 0; arc = later[arc])
            {
                if (!seen[tail[arc]] && room[arc] >= all)
                {
                    seen[tail[arc]] = true;
                    ways.Add(arc);
                    queue.Enqueue(tail[arc]);
                }
            }
        }

        return ways;
    }
}
