namespace BerthOpt.Berths;

/// <summary>
/// Looks for plans near the relaxation: orders of calls by the stays that they choose at some prices, by their averaged stays, and changes of
/// the best order so far.
/// </summary>
internal sealed class StayOrders
{
    private const int Cycle = 4000;
    private const double Heat = 0.2;

    private readonly StayPlanner _planner;
    private readonly Rng _rng = new(1);
    private readonly int[] _order;
    private readonly int[] _trial;
    private readonly int[] _bestOrder;
    private readonly double[] _keys;
    private long _now = long.MaxValue;
    private long _least = long.MaxValue;
    private int _tick;

    public StayOrders(StayModel model, List<(int Start, int Until, long Cost)>[] stays)
    {
        _planner = new StayPlanner(model, stays);
        var calls = model.Choices.Length;
        (_order, _trial, _bestOrder, _keys) = (new int[calls], new int[calls], new int[calls], new double[calls]);
    }

    /// <summary>Whether plans of orders are of use: nothing but room keeps calls apart, and no call may be left out.</summary>
    public static bool Suits(BerthModel model) => model.Caps.Length == 0 && model.MakespanRate == 0 && !Array.Exists(model.Calls, call => call.Optional);

    /// <summary>The cheapest plan found, if it was cheaper than any known.</summary>
    public Placement[]? Best { get; private set; }

    /// <summary>Its cost above the ideal.</summary>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Steps done: the unit of work.</summary>
    public long Work => _planner.Work;

    /// <summary>Tries the order of some times of the calls, and changes of the best order.</summary>
    /// <param name="times">When each call comes; null for changes alone.</param>
    /// <param name="below">The cost of the best plan known, above the ideal.</param>
    /// <param name="changes">How many changes to try.</param>
    public void Try(Func<int, double>? times, long below, int changes)
    {
        if (times is not null)
        {
            for (var call = 0; call < _trial.Length; call++)
            {
                (_trial[call], _keys[call]) = (call, times(call));
            }

            Array.Sort(_keys, _trial);
            Judge(_least == long.MaxValue ? _least : _least + 1, below);
        }

        for (var change = 0; change < changes && _least != long.MaxValue; change++)
        {
            if (++_tick % Cycle == 0)
            {
                _bestOrder.CopyTo(_order, 0);
                _now = _least;
            }

            // Annealing (Kirkpatrick, Gelatt and Vecchi 1983).
            var heat = Heat * _least / _order.Length * (Cycle - (_tick % Cycle)) / Cycle;
            Change();
            Judge(_now + 1 + (long)(heat * -Math.Log(1 - _rng.NextDouble())), below);
        }
    }

    private void Change()
    {
        _order.CopyTo(_trial, 0);
        var calls = _trial.Length;
        var from = _rng.Next(calls);
        var to = _rng.Next(Math.Max(0, from - 8), Math.Min(calls, from + 9));
        if (_rng.Next(2) == 0)
        {
            (_trial[from], _trial[to]) = (_trial[to], _trial[from]);
            return;
        }

        var moved = _trial[from];
        var step = Math.Sign(to - from);
        for (; from != to; from += step)
        {
            _trial[from] = _trial[from + step];
        }

        _trial[to] = moved;
    }

    /// <summary>Goes on from the order tried when its plan costs less than a limit.</summary>
    private void Judge(long limit, long below)
    {
        var cost = _planner.Make(_trial, limit);
        if (cost >= limit)
        {
            return;
        }

        _now = cost;
        _trial.CopyTo(_order, 0);
        if (cost > _least)
        {
            return;
        }

        _least = cost;
        _trial.CopyTo(_bestOrder, 0);
        if (cost < Math.Min(below, BestCost) && _planner.Plan() is { } plan)
        {
            (BestCost, Best) = (cost, plan);
        }
    }
}
