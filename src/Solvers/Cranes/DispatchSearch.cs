using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>A lane that sends cranes to work again and again, each time with other wishes: first drawn at random, then near the best ones.</summary>
internal sealed class DispatchSearch : ISearchLane<CranePlan>
{
    private const int Draws = 200;
    private const int LeastChanges = 600;
    private const int CellsPerWork = 12;
    private const double Late = 0.97;

    // Later rounds are longer, until they are of no more use.
    private const int MostRounds = 6;

    private readonly Dispatch _dispatch;
    private readonly CraneState _state;
    private readonly CraneState _best;
    private readonly DispatchWishes _wishes;
    private readonly DispatchWishes _kept;
    private readonly int[] _endOf;
    private readonly double[] _prices;
    private readonly Rng _rng;
    private long _current = long.MaxValue;
    private long _bestSearch = long.MaxValue;
    private long _left;
    private int _keptEnd;
    private int _tried;
    private int _round;

    public DispatchSearch(ListModel model, SolverOptions options, int lane)
    {
        _rng = new Rng(options.Seed).Split(lane);
        (_dispatch, _state, _best) = (new Dispatch(model), new CraneState(model), new CraneState(model));
        (_wishes, _kept) = (new DispatchWishes(model.Cranes, model.Model.Groups), new DispatchWishes(model.Cranes, model.Model.Groups));
        (_endOf, _prices) = (new int[model.Model.Groups], new double[model.Tasks]);
    }

    public long BestCost { get; private set; } = long.MaxValue;

    public long Moves { get; private set; }

    public bool IsDone => _round == MostRounds;

    public bool IsWaiting => IsDone;

    public CranePlan Best() => _best.ToPlan();

    public void Adopt(CranePlan plan, long cost)
    {
    }

    /// <summary>Goes on with other prices; between two runs only.</summary>
    public void Take(ReadOnlySpan<double> prices) => prices.CopyTo(_prices);

    public void Run(long work, StopMonitor stop)
    {
        _left += work;
        while (_left > 0 && !IsDone && !stop.IsStopped)
        {
            Try();
        }
    }

    private void Try()
    {
        Moves++;
        var before = _dispatch.Cells + (_state.Work * CellsPerWork);
        var isDraw = _tried < Draws;
        if (isDraw)
        {
            _wishes.Draw(_rng);
        }
        else
        {
            _kept.CopyTo(_wishes);
            _wishes.Change(_rng, group => _endOf[group] > Late * _keptEnd);
        }

        _dispatch.Build(_prices, _wishes);
        _state.Load(_dispatch.Order, _dispatch.CraneAt);
        if (_state.SearchCost <= _current)
        {
            (_current, _keptEnd) = (_state.SearchCost, _state.Makespan);
            _wishes.CopyTo(_kept);
            for (var group = 0; group < _endOf.Length; group++)
            {
                _endOf[group] = _dispatch.EndOf(group);
            }
        }

        if (_state.SearchCost < _bestSearch)
        {
            _bestSearch = _state.SearchCost;
            if (_state.IsPlan && _state.Cost < BestCost)
            {
                BestCost = _state.Cost;
                _best.Load(_state.Order, _state.CraneAt);
            }
        }

        if (++_tried >= Draws + (LeastChanges << _round))
        {
            (_tried, _current) = (0, long.MaxValue);
            _round++;
        }

        _left -= 1 + ((_dispatch.Cells + (_state.Work * CellsPerWork) - before) / CellsPerWork);
    }
}
