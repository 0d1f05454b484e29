namespace BerthOpt.Kernels.Networks;

/// <summary>
/// A min-cost-flow network under construction, as arrays of fields: <c>min sum cost * flow</c> with
/// <c>lower &lt;= flow &lt;= capacity</c> on each arc and <c>flow out - flow in = supply</c> at each node.
/// </summary>
/// <param name="nodes">Nodes to make room for.</param>
/// <param name="arcs">Arcs to make room for.</param>
internal sealed class FlowNetwork(int nodes = 16, int arcs = 16)
{
    /// <summary>The capacity of an arc without one.</summary>
    public const long Unlimited = long.MaxValue;

    private long[] supply = new long[nodes];
    private int[] tail = new int[arcs];
    private int[] head = new int[arcs];
    private long[] lower = new long[arcs];
    private long[] capacity = new long[arcs];
    private long[] cost = new long[arcs];

    /// <summary>Number of nodes.</summary>
    public int Nodes { get; private set; }

    /// <summary>Number of arcs.</summary>
    public int Arcs { get; private set; }

    /// <summary>What each node gives (above 0) or takes (below 0).</summary>
    public Span<long> Supply => supply.AsSpan(0, Nodes);

    /// <summary>The node that each arc leaves.</summary>
    public ReadOnlySpan<int> Tail => tail.AsSpan(0, Arcs);

    /// <summary>The node that each arc enters.</summary>
    public ReadOnlySpan<int> Head => head.AsSpan(0, Arcs);

    /// <summary>Least flow of each arc.</summary>
    public Span<long> Lower => lower.AsSpan(0, Arcs);

    /// <summary>Most flow of each arc; <see cref="Unlimited"/> for no limit.</summary>
    public Span<long> Capacity => capacity.AsSpan(0, Arcs);

    /// <summary>Cost of each unit of flow.</summary>
    public Span<long> Cost => cost.AsSpan(0, Arcs);

    /// <summary>Adds a node.</summary>
    /// <param name="gives">Its supply; below 0 for a demand.</param>
    /// <returns>Its index.</returns>
    public int AddNode(long gives = 0)
    {
        Grow(ref supply, Nodes);
        supply[Nodes] = gives;
        return Nodes++;
    }

    /// <summary>Adds an arc.</summary>
    /// <param name="from">Index of the node that it leaves.</param>
    /// <param name="to">Index of the node that it enters.</param>
    /// <param name="least">Least flow.</param>
    /// <param name="most">Most flow, at least <paramref name="least"/>.</param>
    /// <param name="price">Cost of each unit.</param>
    /// <returns>Its index.</returns>
    public int AddArc(int from, int to, long least, long most, long price)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, Nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, Nodes);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        if (Arcs == tail.Length)
        {
            Grow(ref tail, Arcs);
            Grow(ref head, Arcs);
            Grow(ref lower, Arcs);
            Grow(ref capacity, Arcs);
            Grow(ref cost, Arcs);
        }

        (tail[Arcs], head[Arcs], lower[Arcs], capacity[Arcs], cost[Arcs]) = (from, to, least, most, price);
        return Arcs++;
    }

    private static void Grow<T>(ref T[] items, int count)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(16, 2 * count));
        }
    }
}
