using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Lagrangian bound for problems in which a place is as good as another: at each slot, the calls alongside must keep to measures of which only so much
/// fits the quay (valid inequalities of its knapsack polytope). Measures have prices, every call takes its cheapest stay, and what the calls then
/// pay, less what the measures are worth, no plan can undercut. Measures that the averaged stays break are added as the prices settle.
/// </summary>
internal sealed class StayBound : IBoundProcess, ISearchLane<BerthPlan>
{
    private const int FinestBlocks = 700;
    private const int ShortestPhase = 80;
    private const int Share = 4;

    private readonly StayModel _model;
    private readonly MeasurePool _pool;
    private readonly MeasureSearch _search;
    private readonly long _makespanBound;
    private readonly int _mostBlocks;
    private readonly long _ideal;
    private readonly long _step;
    private StayList[] _lists = [];
    private StayRelaxation? _relaxation;
    private StayAverage? _average;
    private StayOrders? _orders;
    private VolumeAscent? _ascent;
    private int[] _prices = [];
    private CostScale _scale = new(int.MinValue);
    private double _phaseStart = double.NegativeInfinity;
    private int _phase;
    private int _slots;
    private int _slotsPerBlock;
    private long _used;
    private long _budget;

    /// <summary>A bound for a problem.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="makespanBound">What the makespan costs at least.</param>
    /// <param name="mostBlocks">Blocks that slots share prices in; any number is valid, more give more.</param>
    /// <param name="stop">When to end early; null for never.</param>
    /// <exception cref="OperationCanceledException">The run ended before it was set up.</exception>
    public StayBound(StayModel model, long makespanBound, int mostBlocks = FinestBlocks, StopMonitor? stop = null)
    {
        (_model, _makespanBound, _mostBlocks) = (model, makespanBound, mostBlocks);
        _pool = new MeasurePool(model, stop);
        _search = new MeasureSearch(model, _pool);
        _ideal = model.Berths.IdealCost;
        _step = CostStep.Of(model.Berths, stop);
    }

    public long Bound { get; private set; } = long.MinValue;

    public string Name => "priced room at the quay";

    public bool Finished { get; private set; }

    public long Iterations { get; private set; }

    public long BestCost => _orders?.Best is null ? long.MaxValue : _orders.BestCost + _ideal + _model.Berths.Constant;

    public long Moves => 0;

    public BerthPlan Best()
    {
        var state = new BerthState(_model.Berths);
        state.Load(_orders!.Best);
        return state.ToPlan();
    }

    public void Adopt(BerthPlan plan, long cost)
    {
        // The cost comes with each run.
    }

    public void Run(long work, StopMonitor stop) => Run(work, long.MaxValue, stop);

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (upperBound == long.MaxValue || Finished)
        {
            return;
        }

        _budget += work * Share;
        var target = upperBound - _model.Berths.Constant - _makespanBound;
        while (_used < _budget && !Finished && !stop.IsStopped)
        {
            target = _orders?.Best is null ? target : Math.Min(target, _orders.BestCost + _ideal);
            var slack = target - _ideal;
            if (slack <= 0)
            {
                Keep(slack, target);
                Finished = true;
                return;
            }

            if (_relaxation is null)
            {
                List(slack);
                Begin(null, 0);
            }

            Iterate(slack, target);
        }
    }

    /// <summary>Lists the stays of all calls in plans that cost less than one known.</summary>
    private void List(long slack)
    {
        var all = _model.Berths.Calls.Select(call => StayList.Useful(_model.Berths, call, slack)).ToArray();
        _slots = Math.Max(1, all.SelectMany(stays => stays).Select(stay => stay.Until).DefaultIfEmpty(1).Max());
        _slotsPerBlock = (_slots + _mostBlocks - 1) / _mostBlocks;
        _lists = [.. all.Select(stays => StayList.Of(stays, _slotsPerBlock))];
        _average = new StayAverage(_model, _lists);
        _orders = StayOrders.Suits(_model.Berths) ? new StayOrders(_model, all) : null;
        _used += (long)_slots * _lists.Length * 4;
    }

    /// <summary>Begins a phase with the measures of now.</summary>
    private void Begin(float[]? prices, int known)
    {
        _relaxation = new StayRelaxation(_model, _lists, _pool, _slots, _slotsPerBlock);
        _prices = new int[_relaxation.Capacity.Length];
        var start = new float[_prices.Length];
        prices?.AsSpan(0, known * _relaxation.Blocks).CopyTo(start);
        _ascent = new VolumeAscent(_relaxation.Capacity, start);
        _average!.Clear();
        _phase = 0;
        _phaseStart = double.NegativeInfinity;
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
        Keep(_scale.Ceiling(units, slack), target);
        _used += ascent.Follow(_scale.Cost(units));
        LookForPlans(relaxation, slack);
        if (Bound >= target + _model.Berths.Constant + _makespanBound)
        {
            Finished = true;
        }
        else if (++_phase % ShortestPhase == 0)
        {
            if (ascent.Best - _phaseStart < slack / 500.0 || ascent.HasConverged)
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
        _orders.Try(times, slack, 6);
        _used += _orders.Work - before;
    }

    /// <summary>Adds broken measures, and goes on from the best prices.</summary>
    private void Extend(VolumeAscent ascent)
    {
        var known = _relaxation!.Measures.Length;
        var before = _search.Work + _pool.Work;
        var added = _search.Add(_average!, _slots);
        _used += _search.Work + _pool.Work - before;
        if (added > 0)
        {
            Begin(ascent.Center, known);
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

    /// <summary>Turns a value above the ideal into a bound, rounded up to a cost that plans can have, and never above the plan that it was cut with.</summary>
    private void Keep(long above, long target)
    {
        var cost = CostStep.Ceiling(_ideal + above, _step);
        Bound = Math.Max(Bound, Math.Min(cost, target) + _model.Berths.Constant + _makespanBound);
    }
}
