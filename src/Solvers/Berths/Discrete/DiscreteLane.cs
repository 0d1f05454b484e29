using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Simulated annealing over the orders of calls (Kirkpatrick, Gelatt and Vecchi 1983), in cycles of growing length that each cool
/// down from a reheated start. One unit of work is one move tried.
/// </summary>
internal sealed class DiscreteLane<TCost> : ISearchLane<BerthPlan>
    where TCost : struct, IStartCost
{
    private readonly BerthProblem _problem;
    private readonly DiscreteModel _model;
    private readonly DiscreteState<TCost> _state;
    private readonly DiscreteMoves<TCost> _moves;
    private readonly DiscreteOrders _best;
    private readonly DiscreteOrders _adopted;
    private readonly Cooling _cooling;
    private readonly AssertionLevel _assertions;
    private readonly bool _wanders;
    private bool _atBest;
    private bool _hasAdopted;
    private bool _started;
    private long _bestCost = long.MaxValue;

    public DiscreteLane(BerthProblem problem, DiscreteModel model, SolverOptions options, int lane)
    {
        _assertions = options.Assertions;
        _problem = problem;
        _model = model;
        _state = new DiscreteState<TCost>(model);
        _moves = new DiscreteMoves<TCost>(model, _state, new Rng(options.Seed).Split(lane));
        _best = new DiscreteOrders(model);
        _adopted = new DiscreteOrders(model);
        _cooling = new Cooling(model, lane % 4 == 3 ? 2.5 : 1);
        _wanders = lane % 2 == 1;
    }

    public long BestCost => _bestCost == long.MaxValue ? long.MaxValue : _bestCost + _model.Constant;

    public long Moves { get; private set; }

    public void Run(long work, StopMonitor stop)
    {
        if (_model.IsHopeless)
        {
            return;
        }

        if (!_started)
        {
            _started = true;
            DiscreteConstruction.Append(_model, _state);
            Meet();
        }

        for (var tick = 0; work > 0; tick++)
        {
            // A step takes microseconds; a look at the clock at each would show.
            if ((tick & 15) == 0 && stop.IsStopped)
            {
                break;
            }

            var done = (int)(Moves % Cooling.MovesPerStep);
            if (done == 0 && _cooling.Next())
            {
                Restart();
            }

            var moves = (int)Math.Min(work, Cooling.MovesPerStep - done);
            Try(moves);
            Moves += moves;
            work -= moves;
        }

        Keep();
    }

    public BerthPlan Best() => _best.ToPlan(_problem, _model);

    public void Adopt(BerthPlan plan, long cost)
    {
        if (!_model.IsHopeless && !_wanders && cost < BestCost)
        {
            _adopted.Load(plan, _problem, _model);
            _hasAdopted = true;
        }
    }

    private void Try(int moves)
    {
        for (var move = 0; move < moves && _model.Calls > 0; move++)
        {
            if (_moves.Propose(_cooling.Temperature))
            {
                if (_moves.Delta > 0)
                {
                    Keep();
                }

                var before = _state.Cost;
                _moves.Apply();
                if (_assertions >= AssertionLevel.PerMove)
                {
                    Compare(before + _moves.Delta);
                }

                if (_atBest && _state.Excess > 0)
                {
                    // Cheaper, but only by exceeding a limit: the plan before was the best.
                    _moves.Undo();
                    Keep();
                    _moves.Apply();
                }

                Meet();
            }
        }
    }

    // Notes a new best state, which is copied only when search is about to leave it.
    private void Meet()
    {
        if (_state.Excess == 0 && _state.Cost < _bestCost)
        {
            _bestCost = _state.Cost;
            _atBest = true;
        }
    }

    private void Keep()
    {
        if (_atBest)
        {
            _best.Load(_state);
            _atBest = false;
            if (_assertions >= AssertionLevel.PerIncumbent)
            {
                BerthAssertions.Verdict(_problem, Best()).Require(BestCost);
            }
        }
    }

    // A new cycle goes on from the best orders known, and in every other lane from where the last one ended, so that not all search
    // one neighbourhood; limits that were still exceeded in the last one become dearer.
    private void Restart()
    {
        Keep();
        if (_hasAdopted)
        {
            _hasAdopted = false;
            _adopted.Store(_state);
            Meet();
            Keep();
        }
        else if (_bestCost < long.MaxValue)
        {
            if (_wanders)
            {
                return;
            }

            _best.Store(_state);
        }
        else if (_state.Excess > 0 && _state.Penalty < _model.Penalty * DiscreteModel.MostPenalty)
        {
            _state.Penalty *= 2;
        }
    }

    // The proposed cost, the cost kept up move by move, and the cost worked out anew must be the same.
    private void Compare(long proposed)
    {
        var (cost, excess) = (_state.Cost, _state.Excess);
        _state.Recompute();
        if (proposed != cost || cost != _state.Cost || excess != _state.Excess)
        {
            throw new InvalidOperationException($"A move was proposed at cost {proposed} and kept at {cost} with excess {excess}; worked out anew it is {_state.Cost} with excess {_state.Excess}.");
        }
    }
}
