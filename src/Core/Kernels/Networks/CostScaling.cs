namespace BerthOpt.Kernels.Networks;

/// <summary>
/// The cost scaling method (Goldberg and Tarjan 1990) with partial augmentation and relabelling (Kovács 2015) and global price updates
/// (Goldberg 1997), in whole numbers: costs times the number of nodes plus 1, the tolerance divided by 16 from phase to phase down to 1.
/// It finds flows alone: where there is none it gives up, and leaves the proof to the <see cref="NetworkSimplex"/>.
/// </summary>
internal sealed partial class CostScaling : IFlowMethod
{
    private const int Factor = 16;
    private const int PathLength = 4;

    private readonly FlowNetwork network;
    private readonly int nodes;
    private readonly int[] first;
    private readonly int[] current;
    private readonly int[] place;
    private readonly Residual[] arcs;
    private readonly long[] excess;
    private readonly long[] potential;
    private readonly Queue<int> active = new();
    private long tolerance;
    private long floor;
    private long relabels;
    private bool inPhase;

    /// <summary>Takes over a network.</summary>
    /// <param name="network">The network; <see cref="Fits"/> it.</param>
    /// <param name="reach">More than any arc carries above its least flow.</param>
    public CostScaling(FlowNetwork network, long reach)
    {
        this.network = network;
        nodes = network.Nodes;
        first = new int[nodes + 1];
        current = new int[nodes];
        place = new int[network.Arcs];
        arcs = new Residual[2 * network.Arcs];
        excess = network.Supply.ToArray();
        potential = new long[nodes];
        Lay(reach);
        foreach (ref readonly var arc in arcs.AsSpan())
        {
            tolerance = Math.Max(tolerance, Math.Abs(arc.Cost));
        }
    }

    /// <summary>What can still go one way over an arc.</summary>
    private struct Residual
    {
        public long Room;
        public long Cost;
        public int Target;
        public int Twin;
    }

    /// <inheritdoc/>
    public bool HasFlow { get; private set; }

    /// <inheritdoc/>
    public bool GaveUp { get; private set; }

    /// <summary>Arcs looked at, since the start.</summary>
    public long Work { get; private set; }

    /// <summary>Whether all numbers stay in their range: prices, and what waits at a node when all arcs into it are filled.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reach">More than any arc carries above its least flow.</param>
    public static bool Fits(FlowNetwork network, long reach)
    {
        if ((Int128)reach * (network.Arcs + 1) >= long.MaxValue / 4)
        {
            return false;
        }

        Int128 most = 1;
        foreach (var cost in network.Cost)
        {
            most = Int128.Max(most, Int128.Abs(cost));
        }

        return most * (network.Nodes + 1) * (network.Nodes + 1) * 4 * Factor < long.MaxValue / 4;
    }

    /// <inheritdoc/>
    public FlowStatus Solve(long work = long.MaxValue)
    {
        var until = work > long.MaxValue - Work ? long.MaxValue : Work + work;
        while (!HasFlow && !GaveUp)
        {
            if (!inPhase)
            {
                Begin();
            }

            if (!Refine(until))
            {
                return FlowStatus.Unknown;
            }

            inPhase = false;
            if (tolerance == 1)
            {
                Settle();
                HasFlow = true;
            }
        }

        return HasFlow ? FlowStatus.Optimal : FlowStatus.Unknown;
    }

    /// <summary>The flow of an arc.</summary>
    public long Flow(int arc) => network.Lower[arc] + (place[arc] < 0 ? 0 : arcs[arcs[place[arc]].Twin].Room);

    /// <summary>The potential of a node: <c>cost + potential(tail) - potential(head)</c> is an arc's reduced cost.</summary>
    public long Potential(int node) => potential[node];

    /// <summary>Both directions of each arc, by the node that they leave; arcs from a node to itself are left out.</summary>
    private void Lay(long reach)
    {
        for (var arc = 0; arc < network.Arcs; arc++)
        {
            var (tail, head, least) = (network.Tail[arc], network.Head[arc], network.Lower[arc]);
            excess[tail] -= least;
            excess[head] += least;
            if (tail != head)
            {
                first[tail + 1]++;
                first[head + 1]++;
            }
        }

        for (var node = 0; node < nodes; node++)
        {
            first[node + 1] += first[node];
            current[node] = first[node];
        }

        for (var arc = 0; arc < network.Arcs; arc++)
        {
            var (tail, head) = (network.Tail[arc], network.Head[arc]);
            place[arc] = -1;
            if (tail != head)
            {
                var (one, two) = (current[tail]++, current[head]++);
                var room = network.Capacity[arc] == FlowNetwork.Unlimited ? reach : Math.Min(reach, network.Capacity[arc] - network.Lower[arc]);
                var cost = network.Cost[arc] * (nodes + 1);
                arcs[one] = new Residual { Room = room, Cost = cost, Target = head, Twin = two };
                arcs[two] = new Residual { Room = 0, Cost = -cost, Target = tail, Twin = one };
                place[arc] = one;
            }
        }
    }

    /// <summary>
    /// Exact potentials in units of cost, from those of the last phase: what a label correcting method still changes, which is little.
    /// </summary>
    private void Settle()
    {
        for (var node = 0; node < nodes; node++)
        {
            potential[node] = potential[node] >= 0 ? potential[node] / (nodes + 1) : -((-potential[node] + nodes) / (nodes + 1));
            active.Enqueue(node);
        }

        var queued = new bool[nodes];
        Array.Fill(queued, true);
        while (active.TryDequeue(out var node))
        {
            queued[node] = false;
            for (var k = first[node]; k < first[node + 1]; k++)
            {
                ref readonly var arc = ref arcs[k];
                var price = potential[node] + (arc.Cost / (nodes + 1));
                if (arc.Room > 0 && price < potential[arc.Target])
                {
                    potential[arc.Target] = price;
                    if (!queued[arc.Target])
                    {
                        queued[arc.Target] = true;
                        active.Enqueue(arc.Target);
                    }
                }
            }
        }
    }
}
