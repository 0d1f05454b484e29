namespace BerthOpt.Berths;

/// <summary>What branching over rectangles takes over from the prices.</summary>
internal sealed partial class CellBound
{
    /// <summary>The best prices so far, in units of as many binary digits as fit plans of a cost; those of a block of cells for all of it.</summary>
    public bool TryCenter(long upperBound, out float[] prices, out int digits)
    {
        var slack = upperBound - _bound.Rest - _bound.Ideal;
        prices = [];
        digits = slack <= 0 ? -1 : CostScale.For(slack).Digits;
        if (digits < 0 || Iterations < 2)
        {
            return false;
        }

        prices = new float[_ascent.Center.Length];
        for (var index = 0; index < prices.Length; index++)
        {
            prices[index] = Math.Min(_ascent.Center[index] * (float)Math.ScaleB(1, digits), _priceLimit[index]) * BlockSize(index);
        }

        return true;
    }

    /// <summary>Tables for these prices, on a grid of the same blocks.</summary>
    public RectanglePrices ToPrices(RectangleGrid grid, float[] prices, int digits)
    {
        var (capacity, limit) = (new int[_capacity.Length], new int[_capacity.Length]);
        for (var index = 0; index < capacity.Length; index++)
        {
            limit[index] = (int)Math.Min(1 << 28, (long)_priceLimit[index] * BlockSize(index));
            capacity[index] = index >= _poolOffset ? grid.CraneCapacity[index - _poolOffset] : grid.IsExact ? _capacity[index] : 1;
        }

        var result = new RectanglePrices(grid.Slots, grid.Columns, capacity, limit, digits);
        result.Set(prices);
        return result;
    }

    private int BlockSize(int index) => index < _poolOffset ? _slotsPerBlock * _grids[0].CellsPerBlock : _slotsPerBlock;
}
