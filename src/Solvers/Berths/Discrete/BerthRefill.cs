namespace BerthOpt.Berths;

/// <summary>
/// A large neighbourhood (P. Shaw 1998): takes all calls of a few berths out of the best plan and fills these berths anew with them, by
/// a narrow <see cref="FrontierSearch"/> under the prices of the whole problem. How many calls are taken out follows what can be gone
/// through without dropping anything.
/// </summary>
internal sealed class BerthRefill
{
    private const int Width = 1000;
    private const int FirstCalls = 40;
    private const int LeastCalls = 12;
    private const int MostCalls = 120;

    private readonly DiscreteModel _model;
    private readonly CallTwins _twins;
    private readonly PathPricing _pricing;
    private readonly long[] _prices;
    private readonly Rng _rng = new(1);
    private FrontierSearch? _search;
    private long _taken;
    private int _calls = FirstCalls;

    /// <summary>Starts from a relaxation and its best prices.</summary>
    public BerthRefill(DiscreteModel model, CallTwins twins, PathPricing pricing, ReadOnlySpan<long> prices)
    {
        (_model, _twins, _pricing, _prices) = (model, twins, pricing, prices.ToArray());
    }

    /// <summary>Cost of the best plan met or taken over, the problem's constant left out; <see cref="long.MaxValue"/> for none.</summary>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Group and start of each call in the best plan.</summary>
    public (int Group, int Start)[] Best { get; private set; } = [];

    /// <summary>Options and states looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>Takes over a plan; one that is no better is left alone.</summary>
    public void Adopt((int Group, int Start)[] plan, long cost)
    {
        if (cost < BestCost)
        {
            (Best, BestCost, _search) = ([.. plan], cost, null);
        }
    }

    /// <summary>Does some work on the best plan.</summary>
    public void Run(long work)
    {
        if (Best.Length == 0 || (_search is null && !Begin()))
        {
            return;
        }

        var before = _search!.Work;
        _search.Run(before + work);
        Work += _search.Work - before;
        if (_search.IsOver)
        {
            _calls = Math.Clamp(_calls + (_search.IsCut ? -1 : 1), LeastCalls, MostCalls);
            if (_search.Best < long.MaxValue)
            {
                _search.Store(Best);
                BestCost -= _taken - (_search.Best >> _pricing.Bits);
            }

            _search = null;
        }
    }

    private bool Begin()
    {
        var berths = GroupStarts.BerthsOf(_model, Best);
        var members = new int[_model.Groups];
        var among = new bool[_model.Calls];
        var isOut = new bool[_model.Berths.Length];
        var left = isOut.Length;
        for (var calls = 0; calls < _calls && left > 0; left--)
        {
            var berth = _rng.Next(isOut.Length);
            while (isOut[berth])
            {
                berth = (berth + 1) % isOut.Length;
            }

            isOut[berth] = true;
            members[_model.Berths[berth].Group]++;
            for (var call = 0; call < among.Length; call++)
            {
                if (berths[call] == berth)
                {
                    among[call] = true;
                    calls++;
                }
            }
        }

        _taken = GroupStarts.CostOf(_model, Best, call => among[call]);
        var graph = FrontierGraph.TryBuild(_model, _twins, _pricing, _prices, (_taken - 1) << _pricing.Bits, among, members);
        Work += _pricing.Nodes;
        if (graph is null)
        {
            _calls = Math.Max(LeastCalls, _calls - 1);
            return false;
        }

        Work += graph.Groups.Sum(group => (long)group.Options.Length);
        _search = new FrontierSearch(graph, Width);
        return true;
    }
}
