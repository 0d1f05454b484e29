using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// The Lagrangian bounds, their prices improved by <see cref="PriceSteps"/>: first those of <see cref="CellPricing"/>, then, with what
/// these leave, those of <see cref="PathPricing"/>, then <see cref="FrontierProof"/>, at last <see cref="PathBranching"/>. Starts that
/// no plan better than the best known one can have are left out on the way, which makes it faster and may close the gap. It needs a
/// plan's cost to begin; until then each call alone is the bound. One unit of work is <see cref="StepsPerUnit"/> starts or arcs.
/// </summary>
internal sealed partial class DiscreteBound : IBoundProcess, IPlanSource<BerthPlan>
{
    /// <summary>Starts or arcs looked at in one unit of work.</summary>
    public const int StepsPerUnit = 100;

    private const string Alone = "each call alone";
    private const int MaxPrices = 1 << 25;
    private const long MaxNodes = 1 << 21;
    private const int MaxBits = 16;
    private const long FrontierSteps = 100_000;
    private const int CellsPerStep = 4;
    private const double FirstCellStep = 0.03;
    private const double FirstPathStep = 0.1;

    private readonly BerthProblem _problem;
    private readonly DiscreteModel _model;
    private IDiscretePricing? _pricing;
    private FrontierProof? _frontier;
    private BerthRefill? _refill;
    private (int Group, int Start)[] _adopted = [];
    private long _adoptedCost = long.MaxValue;
    private long _stepsBefore;
    private PathBranching? _branching;
    private CallTwins? _twins;
    private PriceSteps _steps = new(0, 0);
    private long _upper = long.MaxValue;
    private long _value = long.MinValue;
    private long _cap;
    private long _roundBound;
    private long _debt;
    private bool _isExhausted;

    public DiscreteBound(BerthProblem problem, DiscreteModel model)
    {
        _problem = problem;
        _model = model;
        Bound = model.IsHopeless ? long.MaxValue : StartWindow.LeastCosts(model) + model.Constant;
        Finished = model.IsHopeless || model.Calls == 0;
    }

    /// <summary>No plan costs less; <see cref="long.MaxValue"/> when some call fits nowhere, so that there is no plan.</summary>
    public long Bound { get; private set; }

    public string Name { get; private set; } = Alone;

    public bool Finished { get; private set; }

    public bool ProvesInfeasible => _model.IsHopeless;

    public long Iterations { get; private set; }

    public long BestCost => _refill is { BestCost: < long.MaxValue } refill ? refill.BestCost + _model.Constant : long.MaxValue;

    public BerthPlan Best() => GroupStarts.ToPlan(_model, _refill!.Best);

    public void Adopt(BerthPlan plan, long cost)
    {
        (_adopted, _adoptedCost) = (GroupStarts.Of(plan, _model), cost - _model.Constant);
        _refill?.Adopt(_adopted, _adoptedCost);
    }

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

        var isBetter = upperBound - _model.Constant < _upper;
        _upper = Math.Min(_upper, upperBound - _model.Constant);
        if (_pricing is null && !Begin(stop))
        {
            Finished = true;
            return;
        }

        if (isBetter && _isExhausted && _frontier is null)
        {
            // A better plan lets more be left out, and so the bound rise again.
            _isExhausted = false;
            Rewind(_pricing!);
        }

        var isIdle = _isExhausted && _refill is null;
        _debt = isIdle ? 0 : _debt - (work * StepsPerUnit);
        while (_debt < 0 && !Finished && !isIdle && !stop.IsStopped)
        {
            var before = Steps;
            if (_refill is null)
            {
                Iterate(_pricing!);
            }
            else if (_refill.BestCost < long.MaxValue && (_isExhausted || _refill.Work < ProofSteps))
            {
                Refill(_refill);
            }
            else if (_branching is not null)
            {
                Branch(_branching);
            }
            else
            {
                Advance(_frontier!);
            }

            _debt += Math.Max(1, Steps - before);
            isIdle = _isExhausted && (_refill is null || _refill.BestCost == long.MaxValue);
        }
    }

    private long Steps => PricingSteps + ProofSteps + (_refill?.Work ?? 0);

    // Starts of cells are looked at several at once.
    private long PricingSteps => _pricing is CellPricing ? _pricing.Work / CellsPerStep : _stepsBefore + _pricing!.Work;

    private long ProofSteps => (_frontier?.Work ?? 0) + (_branching?.Work ?? 0);

    private bool Begin(StopMonitor stop)
    {
        var windows = StartWindow.Below(_model, _upper);
        if (windows.Select(window => window.Call).Distinct().Count() < _model.Calls)
        {
            Raise(_upper, Alone);
            return false;
        }

        // No price of a slot need exceed what a better plan can lose, and no price of a call a plan's cost. With the digits that
        // leaves, sums over all slots and calls stay below 2^60.
        _cap = Math.Max(1, _upper - StartWindow.LeastCosts(_model));
        var slots = windows.Max(window => (long)window.High) - windows.Min(window => window.Low) + _model.TimeLimit;
        var greatest = ((Int128)_cap * slots * Math.Max(_model.Calls, _model.Berths.Length)) + ((Int128)_upper * (_model.Calls + 1));
        var bits = Math.Min(MaxBits, 60 - (128 - (int)Int128.LeadingZeroCount(greatest)));
        if (bits < 0 || slots * _model.Groups > MaxPrices)
        {
            return false;
        }

        var cells = new CellPricing(_model, windows, bits);
        _pricing = cells;
        _steps = new PriceSteps(cells.Shortage.Length, FirstCellStep);
        OpeningPrices.Set(_problem, _model, cells, _steps.Prices, _cap << bits, stop);
        return true;
    }

    private void Iterate(IDiscretePricing pricing)
    {
        Iterations++;
        var isFirst = _value == long.MinValue;
        if (!isFirst)
        {
            _steps.Move((double)((_upper << pricing.Bits) - _value), _cap << pricing.Bits);
        }

        var value = pricing.Evaluate(_steps.Prices);
        var improved = value > _value;
        if (improved && !pricing.IsClosed)
        {
            _value = value;
            Raise(new CostScale(pricing.Bits).Ceiling(value, _upper), NameOf(pricing));
            pricing.Trim(_steps.Prices, value, _upper);
        }

        if (isFirst)
        {
            _steps.Begin(pricing.Shortage);
        }
        else
        {
            _steps.Learn(pricing.Shortage, improved);
        }

        Close(pricing);
        if (!Finished && _steps.IsSpent)
        {
            GoOn(pricing);
        }
    }

    // With all else left out, no plan is better than the best known one.
    private void Close(IDiscretePricing pricing)
    {
        if (pricing.IsClosed)
        {
            Raise(_upper, NameOf(pricing));
        }

        Finished = Bound >= _upper + _model.Constant;
    }

    // Starts a new round from the best prices.
    private void Rewind(IDiscretePricing pricing)
    {
        var value = pricing.Evaluate(_steps.Best());
        if (!pricing.IsClosed)
        {
            pricing.Trim(_steps.Prices, value, _upper);
        }

        _steps.Begin(pricing.Shortage);
        Close(pricing);
    }

    // Another round from the best prices as long as rounds still raise the bound; then the second relaxation.
    private void GoOn(IDiscretePricing pricing)
    {
        if (Bound > _roundBound)
        {
            _roundBound = Bound;
            Rewind(pricing);
        }
        else if (pricing is CellPricing cells && cells.Windows.Sum(window => Math.Max(0, window.High - window.Low + 1L)) <= MaxNodes)
        {
            // What a call cost in all is what it should earn: from there the second bound starts no lower than the first.
            var prices = _steps.Best();
            cells.Evaluate(prices);
            _stepsBefore = cells.Work / CellsPerStep;
            _pricing = new PathPricing(_model, cells.Windows, cells.Bits);
            _steps = new PriceSteps(_model.Calls, FirstPathStep);
            cells.Leasts.CopyTo(_steps.Prices);
            _cap = Math.Max(_cap, _upper);
            _value = long.MinValue;
        }
        else if (pricing is PathPricing paths)
        {
            _twins = new CallTwins(_model);
            _frontier = new FrontierProof(_model, _twins, paths, _steps.Best(), _value);
            _refill = new BerthRefill(_model, _twins, paths, _steps.Prices);
            _refill.Adopt(_adopted, _adoptedCost);
        }
        else
        {
            _isExhausted = true;
        }
    }

    private static string NameOf(IDiscretePricing pricing) => pricing is CellPricing ? "priced berth time" : "priced calls on paths";

    private void Raise(long value, string name)
    {
        if (value + _model.Constant > Bound)
        {
            Bound = value + _model.Constant;
            Name = name;
        }
    }
}
