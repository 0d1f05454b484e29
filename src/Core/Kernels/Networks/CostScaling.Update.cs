namespace BerthOpt.Kernels.Networks;

/// <content>The global price update (Goldberg 1997): prices fall by the distance to the nearest demand that is open, in steps of the tolerance.</content>
internal sealed partial class CostScaling
{
    private int[] bucket = [];
    private int[] behind = [];
    private int[] ahead = [];
    private int[] distance = [];

    private void UpdateGlobally()
    {
        relabels = 0;
        var most = (2 * Factor * nodes) + 1;
        if (bucket.Length == 0)
        {
            (bucket, behind, ahead, distance) = (new int[most + 1], new int[nodes], new int[nodes], new int[nodes]);
        }

        Array.Fill(bucket, -1);
        var open = 0;
        for (var node = 0; node < nodes; node++)
        {
            distance[node] = excess[node] < 0 ? 0 : most;
            open += excess[node] > 0 ? 1 : 0;
            if (excess[node] < 0)
            {
                Insert(node, 0);
            }
        }

        var reached = 0;
        for (; reached < most && open > 0; reached++)
        {
            while (bucket[reached] >= 0 && open > 0)
            {
                var node = bucket[reached];
                Remove(node, reached);
                open -= excess[node] > 0 ? 1 : 0;
                Look(node, reached, most);
            }
        }

        for (var node = 0; node < nodes; node++)
        {
            potential[node] -= Math.Min(distance[node], reached) * tolerance;
            current[node] = first[node];
        }
    }

    /// <summary>Brings nodes nearer from which a node can be reached.</summary>
    private void Look(int node, int at, int most)
    {
        for (var k = first[node]; k < first[node + 1]; k++)
        {
            ref readonly var back = ref arcs[k];
            var from = back.Target;
            if (distance[from] > at && arcs[back.Twin].Room > 0)
            {
                var steps = ((potential[from] - back.Cost - potential[node]) / tolerance) + 1;
                var longer = at + Math.Max(0, steps);
                if (longer < distance[from] && longer < most)
                {
                    if (distance[from] < most)
                    {
                        Remove(from, distance[from]);
                    }

                    distance[from] = (int)longer;
                    Insert(from, distance[from]);
                }
            }
        }

        Work += first[node + 1] - first[node];
    }

    private void Insert(int node, int at)
    {
        (behind[node], ahead[node]) = (bucket[at], -1);
        if (bucket[at] >= 0)
        {
            ahead[bucket[at]] = node;
        }

        bucket[at] = node;
    }

    private void Remove(int node, int at)
    {
        if (ahead[node] >= 0)
        {
            behind[ahead[node]] = behind[node];
        }
        else
        {
            bucket[at] = behind[node];
        }

        if (behind[node] >= 0)
        {
            ahead[behind[node]] = ahead[node];
        }
    }
}
