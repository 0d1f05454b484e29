using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Tries everything, for problems small enough: depth first over the calls, each call's placements from the cheapest on, cut where
/// the placed calls and the others' cheapest placements together cost as much as the best plan. When it ends, the best plan is
/// proven optimal; when there is none, the problem is proven infeasible, by our own search and not on a native solver's word.
/// </summary>
internal sealed class ExhaustiveProof : IBoundProcess, IPlanSource<BerthPlan>
{
    /// <summary>Problems of more calls are left alone.</summary>
    public const int MaxCalls = 14;

    private const int MaxCandidates = 200_000;
    private const long MaxWork = 400_000_000;

    private readonly BerthModel _model;
    private Candidates? _candidates;
    private BerthState? _state;
    private int[] _next = [];
    private long[] _cost = [];
    private int[] _makespan = [];
    private Placement[] _best = [];
    private int _depth;
    private long _upper = long.MaxValue;
    private long _budget;
    private long _used;

    public ExhaustiveProof(BerthModel model)
    {
        _model = model;
        Finished = model.Calls.Length > MaxCalls || model.Caps.Length > 0; // with caps a departure may have to be put off, which is not tried here
    }

    public long Bound { get; private set; } = long.MinValue;

    public string Name => "everything tried";

    public bool Finished { get; private set; }

    public bool ProvesInfeasible { get; private set; }

    public long Iterations { get; private set; }

    public long BestCost { get; private set; } = long.MaxValue;

    public BerthPlan Best() => BerthState.PlanOf(_model, _best, explicitCranes: true);

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (Finished)
        {
            return;
        }

        _budget += 4 * work;
        _upper = Math.Min(_upper, upperBound);
        if (_candidates is null && !Prepare(stop))
        {
            Finished = true;
            return;
        }

        for (var tick = 1; _used < _budget && !Finished; tick++)
        {
            Step();
            if (_used > MaxWork || ((tick & 255) == 0 && stop.IsStopped))
            {
                Finished |= _used > MaxWork;
                return;
            }
        }
    }

    private bool Prepare(StopMonitor stop)
    {
        _candidates = new Candidates(_model, MaxCandidates, stop);
        if (!_candidates.Complete)
        {
            return false;
        }

        var calls = _model.Calls.Length;
        _state = new BerthState(_model, explicitCranes: true);
        _next = new int[calls + 1];
        _cost = new long[calls + 1];
        _makespan = new int[calls + 1];
        _best = new Placement[calls];
        _cost[0] = _model.Constant;
        return true;
    }

    /// <summary>Goes one placement further: deeper, sideways or back.</summary>
    private void Step()
    {
        Iterations++;
        _used += 8;
        var (candidates, state) = (_candidates!, _state!);
        if (_depth == candidates.Order.Length)
        {
            Keep(state);
            Back(state, candidates);
            return;
        }

        var call = candidates.Order[_depth];
        var list = candidates.Of[call];
        var spent = _cost[_depth];
        while (_next[_depth] < list.Length)
        {
            _used += 4;
            var placement = list[_next[_depth]++];
            var makespan = Math.Max(_makespan[_depth], placement.End);
            var floor = spent + placement.Cost + candidates.RestFloor[_depth + 1];
            if (floor >= _upper)
            {
                break; // the list is sorted: all others cost as much or more
            }

            if (floor + (_model.MakespanRate * makespan) >= _upper || !Fits(state, call, placement))
            {
                continue;
            }

            if (placement.Zone >= 0)
            {
                state.Place(call, placement);
            }

            _depth++;
            _next[_depth] = 0;
            (_cost[_depth], _makespan[_depth]) = (spent + placement.Cost, makespan);
            return;
        }

        Back(state, candidates);
    }

    private void Back(BerthState state, Candidates candidates)
    {
        if (_depth == 0)
        {
            Finished = true;
            ProvesInfeasible = _upper == long.MaxValue;
            Bound = ProvesInfeasible ? long.MinValue : _upper;
            return;
        }

        _depth--;
        if (state.IsPlaced(candidates.Order[_depth]))
        {
            state.Remove(candidates.Order[_depth]);
        }
    }

    private void Keep(BerthState state)
    {
        if (state.Cost < _upper)
        {
            _upper = state.Cost;
            BestCost = state.Cost;
            state.At.CopyTo(_best);
        }
    }

    private bool Fits(BerthState state, int call, Placement placement)
    {
        if (placement.Zone < 0)
        {
            return true;
        }

        _used += ((placement.End - placement.Start) >> 1) + 16;
        return PlacementFit.IsFree(state, call, ref placement);
    }
}
