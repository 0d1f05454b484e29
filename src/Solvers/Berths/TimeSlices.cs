namespace BerthOpt.Berths;

/// <summary>
/// Lets the lanes of a problem with many calls share one plan. In each epoch every lane works at a slice of the horizon of its own:
/// only calls that lie wholly within it are moved, and only to places within it. What the lanes have changed then fits together, is put
/// into one plan between epochs, and the borders are moved. So the lanes' work adds up, where otherwise each would do all of it.
/// </summary>
internal sealed class TimeSlices
{
    private static readonly double[] Shifts = [0, 0.25, -0.25, 0.125, -0.125];

    private readonly BerthModel _model;
    private readonly RuinAndRecreate[] _lanes;
    private readonly Rng _rng;
    private readonly int[] _starts;
    private readonly int[] _members;
    private int _round;
    private bool _hasBegun;

    public TimeSlices(BerthModel model, RuinAndRecreate[] lanes, ulong seed)
    {
        (_model, _lanes) = (model, lanes);
        _rng = new Rng(seed).Split(lanes.Length);
        _starts = new int[model.Calls.Length];
        _members = new int[model.Calls.Length];
        foreach (var lane in lanes)
        {
            lane.Share();
        }
    }

    /// <summary>Whether a problem has so many calls that lanes should share a plan, and nothing that ties calls at different times together.</summary>
    public static bool Suit(BerthModel model) => model.Calls.Length > RuinCycles.ManyCalls && model.MakespanRate == 0 && model.Caps.Length == 0;

    /// <summary>Makes one plan of what the lanes have done, and gives each its next slice. To be called between epochs.</summary>
    public void Join()
    {
        var first = _lanes[0];
        if (!first.HasBegun)
        {
            return;
        }

        foreach (var lane in _hasBegun ? _lanes.AsSpan(1) : [])
        {
            first.TryMerge(lane);
        }

        first.Keep();
        var best = _lanes.MinBy(lane => lane.BestCost)!;
        var isCold = !_hasBegun || first.IsCold;
        var fromBest = isCold && _rng.Next(2) > 0;
        foreach (var lane in _lanes)
        {
            if (lane != first)
            {
                lane.Follow(first);
            }

            if (lane != best && (fromBest || lane.BestCost > best.BestCost))
            {
                lane.TakeBest(best);
            }
        }

        foreach (var lane in _lanes)
        {
            lane.Agree();
            if (isCold)
            {
                lane.Heat(fromBest);
            }
        }

        _hasBegun = true;
        Cut();
    }

    /// <summary>Slices with about as many calls each, their borders at another place than before.</summary>
    private void Cut()
    {
        var at = _lanes[0].At;
        for (var call = 0; call < _starts.Length; call++)
        {
            _starts[call] = StartOf(call, at);
        }

        Array.Sort(_starts);
        var shift = Shifts[_round++ % Shifts.Length];
        if (_lanes[0].IsMissingCalls && (_round & 1) == 0)
        {
            CutNothing();
            return;
        }

        var from = 0;
        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            var isLast = lane == _lanes.Length - 1;
            var until = isLast ? int.MaxValue : Math.Max(from, _starts[(int)(_starts.Length * (lane + 1 + shift) / _lanes.Length)]);
            var limit = isLast ? int.MaxValue : until - _model.Reach;
            var count = 0;
            for (var call = 0; call < at.Length; call++)
            {
                var start = StartOf(call, at);
                if (start >= from && start < until && (at[call].Zone < 0 || at[call].End <= limit))
                {
                    _members[count++] = call;
                }
            }

            _lanes[lane].SetSlice(from, limit, _members.AsSpan(0, count));
            from = until;
        }
    }

    /// <summary>A call without a place may find one far from where it would like to be.</summary>
    private void CutNothing()
    {
        for (var call = 0; call < _members.Length; call++)
        {
            _members[call] = call;
        }

        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            _lanes[lane].SetSlice(0, int.MaxValue, lane == 0 ? _members : []);
        }
    }

    private int StartOf(int call, ReadOnlySpan<Placement> at) => at[call].Zone >= 0 ? at[call].Start : _model.Calls[call].Earliest;
}
