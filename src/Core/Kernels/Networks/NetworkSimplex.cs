using System.Runtime.InteropServices;

namespace BerthOpt.Kernels.Networks;

/// <summary>
/// The primal network simplex method on a spanning tree, in whole numbers, that goes on from its last tree after changes of costs, limits
/// and supplies. The tree is strongly feasible (Cunningham 1976), so it cannot cycle; it is kept as a preorder list with subtree sizes and
/// last successors (Barr, Glover and Klingman 1979); arcs are priced in blocks (Grigoriadis 1986; measured against others by Kovács 2015).
/// </summary>
/// <remarks>
/// The tree hangs from a root that is none of the network's nodes: an artificial arc joins each node to it, at a price that no path
/// reaches. A node keeps what its arc to its parent can still carry, both ways: walking round a cycle reads one line of memory a node.
/// The flow of an arc outside the tree is at a limit.
/// </remarks>
internal sealed partial class NetworkSimplex : IFlowMethod
{
    /// <summary>More than any flow can reach; the room of arcs without a limit.</summary>
    private const long Endless = long.MaxValue / 4;

    /// <summary>How far the root's potential may go from 0 before all are computed anew.</summary>
    private const long MostDrift = 1L << 60;

    private readonly FlowNetwork network;
    private readonly int root;
    private readonly int[] place;
    private readonly int[] tail;
    private readonly int[] head;
    private readonly long[] cost;
    private readonly long[] room;
    private readonly sbyte[] side;
    private readonly long[] potential;
    private readonly int[] next;
    private readonly int[] back;
    private readonly TreeNode[] tree;
    private long artificialCost;
    private bool costsChanged = true;
    private bool flowsChanged = true;
    private bool built;
    private bool hasSurplus;
    private int[] ray = [];
    private long[]? costsAside;

    /// <summary>Takes over a network; later changes of it come in through the setters.</summary>
    public NetworkSimplex(FlowNetwork network)
    {
        this.network = network;
        root = network.Nodes;
        var arcs = network.Arcs;
        tail = new int[arcs];
        head = new int[arcs];
        cost = new long[arcs];
        room = new long[arcs];
        place = new int[arcs];
        side = new sbyte[arcs];
        potential = new long[root + 1];
        next = new int[root + 1];
        back = new int[root + 1];
        tree = new TreeNode[root + 1];
        block = BlockOf(arcs);
        Spread(place);
        for (var arc = 0; arc < arcs; arc++)
        {
            var slot = place[arc];
            (tail[slot], head[slot], cost[slot]) = (network.Tail[arc], network.Head[arc], network.Cost[arc]);
            room[slot] = Room(network.Lower[arc], network.Capacity[arc]);
            side[slot] = AtLower;
        }
    }

    /// <summary>Where an arc's flow is: in the tree, at its lower limit, at its capacity.</summary>
    public const sbyte InTree = 0, AtLower = 1, AtUpper = -1;

    /// <summary>A node of the tree and its arc to the parent.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct TreeNode
    {
        /// <summary>The parent; -1 at the root.</summary>
        public int Parent;

        /// <summary>The arc to the parent; its complement (below 0) where it comes from the parent. Artificial arcs follow the others, one a node.</summary>
        public int Link;

        /// <summary>Number of nodes from here down.</summary>
        public int Size;

        /// <summary>The last of these in preorder.</summary>
        public int Last;

        /// <summary>How much more can go to the parent.</summary>
        public long Up;

        /// <summary>How much more can come from the parent.</summary>
        public long Down;
    }

    /// <summary>What the last run found.</summary>
    public FlowStatus Status { get; private set; }

    /// <inheritdoc/>
    public bool HasFlow => built && !Unserved();

    /// <inheritdoc/>
    public bool GaveUp => false;

    /// <summary>Arcs that entered the tree, since the start.</summary>
    public long Pivots { get; private set; }

    /// <summary>Arcs priced and nodes visited, since the start.</summary>
    public long Work { get; private set; }

    /// <summary>Solves from the start, or goes on from the last tree after changes.</summary>
    /// <param name="work">Ends after about this much work, with <see cref="FlowStatus.Unknown"/>; calling again goes on.</param>
    public FlowStatus Solve(long work = long.MaxValue)
    {
        if (costsAside is not null && (costsChanged || flowsChanged))
        {
            TakeCostsBack();
        }

        Prepare();
        return Status = Pivot(work);
    }

    /// <summary>Goes on from the last tree after changes; the optimum is that of a new start.</summary>
    public FlowStatus Resolve() => Solve();

    /// <summary>The potential of a node: <c>cost + potential(tail) - potential(head)</c> is an arc's reduced cost.</summary>
    public long Potential(int node) => potential[node] - potential[root];

    /// <summary>The flow of an arc.</summary>
    public long Flow(int arc)
    {
        return network.Lower[arc] + Above(place[arc]);
    }

    /// <summary>The flow of an arc above its least flow; by its slot, as all within.</summary>
    private long Above(int arc)
    {
        if (side[arc] == AtUpper)
        {
            return room[arc];
        }

        if (side[arc] == AtLower)
        {
            return 0;
        }

        ref readonly var low = ref tree[tail[arc]];
        if (low.Link == arc && low.Parent == head[arc])
        {
            return low.Down;
        }

        ref readonly var high = ref tree[head[arc]];
        return high.Link == ~arc ? high.Up : 0;
    }

    /// <summary>
    /// Whether a node is in the set that cannot send all that it gives, or where supplies lack, that cannot get all that it takes; only when
    /// infeasible. Potentials tell the two apart: an artificial arc to the root costs nothing, one from it more than any path.
    /// </summary>
    public bool IsInCut(int node) => (Potential(node) < artificialCost / 2) == hasSurplus;

    /// <summary>The arcs of a cycle without limit that pays; only when unbounded.</summary>
    public ReadOnlySpan<int> Ray => ray;

    /// <summary>Total cost of the flow.</summary>
    public Int128 TotalCost()
    {
        Int128 total = 0;
        for (var arc = 0; arc < cost.Length; arc++)
        {
            total += (Int128)network.Cost[arc] * Flow(arc);
        }

        return total;
    }

    private static long Room(long lower, long capacity) => capacity == FlowNetwork.Unlimited ? Endless : capacity - lower;
}
