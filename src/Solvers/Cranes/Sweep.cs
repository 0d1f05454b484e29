using BerthOpt.Kernels;
using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// One pass over the events of a sweep with all states that can end by a deadline, or the most promising ones of them. A pass that never had
/// to leave one out and comes to no end proves that no upward plan ends by the deadline.
/// </summary>
internal sealed class Sweep
{
    private const int MostCompared = 64;
    private const int MostPlans = 16;

    private readonly SweepModel _sweep;
    private readonly SweepBound _bound;
    private readonly SweepTrail _trail = new();
    private SweepStates _now;
    private SweepStates _next;
    private readonly int[] _row;
    private int[] _order = [];
    private long[] _keys = [];
    private int _width;
    private int _index;
    private int _state;

    public Sweep(SweepModel sweep)
    {
        _sweep = sweep;
        _bound = new SweepBound(sweep);
        (_now, _next) = (new SweepStates(sweep.Stride), new SweepStates(sweep.Stride));
        _row = new int[sweep.Stride];
    }

    /// <summary>Latest end of plans that are looked for, in slots; may be lowered at any time.</summary>
    public int Deadline { get; set; }

    public SweepModel Model => _sweep;

    /// <summary>Most states kept behind each event.</summary>
    public int Width => _width;

    /// <summary>Whether states were left out for want of width.</summary>
    public bool Cut { get; private set; }

    /// <summary>States made in this pass.</summary>
    public long Made { get; private set; }

    public long Peak { get; private set; }

    /// <summary>Whether the pass is over.</summary>
    public bool Ended => _index == _sweep.Events.Length || _now.Count == 0;

    /// <summary>Starts a pass.</summary>
    public void Begin(int deadline, int width)
    {
        (Deadline, _width, _index, _state, Cut, Made, Peak) = (deadline, width, 0, 0, false, 0, 0);
        _trail.Clear();
        _now.Clear();
        _next.Clear();
        var first = _now.Reserve();
        _now.Row(first).Fill(int.MinValue / 4);
        (_now.Done[first], _now.Parent[first], _now.Worst[first]) = (0, -1, 0);
        _now.Count++;
        Lift(_now.Row(first), 0);
    }

    /// <summary>Goes on with the pass.</summary>
    /// <param name="work">Work to do; what was done more is left negative.</param>
    /// <param name="stop">When to end early.</param>
    public void Run(ref long work, StopMonitor? stop)
    {
        while (work > 0 && !Ended)
        {
            var at = _sweep.Events[_index];
            var open = Open(_index + 1);
            for (var steps = 0; _state < _now.Count && work > 0; _state++)
            {
                var made = Made;
                Expand(at, open, _state);
                work -= 1 + Made - made;
                if ((++steps & 255) == 0 && stop is { IsStopped: true })
                {
                    return;
                }
            }

            if (_state == _now.Count)
            {
                Close(at);
            }
        }
    }

    /// <summary>Whether the pass has come to plans.</summary>
    public bool Found => _index == _sweep.Events.Length && _now.Count > 0;

    /// <summary>The least makespan of the plans that a pass has come to; without the rules that sweeps leave out it may be too small.</summary>
    public int Makespan => _now.Worst.AsSpan(0, _now.Count).ToArray().Min();

    /// <summary>The plans at the end of a pass, best first: the crane of each task of the model.</summary>
    public IEnumerable<int[]> Plans() => Enumerable.Range(0, _now.Count).OrderBy(state => _now.Worst[state]).Take(MostPlans).Select(state => _trail.Read(_sweep, state));

    /// <summary>The least deadline that the bound alone does not refute; behind the latest when there is none.</summary>
    public int LeastDeadline(int latest)
    {
        Begin(latest, 1);
        var (low, high) = (0, latest + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_bound.Crowding(0, _now.Row(0), 0, Open(0), middle * _sweep.Scale) == SweepBound.Never)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Groups that before an event are neither closed nor untouched.</summary>
    private (int First, int End) Open(int index)
    {
        var tops = _sweep.Top.AsSpan(index * _sweep.Model.Groups, _sweep.Model.Groups);
        var first = 0;
        while (first < tops.Length && tops[first] < 0)
        {
            first++;
        }

        var end = first;
        while (end < tops.Length && tops[end] < _sweep.Cranes - 1)
        {
            end++;
        }

        return (first, end);
    }

    private void Expand(SweepEvent at, (int First, int End) open, int state)
    {
        var done = _now.Done[state];
        var ready = _now.Row(state)[at.Crane];
        Choose(at, open, state, 0, done, ready, _now.Worst[state]);
    }

    /// <summary>Goes through all sets of tasks that the crane may take, in the order of the steps.</summary>
    private void Choose(SweepEvent at, (int First, int End) open, int state, int step, ulong done, int ready, int worst)
    {
        for (; step < at.Steps.Length; step++)
        {
            var task = at.Steps[step];
            if ((done & task.Bit) != 0 || (task.BeforeMask & ~done) != 0)
            {
                continue;
            }

            var start = Math.Max(CeilingOf(ready + at.Key), task.Release);
            var end = start + task.Handling;
            if (end <= task.LatestEnd && end <= Deadline)
            {
                Choose(at, open, state, step + 1, done | task.Bit, (end * _sweep.Scale) - at.Key, Math.Max(worst, end));
            }
        }

        if ((at.LastMask & ~done) == 0)
        {
            Add(at, open, state, done, ready, worst);
        }
    }

    private int CeilingOf(int scaled) => _sweep.Scale == 1 ? scaled : (int)Math.Ceiling(scaled / (double)_sweep.Scale);

    private void Add(SweepEvent at, (int First, int End) open, int state, ulong done, int ready, int worst)
    {
        Made++;
        var row = _row.AsSpan();
        _now.Row(state).CopyTo(row);
        for (var crane = 0; crane <= at.Crane && done != _now.Done[state]; crane++)
        {
            row[crane] = Math.Max(row[crane], ready);
        }

        if (at.Closes)
        {
            done &= ~at.GroupMask;
        }

        Lift(row, _index + 1);
        var compared = 0;
        for (var other = _next.Bucket(done); other >= 0 && compared < MostCompared; other = _next.Next(other))
        {
            if (_next.Done[other] != done)
            {
                continue;
            }

            compared++;
            var there = _next.Row(other);
            if (RowOrder.AtMost<Simd>(there, row))
            {
                return;
            }

            if (RowOrder.AtMost<Simd>(row, there))
            {
                row.CopyTo(there);
                (_next.Parent[other], _next.Worst[other]) = (state, worst);
                _next.Score[other] = Score(row, done, open);
                return;
            }
        }

        var score = Score(row, done, open);
        if (score == SweepBound.Never)
        {
            return;
        }

        var added = _next.Reserve();
        row.CopyTo(_next.Row(added));
        (_next.Done[added], _next.Parent[added], _next.Worst[added], _next.Score[added]) = (done, state, worst, score);
        _next.Count++;
        _next.Link(added);
    }

    private long Score(ReadOnlySpan<int> row, ulong done, (int First, int End) open) =>
        _bound.Crowding(_index + 1, row, done, open, Deadline * _sweep.Scale);

    /// <summary>Raises what is too small to matter.</summary>
    private void Lift(Span<int> row, int index) => RowOrder.Raise<Simd>(row, _sweep.Floors.AsSpan(index * _sweep.Stride, _sweep.Stride));

    private void Close(SweepEvent at)
    {
        Peak = Math.Max(Peak, _next.Count);
        if (_next.Count > _width)
        {
            Cut = true;
            Keep();
        }

        _trail.Push(_next, _next.Count);
        (_now, _next) = (_next, _now);
        _next.Clear();
        _index++;
        _state = 0;
    }

    /// <summary>Leaves only the most promising states.</summary>
    private void Keep()
    {
        var count = _next.Count;
        if (_order.Length < count)
        {
            (_order, _keys) = (new int[count * 2], new long[count * 2]);
        }

        for (var state = 0; state < count; state++)
        {
            (_order[state], _keys[state]) = (state, _next.Score[state]);
        }

        Array.Sort(_keys, _order, 0, count);
        Array.Sort(_order, 0, _width);
        for (var place = 0; place < _width; place++)
        {
            var from = _order[place];
            _next.Row(from).CopyTo(_next.Row(place));
            _next.Done[place] = _next.Done[from];
            _next.Parent[place] = _next.Parent[from];
            _next.Worst[place] = _next.Worst[from];
        }

        _next.Count = _width;
    }
}
