using System.Numerics.Tensors;
using BerthOpt.Kernels;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Prices on one quay's space and time. The plane is cut into blocks of some cells by some slots; a block's price holds for each of
/// its cell-slots, and its capacity is the number of them that are open. Blocks of one cell-slot give the strongest bound; larger
/// ones keep long horizons and fine sections affordable, and are still valid: they only price alike what could be priced apart.
/// </summary>
internal sealed class CellGrid
{
    private readonly int[] _table;

    public CellGrid(BerthModel model, int quay, int slotsPerBlock, int cellsPerBlock, int offset, StopMonitor? stop = null)
    {
        Offset = offset;
        var view = model.Quays[quay];
        Cells = view.Cells + view.HullGap;
        Slots = model.Rows;
        (SlotsPerBlock, CellsPerBlock) = (slotsPerBlock, cellsPerBlock);
        BlockRows = (Slots + slotsPerBlock - 1) / slotsPerBlock;
        BlockColumns = (Cells + cellsPerBlock - 1) / cellsPerBlock;
        Capacity = new int[BlockRows * BlockColumns];
        Stride = BlockColumns + 1;
        _table = new int[checked((Slots + 1) * Stride)];
        CountRoom(view, model.Horizon, model.TimeGap, stop);
    }

    /// <summary>
    /// Counts the cell-slots that a stay with its clearances can take. A closed one counts where an open one lies so near in front of
    /// it that the clearance of a hull there reaches it: clearance, unlike a hull, may lie behind the horizon, the quay or a closure.
    /// </summary>
    private void CountRoom(QuayModel view, int horizon, int timeGap, StopMonitor? stop)
    {
        if (view.Closed is null)
        {
            // Nothing is ever closed: every block has all its cell-slots, and long quays need not be walked cell by cell.
            for (var block = 0; block < Capacity.Length; block++)
            {
                var (row, column) = (block / BlockColumns, block % BlockColumns);
                Capacity[block] = Math.Min(SlotsPerBlock, Slots - (row * SlotsPerBlock)) * Math.Min(CellsPerBlock, Cells - (column * CellsPerBlock));
            }

            return;
        }

        var lastReached = new int[Cells];
        Array.Fill(lastReached, -timeGap - 1);
        for (var slot = 0; slot < Slots; slot++)
        {
            if ((slot & 63) == 0)
            {
                stop?.ThrowIfStopped();
            }

            var lastOpen = -view.HullGap - 1;
            for (var cell = 0; cell < Cells; cell++)
            {
                if (slot < horizon && cell < view.Cells && (view.Closed is not { } rows || (rows[(slot * view.Words) + (cell >> 6)] >> (cell & 63) & 1) == 0))
                {
                    lastOpen = cell;
                }

                if (cell - lastOpen <= view.HullGap)
                {
                    lastReached[cell] = slot;
                }

                Capacity[(slot / SlotsPerBlock * BlockColumns) + (cell / CellsPerBlock)] += slot - lastReached[cell] <= timeGap ? 1 : 0;
            }
        }
    }

    public int Cells { get; }

    public int Slots { get; }

    public int SlotsPerBlock { get; }

    public int CellsPerBlock { get; }

    public int BlockRows { get; }

    public int BlockColumns { get; }

    /// <summary>Length of a row of the summed-area table: one more than the columns of blocks.</summary>
    public int Stride { get; }

    /// <summary>Where this grid's blocks begin in the arrays of prices and usages.</summary>
    public int Offset { get; }

    /// <summary>Cell-slots of each block that stays and their clearances can take.</summary>
    public int[] Capacity { get; }

    /// <summary>Prices summed over all slots before <paramref name="slot"/> and all columns before each; a column's price counts once, whatever its width.</summary>
    public ReadOnlySpan<int> Row(int slot) => _table.AsSpan(slot * Stride, Stride);

    /// <summary>Rebuilds the summed-area table from the prices.</summary>
    public void Sum(ReadOnlySpan<int> prices)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            var row = prices.Slice(Offset + (slot / SlotsPerBlock * BlockColumns), BlockColumns);
            WindowPrices.AddRow(_table.AsSpan(slot * Stride, Stride), row, _table.AsSpan((slot + 1) * Stride, Stride));
        }
    }

    /// <summary>Adds a rectangle's cell-slots to the usage.</summary>
    public void Use(Span<float> usage, int from, int to, int cell, int width)
    {
        for (var row = from / SlotsPerBlock; row * SlotsPerBlock < to; row++)
        {
            var slots = Math.Min(to, (row + 1) * SlotsPerBlock) - Math.Max(from, row * SlotsPerBlock);
            if (CellsPerBlock == 1)
            {
                var used = usage.Slice(Offset + (row * BlockColumns) + cell, width);
                TensorPrimitives.Add(used, slots, used);
                continue;
            }

            for (var column = cell / CellsPerBlock; column * CellsPerBlock < cell + width; column++)
            {
                usage[Offset + (row * BlockColumns) + column] += slots * (Math.Min(cell + width, (column + 1) * CellsPerBlock) - Math.Max(cell, column * CellsPerBlock));
            }
        }
    }
}
