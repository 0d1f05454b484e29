using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Lagrangian bound for problems in which a place is as good as another: at each slot, the calls alongside must keep to measures of which only so much
/// fits the quay (valid inequalities of its knapsack polytope). Measures have prices, every call takes its cheapest stay, and what the calls then
/// pay, less what the measures are worth, no plan can undercut. Measures that the averaged stays break are added as the prices settle.
/// </summary>
internal sealed class StayBound : IBoundProcess, IPlanSource<BerthPlan>
{
    private const int FinestBlocks = 700;
    private const int ShortestPhase = 80;
    private const int Share = 4;
    private const int MostMeasures = 24;
    private const int FirstBlocks = 64;
    private const int MostExtensions = 3;

    private readonly StayModel _model;
    private readonly MeasurePool _pool;
    private readonly MeasureSearch _search;
    private readonly int _mostBlocks;
    private readonly int _firstBlocks;
    private readonly RoundedBound _bound;
    private StayList[] _lists = [];
    private StayRelaxation? _relaxation;
    private StayAverage? _average;
    private StayOrders? _orders;
    private VolumeAscent? _ascent;
    private int[] _prices = [];
    private CostScale _scale = new(0);
    private double _phaseStart = double.NegativeInfinity;
    private int _phase;
    private int _slots;
    private int _slotsPerBlock;
    private int _finest;
    private int _extensions;
    private List<(int Start, int Until, long Cost)>[] _useful = [];
    private long _used;
    private long _budget;

    /// <summary>A bound for a problem.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="makespanBound">What the makespan costs at least.</param>
    /// <param name="mostBlocks">Blocks that slots share prices in; any number is valid, more give more.</param>
    /// <param name="firstBlocks">About as many of them to begin with; they are halved until there are enough.</param>
    /// <param name="stop">When to end early; null for never.</param>
    /// <exception cref="OperationCanceledException">The run ended before it was set up.</exception>
    public StayBound(StayModel model, long makespanBound, int mostBlocks = FinestBlocks, int firstBlocks = FirstBlocks, StopMonitor? stop = null)
    {
        (_model, _mostBlocks, _firstBlocks) = (model, mostBlocks, firstBlocks);
        _pool = new MeasurePool(model, stop);
        _search = new MeasureSearch(model, _pool);
        _bound = new RoundedBound(model.Berths, makespanBound, stop);
    }

    public long Bound => _bound.Value;

    public string Name => "priced room at the quay";

    public bool Finished { get; private set; }

    public long Iterations { get; private set; }

    public long BestCost => _orders?.Best is null ? long.MaxValue : _orders.BestCost + _bound.Ideal + _model.Berths.Constant;

    public BerthPlan Best() => BerthState.PlanOf(_model.Berths, _orders!.Best);

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (upperBound == long.MaxValue || Finished)
        {
            return;
        }

        _budget += work * Share;
        var target = upperBound - _bound.Rest;
        while (_used < _budget && !Finished && !stop.IsStopped)
        {
            target = _orders?.Best is null ? target : Math.Min(target, _orders.BestCost + _bound.Ideal);
            var slack = target - _bound.Ideal;
            if (slack <= 0)
            {
                _bound.Raise(slack, target);
                Finished = true;
                return;
            }

            if (_relaxation is null)
            {
                List(slack);
                Begin(0);
            }

            Iterate(slack, target);
        }
    }

    /// <summary>Lists the stays of all calls in plans that cost less than one known, and begins with few blocks.</summary>
    private void List(long slack)
    {
        _useful = [.. _model.Berths.Calls.Select(call => StayList.Useful(_model.Berths, call, slack))];
        _slots = Math.Max(1, _useful.SelectMany(stays => stays).Select(stay => stay.Until).DefaultIfEmpty(1).Max());
        _finest = (_slots + _mostBlocks - 1) / _mostBlocks;
        _slotsPerBlock = _finest;
        while (_slots / _slotsPerBlock > _firstBlocks)
        {
            _slotsPerBlock *= 2;
        }

        _orders = StayOrders.Suits(_model.Berths) ? new StayOrders(_model, _useful) : null;
        Cut();
        _used += (long)_slots * _lists.Length * 4;
    }

    /// <summary>Cuts the slots into blocks.</summary>
    private void Cut()
    {
        _lists = [.. _useful.Select(stays => StayList.Of(stays, _slotsPerBlock))];
        Array.ForEach(_lists, list => list.Scale(_scale));
        _average = new StayAverage(_model, _lists);
        _used += (long)_slots * _lists.Length;
    }

    /// <summary>Begins a phase with the measures and blocks of now, from the prices of before.</summary>
    private void Begin(double leastStep)
    {
        var (before, ascent) = (_relaxation, _ascent);
        _relaxation = new StayRelaxation(_model, _lists, _pool, _slots, _slotsPerBlock);
        var blocks = _relaxation.Blocks;
        _prices = new int[_relaxation.Capacity.Length];
        _phase = 0;
        if (before is null || ascent is null)
        {
            _ascent = new VolumeAscent(_relaxation.Capacity, 0.01, 0.85);
            return;
        }

        var (prices, averages) = (new float[_prices.Length], new float[_prices.Length]);
        var parts = before.SlotsPerBlock / _slotsPerBlock;
        for (var row = 0; row < _relaxation.Measures.Length; row++)
        {
            var known = Array.IndexOf(before.Measures, _relaxation.Measures[row]);
            if (known < 0)
            {
                _average!.Use(_relaxation.Measures[row], _slotsPerBlock, averages.AsSpan(row * blocks, blocks));
                continue;
            }

            for (var block = 0; block < blocks; block++)
            {
                var old = (known * before.Blocks) + (block / parts);
                (prices[(row * blocks) + block], averages[(row * blocks) + block]) = (ascent.Center[old], ascent.Average[old] / parts);
            }
        }

        _ascent = ascent.With(_relaxation.Capacity, prices, averages, leastStep);
    }

    private void Iterate(long slack, long target)
    {
        Iterations++;
        var (relaxation, ascent) = (_relaxation!, _ascent!);
        var scale = CostScale.For(slack);
        if (scale != _scale)
        {
            _scale = scale;
            Array.ForEach(_lists, list => list.Scale(scale));
        }

        _used += ascent.Move(slack);
        var before = relaxation.Work;
        var units = Evaluate(relaxation, ascent);
        _used += relaxation.Work - before;
        _bound.Raise(_scale.Ceiling(units, slack), target);
        _used += ascent.Follow(_scale.Cost(units));
        LookForPlans(relaxation, slack);
        if (Bound >= target + _bound.Rest)
        {
            Finished = true;
        }
        else if (++_phase % ShortestPhase == 0)
        {
            if (ascent.Best - _phaseStart < slack / 100.0 || ascent.HasConverged)
            {
                Extend(ascent);
            }

            _phaseStart = ascent.Best;
        }
    }

    private void LookForPlans(StayRelaxation relaxation, long slack)
    {
        if (_orders is null)
        {
            return;
        }

        var before = _orders.Work;
        Func<int, double>? times = (Iterations & 15) switch
        {
            0 => _average!.Start,
            8 => call => relaxation.Choice[call] < 0 ? _slots : relaxation.Lists[call].Start[relaxation.Stay[call]],
            _ => null,
        };
        _orders.Try(times, slack, 10);
        _used += _orders.Work - before;
    }

    /// <summary>Adds broken measures, drops those without a price, and goes on from the best prices.</summary>
    private void Extend(VolumeAscent ascent)
    {
        var (relaxation, blocks) = (_relaxation!, _relaxation!.Blocks);
        var before = _search.Work + _pool.Work;
        if (_pool.All.Count > MostMeasures)
        {
            _pool.Remove(measure => ascent.Center.AsSpan(Array.IndexOf(relaxation.Measures, measure) * blocks, blocks).IndexOfAnyExcept(0f) < 0);
        }

        var added = _search.Add(_average!, _slots);
        _used += _search.Work + _pool.Work - before;
        if (added > 0 && (_slotsPerBlock == _finest || ++_extensions % MostExtensions != 0))
        {
            Begin(0.05);
        }
        else if (_slotsPerBlock > _finest)
        {
            _slotsPerBlock /= 2;
            Cut();
            Begin(0.2);
        }
        else
        {
            Finished = ascent.HasConverged;
        }
    }

    /// <summary>The relaxation's value at the next prices, above the ideal, in units.</summary>
    private long Evaluate(StayRelaxation relaxation, VolumeAscent ascent)
    {
        long worth = 0;
        var factor = Math.ScaleB(1, _scale.Digits);
        for (var index = 0; index < _prices.Length; index++)
        {
            var price = (int)Math.Min(relaxation.PriceLimit, ascent.Point[index] * factor);
            _prices[index] = price;
            worth += (long)price * relaxation.Capacity[index];
        }

        Array.Clear(ascent.Usage);
        _average!.Next();
        relaxation.Next();
        var value = -worth;
        for (var index = 0; index < _lists.Length; index++)
        {
            var call = _model.Berths.Calls[index];
            value += relaxation.Price(index, _prices, call.Optional ? _scale.Units(call.RejectionCost - call.IdealCost) : CostScale.Worthless);
            relaxation.Use(index, ascent.Usage);
            if (relaxation.Choice[index] >= 0)
            {
                _average.Take(index, relaxation.Choice[index], relaxation.Stay[index]);
            }
        }

        return value;
    }
}
