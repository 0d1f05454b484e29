namespace BerthOpt.Berths;

/// <summary>What a rectangle must satisfy to be kept.</summary>
internal interface IRectangleTest
{
    bool Passes(int rectangle);
}

/// <summary>A column is at least a value.</summary>
internal readonly struct AtLeast(int[] column, int least) : IRectangleTest
{
    public bool Passes(int rectangle) => column[rectangle] >= least;
}

/// <summary>A column is at most a value.</summary>
internal readonly struct AtMost(int[] column, int most) : IRectangleTest
{
    public bool Passes(int rectangle) => column[rectangle] <= most;
}

/// <summary>Its corner keeps it clear of a part of quay and time.</summary>
internal readonly struct Outside(Rectangles all, int left, int right, int from, int to) : IRectangleTest
{
    public bool Passes(int rectangle) =>
        all.Cell[rectangle] <= left || all.Cell[rectangle] >= right || all.Until[rectangle] <= from || all.Start[rectangle] >= to;
}

/// <summary>Its cranes suffice beside those that other calls surely hold.</summary>
internal readonly struct WithCranes(Rectangles all, int[] held, int[] capacity, int ownFrom, int ownTo, int own) : IRectangleTest
{
    public bool Passes(int rectangle)
    {
        var cranes = all.Cranes[rectangle];
        for (var slot = all.Start[rectangle]; slot < all.HandlingEnd[rectangle]; slot++)
        {
            var others = held[slot] - (slot >= ownFrom && slot < ownTo ? own : 0);
            if (cranes > 0 && others + cranes > capacity[slot])
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>It costs no more than what a plan below the cut can pay.</summary>
internal readonly struct Affordable(long[] value, long most) : IRectangleTest
{
    public bool Passes(int rectangle) => value[rectangle] <= most;
}
