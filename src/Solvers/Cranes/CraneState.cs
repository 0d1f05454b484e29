using System.Runtime.CompilerServices;

namespace BerthOpt.Cranes;

/// <summary>
/// The working plan of search over lists: tasks in a row, each with a crane. Of two tasks that conflict the earlier in the list is done
/// first, and each starts as soon as it can. So every acyclic order of conflicts is some list, and one pass gives all starts: of each
/// crane only its last task that is in the way counts, because no crane can outrun its own travel. One thread's own.
/// </summary>
internal sealed partial class CraneState
{
    /// <summary>An end that no plan reaches.</summary>
    public const int Beyond = CraneProblem.MaxHorizon + 1;

    private readonly ListModel _model;
    private readonly int[] _order;
    private readonly int[] _crane;
    private readonly int[] _rank;
    private readonly int[] _place;
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly int[] _lower;
    private readonly int[] _higher;
    private readonly int[] _last;
    private int _valid;
    private int _weighed;
    private readonly int[] _least;
    private readonly int[] _most;

    public CraneState(ListModel model)
    {
        _model = model;
        var tasks = model.Tasks;
        (_order, _crane, _rank, _place) = (new int[tasks], new int[tasks], new int[tasks], new int[tasks]);
        (_start, _end, _lower, _higher) = (new int[tasks], new int[tasks], new int[tasks], new int[tasks]);
        _last = new int[model.Cranes];
        (_least, _most) = (new int[model.Cranes], new int[model.Cranes]);
        (_lowerBehind, _higherBehind) = (new int[tasks], new int[tasks]);
        _tails = new int[tasks * model.Tracks];
        _late = new int[tasks];
        _shifted = new int[tasks];
        _trackEnd = new int[model.Tracks];
        _firstStart = new int[model.Cranes];
        Array.Fill(_rank, -1);
        _kept = Kept;
        _saved = [.. _kept.Select(array => new int[array.Length])];
    }

    /// <summary>Tasks in the list.</summary>
    public int Count { get; private set; }

    /// <summary>Work done so far: about a unit for eight looks at a task.</summary>
    public long Work { get; private set; }

    /// <summary>The tasks in their order.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, Count);

    /// <summary>Cranes of the tasks, in the order of the list.</summary>
    public ReadOnlySpan<int> CraneAt => _crane.AsSpan(0, Count);

    public ReadOnlySpan<int> PlaceAt => _place.AsSpan(0, Count);

    public ReadOnlySpan<int> StartAt => _start.AsSpan(0, Count);

    public ReadOnlySpan<int> EndAt => _end.AsSpan(0, Count);

    /// <summary>Index in the list of each task; -1 for those outside.</summary>
    public ReadOnlySpan<int> Rank => _rank;

    public void Charge(long work) => Work += work;

    public void Clear()
    {
        Array.Fill(_rank, -1);
        (Count, _valid, _weighed) = (0, 0, 0);
    }

    /// <summary>Takes over a list as it is.</summary>
    public void Load(ReadOnlySpan<int> order, ReadOnlySpan<int> crane)
    {
        Clear();
        order.CopyTo(_order);
        crane.CopyTo(_crane);
        Count = order.Length;
        Decode();
    }

    /// <summary>Takes over a plan: its tasks by their starts.</summary>
    public void Load(CranePlan plan)
    {
        var model = _model.Model;
        int[] order = [.. Enumerable.Range(0, _model.Tasks)];
        var entries = plan.Assignments;
        Array.Sort(order, (a, b) =>
        {
            var (first, second) = (entries[model.TaskOf[a]], entries[model.TaskOf[b]]);
            var compared = first.Start.CompareTo(second.Start);
            compared = compared != 0 ? compared : first.End.CompareTo(second.End);
            compared = compared != 0 ? compared : Array.BinarySearch(_model.After[a], b) >= 0 ? -1 : Array.BinarySearch(_model.Before[a], b) >= 0 ? 1 : 0;
            return compared != 0 ? compared : a.CompareTo(b);
        });
        Load(order, [.. order.Select(task => entries[model.TaskOf[task]].Crane)]);
    }

    public void Insert(int task, int crane, int at)
    {
        Array.Copy(_order, at, _order, at + 1, Count - at);
        Array.Copy(_crane, at, _crane, at + 1, Count - at);
        (_order[at], _crane[at]) = (task, crane);
        Count++;
        (_valid, _weighed) = (Math.Min(_valid, at), Math.Min(_weighed, Count - 1 - at));
        Work += Count >> 5;
    }

    /// <summary>Takes tasks out of the list.</summary>
    public void Remove(ReadOnlySpan<int> tasks)
    {
        foreach (var task in tasks)
        {
            _order[_rank[task]] = -1;
            _rank[task] = -1;
        }

        var to = 0;
        var behind = Count;
        for (var from = 0; from < Count; from++)
        {
            if (_order[from] < 0)
            {
                _valid = Math.Min(_valid, to);
                behind = from + 1;
            }
            else
            {
                (_order[to], _crane[to]) = (_order[from], _crane[from]);
                to++;
            }
        }

        _weighed = Math.Min(_weighed, Count - behind);
        Count = to;
        Work += Count >> 4;
    }

    /// <summary>Puts the list in the order of its starts, which changes no start.</summary>
    public void SortByStart()
    {
        for (var index = 1; index < Count; index++)
        {
            var (task, crane, start) = (_order[index], _crane[index], _start[index]);
            var to = index;
            for (; to > 0 && _start[to - 1] > start; to--)
            {
                (_order[to], _crane[to], _start[to]) = (_order[to - 1], _crane[to - 1], _start[to - 1]);
            }

            (_order[to], _crane[to], _start[to]) = (task, crane, start);
            if (to < index)
            {
                (_valid, _weighed) = (Math.Min(_valid, to), Math.Min(_weighed, Count - 1 - index));
                Work += (index - to) >> 3;
            }
        }

        Work += Count >> 3;
    }

    /// <summary>Gives each task its start, and the plan its cost; what comes before the first change of the list is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode()
    {
        Begin();
        var cranes = _model.Cranes;
        var release = _model.Model.Release;
        var handlings = _model.Model.Handling;
        for (var index = _valid; index < Count; index++)
        {
            var (task, crane) = (_order[index], _crane[index]);
            var place = _model.Place(task, crane);
            var start = release[(task * cranes) + crane];
            for (var left = 0; left < crane; left++)
            {
                if (_most[left] > place)
                {
                    var other = _last[left];
                    while (_place[other] <= place)
                    {
                        other = _higher[other];
                    }

                    start = Math.Max(start, _end[other] + _model.Travel(_place[other] - place));
                }
            }

            for (var right = crane + 1; right < cranes; right++)
            {
                if (_least[right] < place)
                {
                    var other = _last[right];
                    while (_place[other] >= place)
                    {
                        other = _lower[other];
                    }

                    start = Math.Max(start, _end[other] + _model.Travel(place - _place[other]));
                }
            }

            start = Math.Max(start, AfterOwn(index, crane, place));
            start = AfterPartners(task, index, start);
            var handling = handlings[(task * cranes) + crane];
            start = Math.Min(start, CraneProblem.MaxHorizon);
            start = _model.HasOutages ? _model.Fit(crane, start, handling) : start;
            (_place[index], _start[index]) = (place, start);
            _end[index] = (int)Math.Min((long)start + handling, Beyond);
        }

        Work += (Count >> 3) + (((long)(Count - _valid) * (cranes + 8)) >> 4);
        _valid = Count;
        Price();
    }

    /// <summary>Where the cranes are when the known part of the list is done.</summary>
    private void Begin()
    {
        Array.Fill(_last, -1);
        Array.Fill(_least, int.MaxValue);
        Array.Fill(_most, int.MinValue);
        for (var index = 0; index < _valid; index++)
        {
            var (crane, place) = (_crane[index], _place[index]);
            _rank[_order[index]] = index;
            _last[crane] = index;
            _least[crane] = Math.Min(_least[crane], place);
            _most[crane] = Math.Max(_most[crane], place);
        }

        for (var index = _valid; index < Count; index++)
        {
            _rank[_order[index]] = index;
        }
    }

    /// <summary>When a crane is there from its last task; notes which tasks before were at lower and higher places.</summary>
    private int AfterOwn(int index, int crane, int place)
    {
        var own = _last[crane];
        _last[crane] = index;
        _least[crane] = Math.Min(_least[crane], place);
        _most[crane] = Math.Max(_most[crane], place);
        _lower[index] = own;
        _higher[index] = own;
        if (own < 0)
        {
            return 0;
        }

        if (_place[own] <= place)
        {
            var higher = own;
            while (higher >= 0 && _place[higher] <= place)
            {
                higher = _higher[higher];
            }

            _higher[index] = higher;
        }

        if (_place[own] >= place)
        {
            var lower = own;
            while (lower >= 0 && _place[lower] >= place)
            {
                lower = _lower[lower];
            }

            _lower[index] = lower;
        }

        return _end[own] + _model.Travel(Math.Abs(place - _place[own]));
    }

    private int AfterPartners(int task, int index, int start)
    {
        foreach (var before in _model.Model.Predecessors[task])
        {
            start = _rank[before] >= 0 ? Math.Max(start, _end[_rank[before]]) : start;
        }

        foreach (var partner in _model.Apart[task])
        {
            start = _rank[partner] >= 0 && _rank[partner] < index ? Math.Max(start, _end[_rank[partner]]) : start;
        }

        return start;
    }
}
