namespace BerthOpt.Cranes;

/// <summary>
/// Finds the cheapest crane and place in the list for one task. With what comes before (heads) and behind (tails) known, the longest way
/// through the task is exact at every place of the list, and so is the cost of ends, unless outages are in the way; the list is not changed.
/// </summary>
internal sealed partial class ListInsertion
{
    // Up to so many cranes all of them are tried, else those that work near.
    private const int FewCranes = 5;
    private const int Near = 10;

    private readonly ListModel _model;
    private readonly CraneState _state;
    private readonly Rng _rng;
    private readonly int[] _behind;
    private readonly int[] _late;
    private readonly int[] _tail;
    private readonly bool[] _isNear;
    private readonly bool[] _isPartner;
    private int _apartMark;

    public ListInsertion(ListModel model, CraneState state, Rng rng)
    {
        (_model, _state, _rng) = (model, state, rng);
        _behind = new int[(model.Tasks + 1) * model.Tracks];
        _late = new int[model.Tasks + 1];
        _tail = new int[model.Tracks];
        _isNear = new bool[model.Cranes];
        _isPartner = new bool[model.Tasks];
    }

    /// <summary>The crane found; -1 for none.</summary>
    public int Crane { get; private set; }

    /// <summary>Where in the list the task is to come.</summary>
    public int At { get; private set; }

    /// <summary>What the search's cost would be, as far as ends make it.</summary>
    public long Cost { get; private set; }

    // Among equals: the shortest way through the task.
    private long _length;

    /// <summary>Chance in 2^16 to pass over a place.</summary>
    public int Blink { get; set; }

    /// <summary>Finds the best place for a task that is not in the list; heads and tails must be up to date.</summary>
    public bool Find(int task)
    {
        (Crane, Cost, _length) = (-1, long.MaxValue, long.MaxValue);
        var (from, to) = (0, _state.Count);
        var head = 0;
        var tails = _tail.AsSpan();
        tails.Fill(CraneState.NoWay);
        tails[_model.IsByVessel ? _model.Vessel[task] : 0] = 0;
        var late = int.MaxValue;
        var rank = _state.Rank;
        foreach (var before in _model.Before[task])
        {
            from = Math.Max(from, rank[before] + 1);
            head = rank[before] >= 0 ? Math.Max(head, _state.EndAt[rank[before]]) : head;
        }

        foreach (var after in _model.After[task])
        {
            if (rank[after] >= 0)
            {
                to = Math.Min(to, rank[after]);
                late = Math.Min(late, Raise(tails, rank[after], 0));
            }
        }

        foreach (var partner in _model.Apart[task])
        {
            _isPartner[partner] = true;
        }

        _apartMark = _model.Apart[task].Length;
        var many = _model.Allowed[task].Length > FewCranes && _state.Count > 0;
        if (many)
        {
            MarkNear(task);
        }

        foreach (var crane in _model.Allowed[task])
        {
            if (!many || _isNear[crane])
            {
                Try(task, crane, from, to, head, late);
            }
        }

        if (Crane < 0)
        {
            foreach (var crane in _model.Allowed[task])
            {
                Try(task, crane, from, to, head, late);
            }
        }

        foreach (var partner in _model.Apart[task])
        {
            _isPartner[partner] = false;
        }

        return Crane >= 0;
    }

    /// <summary>Marks the cranes of tasks at near positions, now and then their neighbours as well.</summary>
    private void MarkNear(int task)
    {
        Array.Clear(_isNear);
        var rank = _state.Rank;
        for (var step = -1; step <= 1; step += 2)
        {
            var seen = 0;
            for (var other = task + step; other >= 0 && other < _model.Tasks && seen < Near; other += step)
            {
                if (rank[other] >= 0)
                {
                    seen++;
                    _isNear[_state.CraneAt[rank[other]]] = true;
                }
            }
        }

        if (_rng.Next(4) == 0)
        {
            var before = false;
            for (var crane = 0; crane < _isNear.Length; crane++)
            {
                var own = _isNear[crane];
                _isNear[crane] |= before || (crane + 1 < _isNear.Length && _isNear[crane + 1]);
                before = own;
            }
        }
    }

    private void Try(int task, int crane, int from, int to, int head, int late)
    {
        var place = _model.Place(task, crane);
        var at = (task * _model.Cranes) + crane;
        var handling = _model.Model.Handling[at];
        LookBehind(place, crane, from, to, Math.Min(late, _model.Model.LatestEnd[at]));
        head = Math.Max(head, _model.Model.Release[at]);
        var places = _state.PlaceAt;
        var cranes = _state.CraneAt;
        var ends = _state.EndAt;
        var order = _state.Order;
        var own = -1;
        for (var index = 0; index < to; index++)
        {
            var other = cranes[index];
            var way = CraneState.Way(place, crane, places[index], other);
            var end = way >= 0 ? ends[index] + _model.Travel(way) : _apartMark > 0 && _isPartner[order[index]] ? ends[index] : 0;
            if (other == crane || end > head)
            {
                // The last place before something that makes the task wait.
                if (index >= from)
                {
                    Judge(task, crane, index, head, handling, own);
                }

                if (end > head && !CanGain(task, head = end, handling))
                {
                    _state.Charge(2 + ((index + _state.Count - from) >> 3));
                    return;
                }

                own = other == crane ? index : own;
            }
        }

        Judge(task, crane, to, head, handling, own);
        _state.Charge(2 + ((to + _state.Count - from) >> 3));
    }

    /// <summary>Whether a start at a slot or later can be better than the best place so far.</summary>
    private bool CanGain(int task, int start, int handling)
    {
        var end = (long)start + handling;
        var cost = _state.SearchCost + (_model.Objective.Makespan * Math.Max(0, end - _state.Makespan));
        if (_model.IsByVessel && end > _state.TrackEnd[_model.Vessel[task]])
        {
            var vessel = _model.Vessel[task];
            cost += _state.CostOf(vessel, (int)Math.Min(end, CraneState.Beyond)) - _state.CostOf(vessel, _state.TrackEnd[vessel]);
        }

        return cost < Cost || (cost == Cost && end < _length);
    }

    private void Judge(int task, int crane, int at, int head, int handling, int own)
    {
        if (Blink > 0 && (int)(_rng.Next() & 0xFFFF) < Blink)
        {
            return;
        }

        var start = _model.HasOutages ? _model.Fit(crane, head, handling) : head;
        var end = (long)start + handling;
        var tails = _behind.AsSpan(at * _model.Tracks, _model.Tracks);
        var cost = _state.SearchCost;
        long length = 0;
        for (var track = 0; track < tails.Length; track++)
        {
            if (tails[track] < 0)
            {
                continue;
            }

            var through = end + tails[track];
            length = Math.Max(length, through);
            if (_model.IsByVessel && through > _state.TrackEnd[track])
            {
                cost += _state.CostOf(track, (int)Math.Min(through, CraneState.Beyond)) - _state.CostOf(track, _state.TrackEnd[track]);
            }
        }

        cost += _model.Objective.Makespan * Math.Max(0, length - _state.Makespan);
        if (_model.HasLimits)
        {
            cost += _model.Penalty * Math.Max(0, end - _late[at]);
        }

        if (_model.Direction != 0 || _model.Objective.Travel > 0 || _model.Objective.CraneSlots > 0)
        {
            cost += Roads(task, crane, at, own, start, (int)Math.Min(end, CraneState.Beyond));
        }

        if (cost < Cost || (cost == Cost && length < _length))
        {
            (Crane, At, Cost, _length) = (crane, at, cost, length);
        }
    }

    /// <summary>Cost of the crane's detour, and of its longer duty.</summary>
    private long Roads(int task, int crane, int at, int before, int start, int end)
    {
        var cranes = _state.CraneAt;
        var after = at;
        while (after < cranes.Length && cranes[after] != crane)
        {
            after++;
        }

        after = after == cranes.Length ? -1 : after;
        var positions = _model.Model.Position;
        var who = _model.Model.Problem.Cranes[crane];
        long? from = before >= 0 ? positions[_state.Order[before]] : who.Start;
        long? to = after >= 0 ? positions[_state.Order[after]] : who.Final;
        var position = positions[task];
        var way = (from is { } a ? Math.Abs(a - position) : 0) + (to is { } b ? Math.Abs(b - position) : 0);
        if ((before >= 0 || after >= 0) && from is { } c && to is { } d)
        {
            way -= Math.Abs(c - d);
        }

        var cost = _model.Objective.Travel * way;
        if (_model.Direction != 0)
        {
            var wrong = (before >= 0 && (position - from) * _model.Direction < 0 ? 1 : 0) + (after >= 0 && (to - position) * _model.Direction < 0 ? 1 : 0);
            cost += _model.Penalty * wrong;
        }

        if (_model.Objective.CraneSlots > 0)
        {
            var slots = before < 0 && after < 0 ? end - start : after < 0 ? end - _state.EndAt[before] : before < 0 ? _state.StartAt[after] - start : 0;
            cost += _model.Objective.CraneSlots * Math.Max(0, slots);
        }

        return cost;
    }
}
