namespace BerthOpt.Berths;

/// <summary>Chooses the blocks of a <see cref="CellGrid"/>: single cell-slots where that is affordable, larger ones elsewhere.</summary>
internal static class CellGridSize
{
    private const int MaxRows = 1000;
    private const int FineColumns = 400;
    private const int CoarseColumns = 48;
    private const int MaxTable = 1 << 24;

    public static (int SlotsPerBlock, int CellsPerBlock) Choose(BerthModel model)
    {
        var cells = model.Quays.Max(quay => quay.Cells);
        var slots = Math.Max(1, (model.Rows + MaxRows - 1) / MaxRows);
        var width = 1;
        if (cells > FineColumns || (long)cells * model.Rows > MaxTable)
        {
            width = Math.Max(1, (cells + CoarseColumns - 1) / CoarseColumns);
        }

        return (slots, width);
    }
}
