namespace BerthOpt.Berths;

/// <summary>A node of the branching: what is left of each call's rectangles, and the multipliers that its bound ended with.</summary>
internal sealed class RectangleNode(int calls, int rectangles, int prices)
{
    /// <summary>Rectangles left, those of each call from where its rectangles begin in the list of all.</summary>
    public int[] Active { get; } = new int[rectangles];

    /// <summary>How many are left of each call's.</summary>
    public int[] Count { get; } = new int[calls];

    public float[] Prices { get; } = new float[prices];

    /// <summary>Orders decided on the way here, and their multipliers.</summary>
    public List<Relation> Orders { get; } = [];

    public List<float> OrderPrices { get; } = [];

    /// <summary>Decisions to try, the most promising first.</summary>
    public List<(Relation Decision, long Value)> Children { get; } = [];

    public int NextChild { get; set; }

    public bool IsBounded { get; set; }

    /// <summary>Keeps of a call's rectangles those that pass a test.</summary>
    /// <param name="first">Where they begin in <see cref="Active"/>.</param>
    /// <param name="call">The call.</param>
    /// <param name="test">The test.</param>
    public void Keep<TTest>(int first, int call, TTest test)
        where TTest : struct, IRectangleTest
    {
        var active = Active.AsSpan(first, Count[call]);
        var kept = 0;
        foreach (var rectangle in active)
        {
            active[kept] = rectangle;
            kept += test.Passes(rectangle) ? 1 : 0;
        }

        Count[call] = kept;
    }

    /// <summary>Becomes a copy of its parent with one more decision.</summary>
    public void Inherit(RectangleNode parent, Relation decision)
    {
        parent.Active.CopyTo(Active, 0);
        parent.Count.CopyTo(Count, 0);
        parent.Prices.CopyTo(Prices, 0);
        Orders.Clear();
        Orders.AddRange(parent.Orders);
        OrderPrices.Clear();
        OrderPrices.AddRange(parent.OrderPrices);
        if (decision.IsOrder)
        {
            Orders.Add(decision);
            OrderPrices.Add(0);
        }

        Children.Clear();
        (NextChild, IsBounded) = (0, false);
    }
}
