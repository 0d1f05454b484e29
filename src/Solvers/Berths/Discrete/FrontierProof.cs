namespace BerthOpt.Berths;

/// <summary>
/// Shows with rounds of <see cref="FrontierSearch"/> that no plan costs less than a limit that rises (destructive improvement, R. Klein
/// and A. Scholl 1999), up to a best plan: the lower the limit, the less a relaxation with its best prices leaves below it. A narrow
/// round below the best plan known comes first, since it often finds a better one.
/// </summary>
internal sealed class FrontierProof
{
    private const int FirstWidth = 1000;
    private const int Growth = 4;
    private const int MostWidth = 1 << 18;
    private const int MostStates = 1 << 24;
    private const int EasyShare = 8;

    private readonly DiscreteModel _model;
    private readonly CallTwins _twins;
    private readonly PathPricing _pricing;
    private readonly long[] _prices;
    private readonly int _most;
    private FrontierSearch? _search;
    private int _width = FirstWidth;
    private bool _hasBegun;
    private long _proven;
    private long _limit;
    private long _step = 1;

    /// <summary>Starts from a relaxation, its best prices and their value.</summary>
    public FrontierProof(DiscreteModel model, CallTwins twins, PathPricing pricing, ReadOnlySpan<long> prices, long value)
    {
        (_model, _twins, _pricing, _prices) = (model, twins, pricing, prices.ToArray());
        _most = Math.Min(MostWidth, MostStates / model.Calls);
        _proven = new CostScale(pricing.Bits).Ceiling(value, long.MaxValue);
    }

    /// <summary>No plan costs less than this or the best known one, the problem's constant left out.</summary>
    public long Proven => _proven;

    /// <summary>Cost of the best plan met, the problem's constant left out; <see cref="long.MaxValue"/> when none was met.</summary>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Group and start of each call in the best plan met.</summary>
    public (int Group, int Start)[] Best { get; private set; } = [];

    /// <summary>Whether more work can give nothing more.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Options and states looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>Does some work; <paramref name="upperBound"/> is the cost of the best plan known, the problem's constant left out.</summary>
    public void Run(long work, long upperBound)
    {
        upperBound = Math.Min(upperBound, BestCost);
        if (_proven >= upperBound)
        {
            IsExhausted = true;
            return;
        }

        if (_search is null && !Begin(upperBound))
        {
            return;
        }

        var before = _search!.Work;
        _limit = Math.Min(_limit, upperBound - 1);
        _search.Lower(_limit << _pricing.Bits);
        _search.Run(before + work);
        Work += _search.Work - before;
        if (_search.IsOver)
        {
            End(_search);
        }
    }

    private bool Begin(long upperBound)
    {
        _pricing.Trim(_prices, _pricing.Evaluate(_prices), upperBound);
        _limit = _hasBegun ? Math.Min(upperBound - 1, _proven + _step - 1) : upperBound - 1;
        var left = new PathPricing(_pricing, (_, _, _) => true);
        left.Trim(_prices, left.Evaluate(_prices), _limit + 1);
        Work += 3 * _pricing.Nodes;
        if (left.IsClosed)
        {
            _proven = _limit + 1;
            return false;
        }

        if (FrontierGraph.TryBuild(_model, _twins, left, _prices, _limit << left.Bits) is not { } graph)
        {
            IsExhausted = true;
            return false;
        }

        Work += graph.Groups.Sum(group => (long)group.Options.Length);
        _search = new FrontierSearch(graph, _width);
        return true;
    }

    private void End(FrontierSearch search)
    {
        _search = null;
        if (search.Best < long.MaxValue)
        {
            (BestCost, Best) = (search.Best >> _pricing.Bits, new (int Group, int Start)[_model.Calls]);
            search.Store(Best);
        }

        // Plans that were not met cost more than the limit, or at least the bound.
        _proven = Math.Max(_proven, search.Bound == long.MaxValue ? _limit + 1 : new CostScale(_pricing.Bits).Ceiling(search.Bound, _limit + 1));
        if (!search.IsCut)
        {
            _step *= search.Widest < _width / EasyShare ? 2 : 1;
        }
        else if (_hasBegun && _step > 1)
        {
            _step = Math.Max(1, Math.Min(_step, _limit + 1 - _proven) / 2);
        }
        else
        {
            IsExhausted = _hasBegun && _width >= _most;
            _width = Math.Min(_most, _width * Growth);
        }

        _hasBegun = true;
    }
}
