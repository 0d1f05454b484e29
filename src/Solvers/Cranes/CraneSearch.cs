using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// A lane of search for the general problem, by ruin and recreate over lists (Shaw 1998; Schrimpf et al. 2000): take a few tasks out, put
/// each back where the longest way through it costs least, accept by annealing. The temperature falls in cycles counted in work.
/// </summary>
internal sealed class CraneSearch : ISearchLane<CranePlan>
{
    private const long FirstCycle = 250_000;
    private const long LongestCycle = 100_000_000;
    private const int MostRemoved = 14;
    private const double Hot = 2;
    private const double Cold = 0.002;

    private readonly ListModel _model;
    private readonly SolverOptions _options;
    private readonly CraneState _state;
    private readonly ListInsertion _insertion;
    private readonly ListRuins _ruins;
    private readonly Rng _rng;
    private readonly int _lane;
    private readonly int[] _bestOrder;
    private readonly int[] _bestCrane;
    private readonly int[] _removed;
    private readonly long[] _keys;
    private readonly double _heat;
    private long _target;
    private long _current = long.MaxValue;
    private long _bestSearch = long.MaxValue;
    private long _cycleBegin;
    private long _cycleLength = FirstCycle;
    private CranePlan? _adopted;
    private bool _isBehind;

    /// <param name="model">The problem.</param>
    /// <param name="options">Seed and assertions.</param>
    /// <param name="lane">Number of the lane.</param>
    public CraneSearch(ListModel model, SolverOptions options, int lane)
    {
        (_model, _options, _lane) = (model, options, lane);
        _rng = new Rng(options.Seed).Split(lane);
        _state = new CraneState(model);
        _insertion = new ListInsertion(model, _state, _rng);
        _ruins = new ListRuins(model, _state, _rng);
        var tasks = model.Tasks;
        (_bestOrder, _bestCrane, _removed, _keys) = (new int[tasks], new int[tasks], new int[tasks], new long[tasks]);
        _heat = SlotCost(model) * model.MeanHandling;
    }

    public long BestCost { get; private set; } = long.MaxValue;

    public long Moves { get; private set; }

    public CranePlan Best()
    {
        var copy = new CraneState(_model);
        copy.Load(_bestOrder, _bestCrane);
        return copy.ToPlan();
    }

    public void Adopt(CranePlan plan, long cost)
    {
        if (_lane % 2 == 0)
        {
            _adopted = plan;
            _isBehind = _cycleLength == FirstCycle && cost < BestCost;
        }
    }

    public void Run(long work, StopMonitor stop)
    {
        _target += work;
        if (_model.Tasks == 0)
        {
            _state.Decode();
            BestCost = _state.Cost;
            return;
        }

        if (_current == long.MaxValue)
        {
            new FirstLists(_model, _state, _insertion).Build(_lane);
            Settle();
        }

        if (_isBehind)
        {
            // In the first cycle there is nothing yet to lose.
            BeginCycle();
            (_cycleLength, _isBehind) = (FirstCycle, false);
        }

        for (var tick = 1; _state.Work < _target && ((tick & 15) > 0 || !stop.IsStopped); tick++)
        {
            Move();
        }
    }

    /// <summary>A rough cost of one slot more.</summary>
    private static double SlotCost(ListModel model)
    {
        var rates = 0.0;
        for (var vessel = 0; vessel < model.CompletionRate.Length; vessel++)
        {
            rates += model.CompletionRate[vessel] + (model.LatenessRate[vessel] / 2.0);
        }

        return Math.Max(1, model.Objective.Makespan + (rates / model.CompletionRate.Length) + (model.Objective.CraneSlots / 2.0));
    }

    private void Move()
    {
        Moves++;
        var progress = (_state.Work - _cycleBegin) / (double)_cycleLength;
        if (progress >= 1)
        {
            BeginCycle();
            progress = 0;
        }

        var tasks = _model.Tasks;
        var temperature = _heat * Hot * Math.Pow(Cold / Hot, progress);
        var threshold = _current - (long)(temperature * Math.Log(1 - _rng.NextDouble()));
        var most = Math.Min(tasks, MostRemoved);
        var chosen = _ruins.Choose(1 + Math.Min(_rng.Next(most), _rng.Next(most)));
        var removed = _removed.AsSpan(0, chosen.Length);
        chosen.CopyTo(removed);
        SortRemoved(removed);
        _state.Remove(removed);
        _state.Decode();
        _insertion.Blink = _rng.Next(3) switch { 0 => 0, 1 => 1000, _ => 6000 };
        foreach (var task in removed)
        {
            _state.Weigh();
            if (!_insertion.Find(task) || _insertion.Cost > threshold)
            {
                _state.Restore();
                return;
            }

            _state.Insert(task, _insertion.Crane, _insertion.At);
            _state.Decode();
        }

        if (_state.SearchCost > threshold)
        {
            _state.Restore();
        }
        else
        {
            Settle();
        }
    }

    /// <summary>Goes on from the plan in the state.</summary>
    private void Settle()
    {
        _state.SortByStart();
        _state.Decode();
        _state.Weigh();
        _state.Save();
        _current = _state.SearchCost;
        if (_options.Assertions == AssertionLevel.PerMove)
        {
            CraneAssertions.Compare(_model, _state);
        }

        if (_current < _bestSearch)
        {
            _bestSearch = _current;
            _state.Order.CopyTo(_bestOrder);
            _state.CraneAt.CopyTo(_bestCrane);
            if (_state.IsPlan && _state.Cost < BestCost)
            {
                BestCost = _state.Cost;
                if (_options.Assertions == AssertionLevel.PerIncumbent)
                {
                    CraneAssertions.Compare(_model, _state);
                }
            }
        }
    }

    private void BeginCycle()
    {
        _cycleBegin = _state.Work;
        _cycleLength = Math.Min(_cycleLength * 2, LongestCycle);
        if (_adopted is { } plan)
        {
            _state.Load(plan);
            _adopted = null;
        }

        // A plan of another lane may go a way that this one must not.
        if (_state.SearchCost >= _bestSearch || !_state.IsPlan)
        {
            _state.Load(_bestOrder, _bestCrane);
        }

        Settle();
    }

    private void SortRemoved(Span<int> removed)
    {
        var keys = _keys.AsSpan(0, removed.Length);
        var mode = _rng.Next(4);
        for (var index = 0; index < keys.Length; index++)
        {
            var task = removed[index];
            keys[index] = mode switch
            {
                0 => (long)(_rng.Next() >> 2),
                1 => -_model.LeastHandling(task),
                2 => _state.StartAt[_state.Rank[task]],
                _ => -(long)_state.Tails[_state.Rank[task] * _model.Tracks],
            };
        }

        keys.Sort(removed);
    }
}
