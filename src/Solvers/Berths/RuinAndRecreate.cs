using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// A lane of large-neighbourhood search by ruin and recreate (Shaw 1998; Schrimpf et al. 2000): take a few neighbouring calls out,
/// put them back one by one at their cheapest place, accept by annealing. The temperature falls in cycles whose lengths are counted
/// in work, never in seconds, so a run is a function of its work.
/// </summary>
internal sealed partial class RuinAndRecreate : ISearchLane<BerthPlan>
{
    // Slots by which lanes shuffle the order of arrivals, at most.
    private const int MostNoise = 32;

    private readonly BerthModel _model;
    private readonly BerthState _state;
    private readonly Insertion _insertion;
    private readonly Ruins _ruins;
    private readonly Congestion? _congestion;
    private readonly RuinCycles _cycles;
    private readonly Rng _rng;
    private readonly BerthAssertions _assertions;
    private readonly Placement[] _best;
    private readonly Placement[] _before;
    private readonly int[] _removed;
    private readonly long[] _keys;
    private readonly int _lane;
    private readonly bool _explicit;
    private readonly bool _travels;
    private readonly CallSet _stale;
    private readonly CallSet _changed;
    private BerthState? _copy;
    private bool _bestIsOther = true;
    private bool _sparesCranes;
    private long _target;
    private int _built;
    private int[] _order = [];

    public RuinAndRecreate(BerthModel model, SolverOptions options, int lane)
    {
        _model = model;
        _congestion = model.Calls.Length > RuinCycles.ManyCalls ? new Congestion(model) : null;
        _cycles = new RuinCycles(model, lane, _congestion);
        _lane = lane;
        // Few calls leave time to try every crane; many are better off with chains of cranes.
        _explicit = lane % 2 == 1 && model.Calls.Length <= ExhaustiveProof.MaxCalls;
        _travels = model.Pools.Any(pool => pool.LongestPause > 0);
        _rng = new Rng(options.Seed).Split(lane);
        _state = new BerthState(model, _explicit);
        _insertion = new Insertion(_state, _rng);
        _ruins = new Ruins(_state, _rng);
        _assertions = new BerthAssertions(model, options.Assertions);
        _best = new Placement[model.Calls.Length];
        _before = new Placement[model.Calls.Length];
        _stale = new CallSet(model.Calls.Length);
        _changed = new CallSet(model.Calls.Length);
        _removed = new int[model.Calls.Length];
        _keys = new long[model.Calls.Length];
    }

    public long BestCost { get; private set; } = long.MaxValue;

    public long Moves { get; private set; }

    public BerthPlan Best()
    {
        _copy ??= new BerthState(_model, _explicit);
        _copy.Load(_best);
        return _copy.ToPlan();
    }

    public void Adopt(BerthPlan plan, long cost)
    {
        Offer(plan, cost);
        // The walk goes on from where it is; the next cycle may start from the new best plan.
        var adopts = _lane % 2 == 0 || _model.Calls.Length > RuinCycles.ManyCalls;
        if (adopts && cost < BestCost && BerthPlanReader.TryRead(_model, plan, _before))
        {
            CraneSides.Arrange(_model, _before);
            BestCost = cost;
            _before.CopyTo(_best.AsSpan());
            _bestIsOther = true;
            if (_built == 0 && !IsWaiting)
            {
                BeginWith(_best);
            }
        }
    }

    public void Run(long work, StopMonitor stop)
    {
        _target += work;
        if (_model.Calls.Length == 0)
        {
            BestCost = _state.Cost;
            return;
        }

        if (_isSharing && (_ruins.Members == 0 || IsWaiting))
        {
            _insertion.Charge(_target - _insertion.Work); // another lane makes the first plan
            return;
        }

        for (var tick = 1; _insertion.Work < _target && ((tick & 15) > 0 || !stop.IsStopped); tick++)
        {
            if (_built < _model.Calls.Length)
            {
                Construct();
            }
            else
            {
                Move();
            }
        }
    }

    private void Move()
    {
        Moves++;
        var begin = _insertion.Work;
        if (_cycles.BeginsAgain() && !TryNextCycle())
        {
            return;
        }

        var calls = _model.Calls;
        var most = Math.Min(calls.Length, 3 + _rng.Next(1 + (calls.Length <= 20 ? calls.Length - 1 : Math.Min(12, calls.Length / 3))));
        var chosen = _ruins.Choose(1 + _rng.Next(most));
        _insertion.Charge(8 + (_ruins.Looked >> 2));
        _insertion.CranePrice = _cycles.CranePrice;
        var old = GuidedCost();
        var threshold = old + _cycles.Slack(_rng);
        var count = 0;
        long floor = 0;
        foreach (var call in chosen)
        {
            _removed[count++] = call;
            _before[call] = _state.At[call];
            TakeOut(call);
            floor += calls[call].IdealCost - Price(call);
        }

        var removed = _removed.AsSpan(0, count);
        SortForRecreate(removed);
        (_insertion.Blink, _insertion.Stray) = _rng.Next(8) switch
        {
            0 or 1 => (0, 0),
            2 or 3 => (2000, 2000),
            4 or 5 => (6000, 0),
            6 => (3000, 8000),
            _ => (16000, 4000),
        };
        // The first of several optional calls would have to pay the whole makespan that they share: now and then the move pays it.
        var advance = _model.MakespanRate > 0 && _rng.Next(4) == 0 ? _model.MakespanRate * _model.Horizon : 0;
        _insertion.Wander = _rng.Next(calls.Length <= 8 ? 3 : 12) == 0;
        var kept = true;
        foreach (var call in removed)
        {
            floor -= calls[call].IdealCost - Price(call);
            var limit = Price(call) + (calls[call].Optional ? advance : 0);
            if (_model.MakespanRate == 0)
            {
                // What this call may cost if the move is still to be accepted, the others costing no less than they would alone.
                limit = Math.Min(limit, threshold - (GuidedCost() - Price(call)) - floor + 1);
            }

            if (_insertion.TryFind(call, limit, out var placement))
            {
                _state.Place(call, placement);
            }
            else if (limit < Price(call))
            {
                kept = false;
                break;
            }
        }

        if (kept)
        {
            var cost = GuidedCost();
            kept = cost <= threshold;
        }

        _cycles.Spend(_insertion.Work - begin);
        if (kept)
        {
            _stale.Add(removed);
            _changed.Add(removed);
            _assertions.AfterMove(_state);
            KeepIfBest();
        }
        else
        {
            Restore(removed);
        }
    }

    /// <summary>What a call costs while it has no place.</summary>
    private long Price(int call) => _model.Calls[call].Optional ? _model.Calls[call].RejectionCost : _model.MissingCost;

    private void Restore(ReadOnlySpan<int> removed) => Put(removed, _before);

    /// <summary>Puts calls where they have a place among some placements, after all of them were taken out.</summary>
    private void Put(ReadOnlySpan<int> calls, ReadOnlySpan<Placement> placements)
    {
        foreach (var call in calls)
        {
            TakeOut(call);
        }

        foreach (var call in calls)
        {
            if (placements[call].Zone >= 0)
            {
                _state.Place(call, placements[call]);
            }
        }
    }

    private void TakeOut(int call)
    {
        if (_state.IsPlaced(call))
        {
            _state.Remove(call);
        }
    }

    private void SortForRecreate(Span<int> removed)
    {
        var rule = _rng.Next(_travels ? 7 : 5);
        if (rule == 0)
        {
            return; // the seed first, then its neighbours
        }

        var keys = _keys.AsSpan(0, removed.Length);
        for (var index = 0; index < removed.Length; index++)
        {
            var call = _model.Calls[removed[index]];
            var zone = call.Zones.Length > 0 ? call.Zones[0] : null;
            keys[index] = rule switch
            {
                1 => call.Earliest,
                2 => zone is null ? 0 : -(long)zone.Width * zone.Options[0].MinSlots,
                // As they began, but for a few that go earlier or later: what follows closes up.
                >= 5 when _before[removed[index]].Zone >= 0 => _before[removed[index]].Start + _rng.Next(1 + _model.Calls[removed[index]].Zones[_before[removed[index]].Zone].Options[0].MinSlots),
                3 => call.IdealCost - _before[removed[index]].Cost,
                _ => (long)(_rng.Next() >> 1),
            };
        }

        keys.Sort(removed);
    }

    /// <summary>The cost of the plan as search sees it: makespans are compared first, and among equal ones the sum of all ends.</summary>
    private long SearchCost() => _model.MakespanRate == 0
        ? _state.CallCost
        : ((_state.CallCost + (_model.MakespanRate * _state.Makespan)) * 2 * _model.Calls.Length) + _state.SumOfEnds;

    /// <summary>What moves are judged by: the same with what the cranes are worth to the calls that wait for them.</summary>
    private long GuidedCost() => SearchCost() + (_insertion.CranePrice * _state.CraneSlots);

    private void KeepIfBest()
    {
        if (_state.Missing == 0 && _state.Cost < BestCost)
        {
            BestCost = _state.Cost;
            if (_bestIsOther)
            {
                _state.At.CopyTo(_best);
                _bestIsOther = false;
            }

            foreach (var call in _stale.Calls)
            {
                _best[call] = _state.At[call];
            }

            _stale.Clear();
            _assertions.AfterIncumbent(_state);
        }
    }
}
