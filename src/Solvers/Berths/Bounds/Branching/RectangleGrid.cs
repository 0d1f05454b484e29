namespace BerthOpt.Berths;

/// <summary>
/// The grid that rectangles are cut to. On blocks of one cell-slot a rectangle is a placement. On larger ones it stands for all
/// placements whose corner lies in its block, and is as long and wide as the whole blocks that each of them fills at least: since
/// <c>floor(a) + floor(b) &lt;= floor(a + b)</c>, placements that keep clear of each other do so on the grid as well, and calls that
/// meet in pairs meet all at once, so cranes suffice there too. What no plan on the grid can undercut, no plan can.
/// A call less wide than a block has width 0 there, and lies left and right of others at once; the order that holds in a plan holds on the grid as well.
/// </summary>
internal sealed class RectangleGrid
{
    public RectangleGrid(BerthModel model, CellGrid cells)
    {
        (SlotsPerBlock, CellsPerBlock) = (cells.SlotsPerBlock, cells.CellsPerBlock);
        (Slots, Columns) = (cells.BlockRows, cells.BlockColumns);
        var pool = model.PoolOfQuay[0];
        CraneCapacity = pool < 0 ? [] : IsExact ? model.Pools[pool].Capacity : Most(model.Pools[pool].Capacity);
        Width = [.. model.Calls.Select(call => call.Zones.Length == 0 ? 0 : (call.Zones[0].Width + model.Quays[0].HullGap) / CellsPerBlock)];
    }

    public int SlotsPerBlock { get; }

    public int CellsPerBlock { get; }

    public int Slots { get; }

    public int Columns { get; }

    /// <summary>Whether rectangles are placements.</summary>
    public bool IsExact => SlotsPerBlock == 1 && CellsPerBlock == 1;

    /// <summary>Cranes at each slot of the grid; none when they do not count.</summary>
    public int[] CraneCapacity { get; }

    /// <summary>Columns that each call fills, clearance included.</summary>
    public int[] Width { get; }

    /// <summary>The slot at which calls meet may lie in an earlier block, so each block gets the greatest capacity.</summary>
    private int[] Most(int[] capacity)
    {
        var most = new int[Slots];
        Array.Fill(most, capacity.Max());
        return most;
    }
}
