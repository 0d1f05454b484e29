using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// The Lagrangian bound of <see cref="DiscretePricing"/>, its prices improved by <see cref="PriceSteps"/>. Starts that no plan better
/// than the best known one can have are left out on the way, which makes it faster and may close the gap. It needs a plan's cost to
/// begin; until then each call alone is the bound. One unit of work is <see cref="StartsPerUnit"/> starts.
/// </summary>
internal sealed class DiscreteBound : IBoundProcess
{
    /// <summary>Starts looked at in one unit of work.</summary>
    public const int StartsPerUnit = 100;

    private const int MaxPrices = 1 << 25;
    private const int MaxBits = 16;

    private readonly BerthProblem _problem;
    private readonly DiscreteModel _model;
    private DiscretePricing? _pricing;
    private PriceSteps? _steps;
    private long _upper = long.MaxValue;
    private long _value = long.MinValue;
    private long _cap;
    private long _roundBound;
    private long _debt;

    public DiscreteBound(BerthProblem problem, DiscreteModel model)
    {
        _problem = problem;
        _model = model;
        Bound = model.IsHopeless ? long.MaxValue : StartWindow.LeastCosts(model) + model.Constant;
        Finished = model.IsHopeless || model.Calls == 0;
    }

    /// <summary>No plan costs less; <see cref="long.MaxValue"/> when some call fits nowhere, so that there is no plan.</summary>
    public long Bound { get; private set; }

    public string Name => "lagrangian";

    public bool Finished { get; private set; }

    public bool ProvesInfeasible => _model.IsHopeless;

    public long Iterations { get; private set; }

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (Finished || upperBound == long.MaxValue)
        {
            return;
        }

        if (upperBound <= Bound)
        {
            Finished = true;
            return;
        }

        _upper = Math.Min(_upper, upperBound - _model.Constant);
        if (_pricing is null && !Begin(stop))
        {
            Finished = true;
            return;
        }

        _debt -= work * StartsPerUnit;
        while (_debt < 0 && !Finished && !stop.IsStopped)
        {
            var before = _pricing!.Work;
            Iterate(_pricing, _steps!);
            _debt += _pricing.Work - before;
        }
    }

    private bool Begin(StopMonitor stop)
    {
        var windows = StartWindow.Below(_model, _upper);
        if (windows.Select(window => window.Call).Distinct().Count() < _model.Calls)
        {
            Close();
            return false;
        }

        // No price need exceed what a better plan can lose. With the digits that leaves, sums over all slots stay below 2^60.
        _cap = Math.Max(1, _upper - StartWindow.LeastCosts(_model));
        var slots = windows.Max(window => (long)window.High) - windows.Min(window => window.Low) + _model.TimeLimit;
        var greatest = ((Int128)_cap * slots * Math.Max(_model.Calls, _model.Berths.Length)) + _upper;
        var bits = Math.Min(MaxBits, 60 - (128 - (int)Int128.LeadingZeroCount(greatest)));
        if (bits < 0 || slots * _model.Groups > MaxPrices)
        {
            return false;
        }

        _pricing = new DiscretePricing(_model, windows, bits);
        _steps = new PriceSteps(_pricing.Use.Length);
        OpeningPrices.Set(_problem, _model, _pricing, _steps.Prices, _cap << bits, stop);
        return true;
    }

    // With all other starts left out, no plan is better than the best known one.
    private void Close()
    {
        Bound = Math.Max(Bound, _upper + _model.Constant);
        Finished = true;
    }

    private void Iterate(DiscretePricing pricing, PriceSteps steps)
    {
        Iterations++;
        var isFirst = _value == long.MinValue;
        if (!isFirst)
        {
            steps.Move((double)((_upper << pricing.Bits) - _value), _cap << pricing.Bits);
        }

        var value = pricing.Evaluate(steps.Prices);
        if (pricing.IsClosed)
        {
            Close();
            return;
        }

        var improved = value > _value;
        if (improved)
        {
            _value = value;
            Bound = Math.Max(Bound, Math.Min(_upper, (value + (1L << pricing.Bits) - 1) >> pricing.Bits) + _model.Constant);
            pricing.Trim(value, _upper);
        }

        if (isFirst)
        {
            steps.Begin(pricing.Use);
        }
        else
        {
            steps.Learn(pricing.Use, improved);
        }

        if (Bound >= _upper + _model.Constant)
        {
            Finished = true;
        }
        else if (steps.IsSpent)
        {
            // Another round from the best prices, as long as rounds still raise the bound.
            Finished = Bound <= _roundBound;
            _roundBound = Bound;
            steps.Begin(pricing.Use);
        }
    }
}
