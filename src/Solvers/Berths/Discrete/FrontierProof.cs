namespace BerthOpt.Berths;

/// <summary>
/// Rounds of <see cref="FrontierSearch"/>, each wider than the one before, over what a relaxation with its best prices leaves below the
/// cost of the best plan. Narrow ones find better plans, which leave less for those that follow; one that drops nothing is a proof.
/// </summary>
internal sealed class FrontierProof
{
    private const int FirstWidth = 1000;
    private const int Growth = 4;
    private const int MostWidth = 1 << 18;
    private const int MostStates = 1 << 24;

    private readonly DiscreteModel _model;
    private readonly CallTwins _twins;
    private readonly PathPricing _pricing;
    private readonly long[] _prices;
    private readonly int _most;
    private FrontierSearch? _search;
    private int _width = FirstWidth;

    /// <summary>Starts from a relaxation and its best prices.</summary>
    public FrontierProof(DiscreteModel model, CallTwins twins, PathPricing pricing, ReadOnlySpan<long> prices)
    {
        (_model, _twins, _pricing, _prices) = (model, twins, pricing, prices.ToArray());
        _most = Math.Min(MostWidth, MostStates / model.Calls);
    }

    /// <summary>No plan costs less, the problem's constant left out, in <c>2^-Bits</c> cost units; <see cref="long.MaxValue"/> when none is better than the best known.</summary>
    public long Value { get; private set; } = long.MinValue;

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
        var limit = (upperBound - 1) << _pricing.Bits;
        if (_search is null)
        {
            _pricing.Trim(_prices, _pricing.Evaluate(_prices), upperBound);
            if (_pricing.IsClosed || FrontierGraph.TryBuild(_model, _twins, _pricing, _prices, limit) is not { } graph)
            {
                Value = _pricing.IsClosed ? long.MaxValue : Value;
                IsExhausted = true;
                return;
            }

            Work += _pricing.Nodes + graph.Groups.Sum(group => (long)group.Options.Length);
            _search = new FrontierSearch(graph, _width);
        }

        var before = _search.Work;
        _search.Lower(limit);
        _search.Run(before + work);
        Work += _search.Work - before;
        if (_search.IsOver)
        {
            End(_search);
        }
    }

    private void End(FrontierSearch search)
    {
        if (search.Best < long.MaxValue)
        {
            (BestCost, Best) = (search.Best >> _pricing.Bits, search.Plan());
        }

        Value = Math.Max(Value, search.IsCut ? search.Bound : long.MaxValue);
        IsExhausted = !search.IsCut || _width >= _most;
        _width = Math.Min(_most, _width * Growth);
        _search = null;
    }
}
