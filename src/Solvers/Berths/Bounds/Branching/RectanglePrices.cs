using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// Prices of the cell-slots of one quay and of its crane-slots, in whole units, with the tables that price a rectangle in constant time.
/// </summary>
internal sealed class RectanglePrices
{
    private readonly CellGrid _grid;
    private readonly int[] _whole;
    private readonly int[] _cranes;
    private readonly int _cells;
    private readonly int _digits;

    /// <summary>Takes over the capacities of a grid of single cell-slots, and the cranes behind them.</summary>
    public RectanglePrices(CellGrid grid, ReadOnlySpan<int> capacity, ReadOnlySpan<int> limit, int digits)
    {
        (_grid, _cells, _digits) = (grid, grid.Capacity.Length, digits);
        _whole = new int[capacity.Length];
        _cranes = new int[capacity.Length - _cells + 1];
        Capacity = new float[capacity.Length];
        Limit = new float[capacity.Length];
        for (var index = 0; index < capacity.Length; index++)
        {
            (Capacity[index], Limit[index]) = (capacity[index], limit[index]);
        }
    }

    /// <summary>What there is of each cell-slot, then of each crane-slot.</summary>
    public float[] Capacity { get; }

    /// <summary>The greatest price for which a rectangle's price still fits.</summary>
    public float[] Limit { get; }

    /// <summary>What all capacities are worth at the current prices, in units.</summary>
    public long Worth { get; private set; }

    /// <summary>A cost of 0 or more in units, exact; worthless costs are cut.</summary>
    public long Units(long cost) => cost >= CellPricer.Worthless >> _digits ? CellPricer.Worthless : cost << _digits;

    /// <summary>Sets the prices, rounded down to whole units.</summary>
    public void Set(ReadOnlySpan<float> prices)
    {
        Worth = PriceAscent.Round(prices, Capacity, _whole);
        _grid.Sum(_whole);
        for (var slot = 0; slot < _cranes.Length - 1; slot++)
        {
            _cranes[slot + 1] = unchecked(_cranes[slot] + _whole[_cells + slot]);
        }
    }

    /// <summary>Price of a rectangle of cells and of its cranes.</summary>
    public long Of(int cell, int width, int start, int until, int handlingEnd, int cranes)
    {
        var early = _grid.Row(start);
        var late = _grid.Row(until);
        unchecked
        {
            var area = late[cell + width] - early[cell + width] - (late[cell] - early[cell]);
            return cranes == 0 || _cranes.Length == 1 ? area : area + (cranes * (_cranes[handlingEnd] - _cranes[start]));
        }
    }

    /// <summary>Adds a rectangle to the usage of cell-slots and crane-slots.</summary>
    public void Use(Span<float> usage, int cell, int width, int start, int until, int handlingEnd, int cranes)
    {
        _grid.Use(usage, start, until, cell, width);
        if (cranes > 0 && _cranes.Length > 1)
        {
            var used = usage[(_cells + start)..(_cells + handlingEnd)];
            System.Numerics.Tensors.TensorPrimitives.Add(used, cranes, used);
        }
    }
}
