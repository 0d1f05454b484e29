using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// Prices of the cell-slots of one quay and of its crane-slots, in whole units, with the tables that price a rectangle in constant time.
/// </summary>
internal sealed class RectanglePrices
{
    private readonly int[] _whole;
    private readonly int[] _table;
    private readonly int[] _cranes;
    private readonly int _cells;
    private readonly int _columns;
    private readonly CostScale _scale;

    /// <summary>Sets up tables of so many slots of so many cells.</summary>
    /// <param name="slots">Slots.</param>
    /// <param name="columns">Cells of a slot.</param>
    /// <param name="capacity">What there is of each cell-slot, slot by slot, and behind them of each crane-slot, when cranes count.</param>
    /// <param name="limit">The greatest prices.</param>
    /// <param name="digits">Binary digits of a unit: <c>2^digits</c> units are one unit of cost.</param>
    public RectanglePrices(int slots, int columns, ReadOnlySpan<int> capacity, ReadOnlySpan<int> limit, int digits)
    {
        (_columns, _cells, _scale) = (columns, slots * columns, new CostScale(digits));
        _whole = new int[capacity.Length];
        _table = new int[checked((slots + 1) * (columns + 1))];
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
    public long Units(long cost) => _scale.Exact(cost);

    /// <summary>Sets the prices, rounded down to whole units.</summary>
    public void Set(ReadOnlySpan<float> prices)
    {
        Worth = PriceAscent.Round(prices, Capacity, _whole);
        var stride = _columns + 1;
        for (var slot = 0; slot * _columns < _cells; slot++)
        {
            WindowPrices.AddRow(_table.AsSpan(slot * stride, stride), _whole.AsSpan(slot * _columns, _columns), _table.AsSpan((slot + 1) * stride, stride));
        }

        for (var slot = 0; slot < _cranes.Length - 1; slot++)
        {
            _cranes[slot + 1] = unchecked(_cranes[slot] + _whole[_cells + slot]);
        }
    }

    /// <summary>Price of a rectangle of cells and of its cranes.</summary>
    public long Of(int cell, int width, int start, int until, int handlingEnd, int cranes)
    {
        var early = (start * (_columns + 1)) + cell;
        var late = (until * (_columns + 1)) + cell;
        unchecked
        {
            var area = _table[late + width] - _table[early + width] - (_table[late] - _table[early]);
            return cranes == 0 || _cranes.Length == 1 ? area : area + (cranes * (_cranes[handlingEnd] - _cranes[start]));
        }
    }

    /// <summary>Adds a rectangle to the usage of cell-slots and crane-slots.</summary>
    public void Use(Span<float> usage, int cell, int width, int start, int until, int handlingEnd, int cranes)
    {
        for (var slot = start; slot < until; slot++)
        {
            var row = usage.Slice((slot * _columns) + cell, width);
            System.Numerics.Tensors.TensorPrimitives.Add(row, 1, row);
        }

        if (cranes > 0 && _cranes.Length > 1)
        {
            var used = usage[(_cells + start)..(_cells + handlingEnd)];
            System.Numerics.Tensors.TensorPrimitives.Add(used, cranes, used);
        }
    }
}
