using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Lagrangian bound: cell-slots of quay and crane-slots get prices instead of limits, so that every call may take its cheapest
/// rectangle by itself; what the calls then pay, less what the limits are worth, no plan can undercut. Prices are raised where too
/// much is taken by the volume algorithm (Barahona and Anbil 2000). Prices and costs are whole numbers, so the bound is exact; it is
/// rounded up to the next cost that plans can have.
/// </summary>
internal sealed partial class CellBound : IBoundProcess
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
    private readonly VolumeAscent _ascent;
    private readonly int _poolOffset;
    private readonly int _slotsPerBlock;
    private readonly RoundedBound _bound;
    private double _settledValue = double.NegativeInfinity;
    private long _used;
    private long _budget;

    public CellBound(BerthModel model, long makespanBound, StopMonitor? stop = null)
        : this(model, makespanBound, CellGridSize.Choose(model), stop)
    {
    }

    /// <summary>A bound with blocks of a given size; any size is valid.</summary>
    /// <exception cref="OperationCanceledException">The run ended before it was set up.</exception>
    public CellBound(BerthModel model, long makespanBound, (int SlotsPerBlock, int CellsPerBlock) blocks, StopMonitor? stop = null)
    {
        _model = model;
        (_slotsPerBlock, var cellsPerBlock) = blocks;
        _grids = new CellGrid[model.Quays.Length];
        var offset = 0;
        for (var quay = 0; quay < _grids.Length; quay++)
        {
            _grids[quay] = new CellGrid(model, quay, _slotsPerBlock, cellsPerBlock, offset, stop);
            offset += _grids[quay].Capacity.Length;
        }

        _poolOffset = offset;
        var poolRows = (model.Horizon + _slotsPerBlock - 1) / _slotsPerBlock;
        var total = offset + (model.Pools.Length * poolRows);
        _capacity = new int[total];
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

        _priceLimit = CellPriceLimits.Of(model, _poolOffset, total, stop);
        _ascent = new VolumeAscent(_capacity);
        _cranePrices = [.. model.Pools.Select(_ => new int[model.Horizon + 1])];
        _pricer = new CellPricer(model, _grids, _cranePrices, stop);
        _prices = new int[total];
        _bound = new RoundedBound(model, makespanBound, stop);
    }

    public long Bound => _bound.Value;

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
        var target = upperBound - _bound.Rest;
        while (_used < _budget && !Finished && !stop.IsStopped)
        {
            Iterate(target, stop);
        }
    }

    private void Iterate(long target, StopMonitor stop)
    {
        Iterations++;
        var slack = target - _bound.Ideal;
        if (slack <= 0)
        {
            _bound.Raise(slack, target);
            Finished = true;
            return;
        }

        var scale = CostScale.For(slack);
        if (_pricer.Scale != scale)
        {
            _pricer.SetScale(scale);
        }

        _used += _ascent.Move(slack);
        if (Evaluate(slack, stop) is not { } units)
        {
            return;
        }

        _bound.Raise(_pricer.Scale.Ceiling(units, slack), target);
        _used += _ascent.Follow(_pricer.Scale.Cost(units));
        if (Iterations % SettlingIterations == 0)
        {
            HasSettled |= _ascent.Best - _settledValue < slack / 200.0;
            _settledValue = _ascent.Best;
        }

        if (_ascent.HasConverged || Bound >= target + _bound.Rest)
        {
            Finished = true;
        }
    }

    /// <summary>The relaxation's value at the current prices, above the ideal, in units of the pricer; null when there was no time to work it out.</summary>
    private long? Evaluate(long slack, StopMonitor stop)
    {
        long worth = 0;
        var scale = Math.ScaleB(1, _pricer.Scale.Digits);
        for (var index = 0; index < _prices.Length; index++)
        {
            var price = (int)Math.Min(_priceLimit[index], _ascent.Point[index] * scale);
            _prices[index] = price;
            worth += (long)price * _capacity[index];
        }

        foreach (var grid in _grids)
        {
            grid.Sum(_prices);
            _used += grid.Slots * grid.Stride >> 1;
        }

        SumCranePrices();
        Array.Clear(_ascent.Usage);
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
        _grids[zone.Quay].Use(_ascent.Usage, rectangle.Start, rectangle.End + _model.TimeGap, rectangle.Cell, zone.Width + _model.Quays[zone.Quay].HullGap);
        var pool = rectangle.Cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
        if (pool < 0)
        {
            return;
        }

        var rows = (_model.Horizon + _slotsPerBlock - 1) / _slotsPerBlock;
        var until = Math.Min(rectangle.HandlingEnd + _model.Pools[pool].IdleSlots, _model.Horizon);
        for (var row = rectangle.Start / _slotsPerBlock; row * _slotsPerBlock < until; row++)
        {
            var slots = Math.Min(until, (row + 1) * _slotsPerBlock) - Math.Max(rectangle.Start, row * _slotsPerBlock);
            _ascent.Usage[_poolOffset + (pool * rows) + row] += slots * rectangle.Cranes;
        }
    }
}
