using System.Numerics;
using System.Numerics.Tensors;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Lagrangian bound: cell-slots of quay and crane-slots get prices instead of limits, so that every call may take its cheapest
/// rectangle by itself; what the calls then pay, less what the limits are worth, no plan can undercut. Prices are raised where too
/// much is taken by the volume algorithm (Barahona and Anbil 2000). Prices and costs are whole numbers, so the bound is exact; it is
/// rounded up to the next cost that plans can have.
/// </summary>
internal sealed class CellBound : IBoundProcess
{
    private const int SettlingIterations = 100;
    private const long WorkBetweenLooks = 1 << 20;

    private readonly BerthModel _model;
    private readonly CellGrid[] _grids;
    private readonly int[][] _cranePrices;
    private readonly CellPricer _pricer;
    private readonly int[] _capacity;
    private readonly int[] _prices;
    private readonly int[] _priceLimit;
    private readonly float[] _center;
    private readonly float[] _point;
    private readonly float[] _usage;
    private readonly float[] _average;
    private readonly float[] _direction;
    private readonly int _poolOffset;
    private readonly int _slotsPerBlock;
    private readonly long _ideal;
    private readonly long _step;
    private readonly long _makespanBound;
    private double _bestValue = double.NegativeInfinity;
    private double _settledValue = double.NegativeInfinity;
    private double _theta = 1;
    private double _weight = 0.1;
    private int _failures;
    private long _used;
    private long _budget;

    public CellBound(BerthModel model, long makespanBound)
        : this(model, makespanBound, CellGridSize.Choose(model))
    {
    }

    /// <summary>A bound with blocks of a given size; any size is valid.</summary>
    public CellBound(BerthModel model, long makespanBound, (int SlotsPerBlock, int CellsPerBlock) blocks)
    {
        _model = model;
        _makespanBound = makespanBound;
        (_slotsPerBlock, var cellsPerBlock) = blocks;
        _grids = new CellGrid[model.Quays.Length];
        var offset = 0;
        for (var quay = 0; quay < _grids.Length; quay++)
        {
            _grids[quay] = new CellGrid(model, quay, _slotsPerBlock, cellsPerBlock, offset);
            offset += _grids[quay].Capacity.Length;
        }

        _poolOffset = offset;
        var poolRows = (model.Horizon + _slotsPerBlock - 1) / _slotsPerBlock;
        var total = offset + (model.Pools.Length * poolRows);
        _capacity = new int[total];
        _priceLimit = new int[total];
        foreach (var grid in _grids)
        {
            grid.Capacity.CopyTo(_capacity, grid.Offset);
        }

        for (var pool = 0; pool < model.Pools.Length; pool++)
        {
            for (var slot = 0; slot < model.Horizon; slot++)
            {
                _capacity[_poolOffset + (pool * poolRows) + (slot / _slotsPerBlock)] += model.Pools[pool].Capacity[slot];
            }
        }

        SetPriceLimits();
        _cranePrices = [.. model.Pools.Select(_ => new int[model.Horizon + 1])];
        _pricer = new CellPricer(model, _grids, _cranePrices);
        _prices = new int[total];
        _center = new float[total];
        _point = new float[total];
        _usage = new float[total];
        _average = new float[total];
        _direction = new float[total];
        _ideal = model.Calls.Sum(call => call.IdealCost);
        _step = CostStep.Of(model);
    }

    public long Bound { get; private set; } = long.MinValue;

    public string Name => "priced cells and cranes";

    public bool Finished { get; private set; }

    /// <summary>Whether the last iterations have gained little.</summary>
    public bool HasSettled { get; private set; }

    /// <summary>Whether there is one quay, with one crane pool or none.</summary>
    public bool IsSingle => _grids.Length == 1 && _model.Pools.Length == (_model.PoolOfQuay[0] < 0 ? 0 : 1);

    public CellGrid Grid => _grids[0];

    public ReadOnlySpan<int> Capacity => _capacity;

    public long Iterations { get; private set; }

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (upperBound == long.MaxValue || Finished)
        {
            return;
        }

        _budget += work;
        var target = upperBound - _model.Constant - _makespanBound;
        while (_used < _budget && !Finished && !stop.IsStopped)
        {
            Iterate(target, stop);
        }
    }

    /// <summary>The best prices so far, in units of as many binary digits as fit plans of a cost; those of a block of cells for all of it.</summary>
    public bool TryCenter(long upperBound, out float[] prices, out int digits)
    {
        var slack = upperBound - _model.Constant - _makespanBound - _ideal;
        prices = [];
        digits = slack <= 0 ? -1 : Digits(slack);
        if (digits < 0 || Iterations < 2)
        {
            return false;
        }

        prices = new float[_center.Length];
        for (var index = 0; index < prices.Length; index++)
        {
            prices[index] = Math.Min(_center[index] * (float)Math.ScaleB(1, digits), _priceLimit[index]) * BlockSize(index);
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

    private static int Digits(long slack) => Math.Min(20, 27 - (64 - BitOperations.LeadingZeroCount((ulong)slack)));

    private void Iterate(long target, StopMonitor stop)
    {
        Iterations++;
        var slack = target - _ideal;
        if (slack <= 0)
        {
            Keep(slack, target);
            Finished = true;
            return;
        }

        SetScale(slack);
        MovePoint(slack);
        if (Evaluate(slack, stop) is not { } units)
        {
            return;
        }

        Keep(_pricer.CeilingOf(units, slack), target);
        Follow(_pricer.CostOf(units));
        if (Iterations % SettlingIterations == 0)
        {
            HasSettled |= _bestValue - _settledValue < slack / 200.0;
            _settledValue = _bestValue;
        }

        if (_theta < 1e-4 || Bound >= target + _model.Constant + _makespanBound)
        {
            Finished = true;
        }
    }

    /// <summary>Units so fine that rounding does not show, so coarse that no useful value overflows.</summary>
    private void SetScale(long slack)
    {
        var digits = Digits(slack);
        if (_pricer.Digits != digits)
        {
            _pricer.SetScale(digits);
        }
    }

    /// <summary>Next prices: from the best ones so far, along the averaged excess of usage over capacity.</summary>
    private void MovePoint(long slack)
    {
        if (Iterations == 1)
        {
            return;
        }

        var norm = 0.0;
        for (var index = 0; index < _direction.Length; index++)
        {
            var excess = _average[index] - _capacity[index];
            _direction[index] = excess < 0 && _center[index] <= 0 ? 0 : excess;
            norm += (double)_direction[index] * _direction[index]; // one after the other, so that the sum is the same on every machine
        }

        var step = norm <= 0 ? 0 : (float)(_theta * Math.Max(1, (1.02 * slack) - _bestValue) / norm);
        TensorPrimitives.MultiplyAdd(_direction, step, _center, _point);
        TensorPrimitives.Max(_point, 0f, _point);
        _used += _direction.Length >> 1;
    }

    /// <summary>The relaxation's value at the current prices, above the ideal, in units of the pricer; null when there was no time to work it out.</summary>
    private long? Evaluate(long slack, StopMonitor stop)
    {
        long worth = 0;
        var scale = Math.ScaleB(1, _pricer.Digits);
        for (var index = 0; index < _prices.Length; index++)
        {
            var price = (int)Math.Min(_priceLimit[index], _point[index] * scale);
            _prices[index] = price;
            worth += (long)price * _capacity[index];
        }

        foreach (var grid in _grids)
        {
            grid.Sum(_prices);
            _used += grid.Slots * grid.Stride >> 1;
        }

        SumCranePrices();
        Array.Clear(_usage);
        long value = 0;
        var before = _pricer.Work;
        var looked = before;
        for (var call = 0; call < _model.Calls.Length; call++)
        {
            if (_pricer.Work - looked > WorkBetweenLooks)
            {
                looked = _pricer.Work;
                if (stop.IsStopped)
                {
                    return null;
                }
            }

            var rectangle = _pricer.Price(call, slack);
            value += rectangle.Value;
            Use(call, rectangle);
        }

        _used += _pricer.Work - before;
        return value - worth;
    }

    private void SumCranePrices()
    {
        var rows = (_model.Horizon + _slotsPerBlock - 1) / _slotsPerBlock;
        for (var pool = 0; pool < _cranePrices.Length; pool++)
        {
            for (var slot = 0; slot < _model.Horizon; slot++)
            {
                _cranePrices[pool][slot + 1] = unchecked(_cranePrices[pool][slot] + _prices[_poolOffset + (pool * rows) + (slot / _slotsPerBlock)]);
            }
        }
    }

    private void Use(int call, in PricedRectangle rectangle)
    {
        if (rectangle.Zone < 0)
        {
            return;
        }

        var zone = _model.Calls[call].Zones[rectangle.Zone];
        _grids[zone.Quay].Use(_usage, rectangle.Start, rectangle.End + _model.TimeGap, rectangle.Cell, zone.Width + _model.Quays[zone.Quay].HullGap);
        var pool = rectangle.Cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
        if (pool < 0)
        {
            return;
        }

        var rows = (_model.Horizon + _slotsPerBlock - 1) / _slotsPerBlock;
        for (var row = rectangle.Start / _slotsPerBlock; row * _slotsPerBlock < rectangle.HandlingEnd; row++)
        {
            var slots = Math.Min(rectangle.HandlingEnd, (row + 1) * _slotsPerBlock) - Math.Max(rectangle.Start, row * _slotsPerBlock);
            _usage[_poolOffset + (pool * rows) + row] += slots * rectangle.Cranes;
        }
    }

    /// <summary>Turns a value above the ideal into a bound, rounded up to a cost that plans can have, and never above the plan that it was cut with.</summary>
    private void Keep(long above, long target)
    {
        var cost = CostStep.Ceiling(_ideal + above, _step);
        Bound = Math.Max(Bound, Math.Min(cost, target) + _model.Constant + _makespanBound);
    }

    /// <summary>The volume algorithm's bookkeeping: keep better prices as the centre, average the usage, adapt the step.</summary>
    private void Follow(double value)
    {
        if (Iterations == 1)
        {
            _usage.CopyTo(_average, 0);
            _bestValue = value;
            return;
        }

        var along = 0.0;
        for (var index = 0; index < _usage.Length; index++)
        {
            along += (_usage[index] - (double)_capacity[index]) * _direction[index];
        }

        var weight = (float)_weight;
        TensorPrimitives.Multiply(_average, 1 - weight, _average);
        TensorPrimitives.MultiplyAdd(_usage, weight, _average, _average);
        _used += _usage.Length >> 1;
        if (value > _bestValue)
        {
            _bestValue = value;
            _point.CopyTo(_center, 0);
            _failures = 0;
            if (along >= 0)
            {
                _theta = Math.Min(2, _theta * 1.1);
            }
        }
        else if (++_failures >= 15)
        {
            _failures = 0;
            _theta *= 0.7;
            _weight = Math.Max(0.005, _weight * 0.9);
        }
    }

    private void SetPriceLimits()
    {
        // A rectangle's price must stay below 2^29 for the wrapping arithmetic to be exact; what is too large for that gets no price.
        long area = 1, cranes = 1;
        for (var call = 0; call < _model.Calls.Length; call++)
        {
            foreach (var zone in _model.Calls[call].Zones)
            {
                foreach (var option in zone.Options)
                {
                    long slots = option.SlotsByCell is null ? option.MinSlots : option.SlotsByCell.Where(value => value != int.MaxValue).Max();
                    cranes = Math.Max(cranes, slots * option.Cranes);
                    var stay = _model.Calls[call].NextDeparture is null ? slots : _model.Horizon;
                    area = Math.Max(area, (stay + _model.TimeGap) * (zone.Width + _model.Quays[zone.Quay].HullGap));
                }
            }
        }

        Array.Fill(_priceLimit, (int)((1 << 28) / area), 0, _poolOffset);
        Array.Fill(_priceLimit, (int)((1 << 28) / cranes), _poolOffset, _priceLimit.Length - _poolOffset);
    }
}
