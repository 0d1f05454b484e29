using System.Diagnostics;

namespace BerthOpt.Cranes;

/// <content>What the list costs, and the plan that it is.</content>
internal sealed partial class CraneState
{
    private readonly int[] _trackEnd;
    private readonly int[] _shifted;
    private readonly int[] _firstStart;

    /// <summary>Cost of the plan by the problem's objective.</summary>
    public long Cost { get; private set; }

    /// <summary>Slots by which latest ends are missed, summed over the tasks; also tasks that are done in a forbidden direction.</summary>
    public long Late { get; private set; }

    /// <summary>What search minimises: the cost, and a penalty for what is late.</summary>
    public long SearchCost => Cost + (_model.Penalty * Late);

    /// <summary>Whether all tasks are in the list and no limit is broken.</summary>
    public bool IsPlan => Count == _model.Tasks && Late == 0;

    public int Makespan { get; private set; }

    /// <summary>End of each vessel's last task, or of all when ends of vessels cost nothing.</summary>
    public ReadOnlySpan<int> TrackEnd => _trackEnd;

    public CranePlan ToPlan()
    {
        Debug.Assert(Count == _model.Tasks, "The list is whole.");
        var assignments = new TaskAssignment[Count];
        var starts = _model.Objective.CraneSlots > 0 ? _shifted : _start;
        for (var index = 0; index < Count; index++)
        {
            var task = _order[index];
            assignments[_model.Model.TaskOf[task]] = new TaskAssignment(_model.Model.CraneOf(_crane[index]), starts[index], starts[index] + Handling(index));
        }

        return new CranePlan(assignments);
    }

    private int Handling(int index) => _model.Model.Handling[(_order[index] * _model.Cranes) + _crane[index]];

    private void Price()
    {
        var ends = _trackEnd.AsSpan();
        ends.Clear();
        var latest = _model.Model.LatestEnd;
        long late = 0;
        var makespan = 0;
        for (var index = 0; index < Count; index++)
        {
            var (task, end) = (_order[index], _end[index]);
            late += Math.Max(0, end - latest[(task * _model.Cranes) + _crane[index]]);
            makespan = Math.Max(makespan, end);
            if (_model.IsByVessel)
            {
                ref var track = ref ends[_model.Vessel[task]];
                track = Math.Max(track, end);
            }
        }

        (Makespan, Late) = (makespan, late);
        var cost = _model.Objective.Makespan * makespan;
        if (_model.IsByVessel)
        {
            for (var vessel = 0; vessel < ends.Length; vessel++)
            {
                cost += CostOf(vessel, ends[vessel]);
            }
        }
        else
        {
            ends[0] = makespan;
        }

        if (_model.Objective.CraneSlots > 0)
        {
            Shift();
            cost += _model.Objective.CraneSlots * CraneSlots();
        }

        if (_model.Objective.Travel > 0 || _model.Direction != 0)
        {
            cost += _model.Objective.Travel * Roads();
        }

        Cost = cost;
        Work += Count >> 3;
    }

    /// <summary>What the end of a vessel costs.</summary>
    public long CostOf(int vessel, int end) => (_model.CompletionRate[vessel] * end) + (_model.LatenessRate[vessel] * Math.Max(0, end - _model.Due[vessel]));

    /// <summary>Sections travelled; counts ways in a forbidden direction as late.</summary>
    private long Roads()
    {
        long roads = 0;
        var cranes = _model.Model.Problem.Cranes;
        var positions = _model.Model.Position;
        Array.Fill(_last, -1);
        for (var index = 0; index < Count; index++)
        {
            var crane = _crane[index];
            var position = positions[_order[index]];
            if (_last[crane] >= 0)
            {
                var way = position - positions[_order[_last[crane]]];
                roads += Math.Abs(way);
                Late += way * _model.Direction < 0 ? 1 : 0;
                Late += IsAmbiguous(_last[crane], index) ? 1 : 0;
            }
            else if (cranes[crane].Start is { } begin)
            {
                roads += Math.Abs((long)begin - position);
            }

            _last[crane] = index;
        }

        for (var crane = 0; crane < cranes.Length; crane++)
        {
            if (_last[crane] >= 0 && cranes[crane].Final is { } final)
            {
                roads += Math.Abs((long)final - positions[_order[_last[crane]]]);
            }
        }

        return roads;
    }

    /// <summary>Whether a plan would not tell which of two tasks of no length comes first, other than by their index.</summary>
    private bool IsAmbiguous(int before, int after) =>
        _start[before] == _start[after] && _end[before] == _end[after] && _model.Model.TaskOf[_order[before]] > _model.Model.TaskOf[_order[after]];

    private long CraneSlots()
    {
        long slots = 0;
        Array.Fill(_firstStart, -1);
        Array.Fill(_last, -1);
        for (var index = 0; index < Count; index++)
        {
            var crane = _crane[index];
            _firstStart[crane] = _firstStart[crane] < 0 ? _shifted[index] : _firstStart[crane];
            _last[crane] = index;
        }

        for (var crane = 0; crane < _last.Length; crane++)
        {
            slots += _last[crane] >= 0 ? _end[_last[crane]] - _firstStart[crane] : 0;
        }

        return slots;
    }

    /// <summary>Moves all tasks but each crane's last as late as nobody minds, so that cranes come on duty later.</summary>
    private void Shift()
    {
        Array.Fill(_last, -1);
        for (var index = Count - 1; index >= 0; index--)
        {
            var (task, crane, handling) = (_order[index], _crane[index], Handling(index));
            var isLast = _last[crane] < 0;
            _last[crane] = index;
            _shifted[index] = _start[index];
            if (isLast || _model.Model.Problem.Tasks[_model.Model.TaskOf[task]].Pin?.Start is not null)
            {
                continue;
            }

            var end = Math.Min(_model.IsByVessel ? _trackEnd[_model.Vessel[task]] : Makespan, _model.Model.LatestEnd[(task * _model.Cranes) + crane]);
            for (var next = index + 1; next < Count; next++)
            {
                var way = Way(_place[index], crane, _place[next], _crane[next]);
                end = way >= 0 ? Math.Min(end, _shifted[next] - _model.Travel(way)) : end;
            }

            foreach (var after in _model.Model.Successors[task])
            {
                end = _rank[after] >= 0 ? Math.Min(end, _shifted[_rank[after]]) : end;
            }

            foreach (var partner in _model.Apart[task])
            {
                end = _rank[partner] > index ? Math.Min(end, _shifted[_rank[partner]]) : end;
            }

            var start = end - handling;
            start = _model.HasOutages ? _model.FitBack(crane, start, handling) : start;
            _shifted[index] = Math.Max(_start[index], start);
        }
    }

    /// <summary>Difference of places that one task must wait for another; -1 when they do not conflict.</summary>
    public static int Way(int place, int crane, int otherPlace, int otherCrane)
    {
        var way = crane < otherCrane ? place - otherPlace : crane > otherCrane ? otherPlace - place : Math.Abs(place - otherPlace);
        return way > 0 || crane == otherCrane ? way : -1;
    }
}
