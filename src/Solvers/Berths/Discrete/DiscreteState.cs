using System.Runtime.CompilerServices;

namespace BerthOpt.Berths;

/// <summary>One call in the order of a berth.</summary>
internal struct Slot
{
    /// <summary>The call; -1 in front of the first one.</summary>
    public int Call;

    /// <summary>When the next call can start.</summary>
    public int End;

    /// <summary>Cost, with the penalty.</summary>
    public long Cost;
}

/// <summary>
/// The order of calls at each berth, with the start and cost of each. Moves are proposed without changing anything: what follows
/// a change is gone through only until a call ends when it did before, since from there on all is as it was.
/// </summary>
/// <typeparam name="TCost">What a start costs.</typeparam>
internal sealed partial class DiscreteState<TCost>
    where TCost : struct, IStartCost
{
    // At a berth with more calls than this, moves look for a place among as many near a time.
    private const int Window = 3;

    private readonly DiscreteModel _model;
    private readonly CallTerms[] _terms;
    private readonly Cell[] _cells;

    // Each berth has a stretch of slots; the one in front of the stretch says when the berth opens.
    private readonly Slot[] _slots;
    private readonly int[] _first;
    private readonly int[] _count;
    private readonly int[] _row;
    private readonly int[] _berthOf;
    private readonly int[] _placeOf;
    private readonly Slot[] _left;
    private readonly Slot[] _right;
    private long _penalty;

    public DiscreteState(DiscreteModel model)
    {
        _model = model;
        _terms = model.Terms;
        _cells = model.Cells;
        _penalty = model.Penalty;
        var berths = model.Berths.Length;
        _first = new int[berths];
        _count = new int[berths];
        _row = new int[berths];
        _berthOf = new int[model.Calls];
        _placeOf = new int[model.Calls];
        _left = new Slot[model.Calls];
        _right = new Slot[model.Calls];
        var room = new int[berths];
        foreach (var targets in model.Targets)
        {
            foreach (var berth in targets)
            {
                room[berth]++;
            }
        }

        var next = 0;
        for (var berth = 0; berth < berths; berth++)
        {
            _first[berth] = next + 1;
            _row[berth] = model.Berths[berth].Group * model.Calls;
            next += room[berth] + 1;
        }

        _slots = new Slot[next];
        Clear();
    }

    /// <summary>Cost of the orders, the penalty for exceeded limits included and the problem's constant left out.</summary>
    public long Cost { get; private set; }

    /// <summary>Slots by which starts exceed their limits, over all calls; 0 for a valid plan.</summary>
    public long Excess { get; private set; }

    /// <summary>Cost of a slot of <see cref="Excess"/>.</summary>
    public long Penalty
    {
        get => _penalty;
        set
        {
            _penalty = value;
            Recompute();
        }
    }

    /// <summary>Number of calls at a berth.</summary>
    public int CountAt(int berth) => _count[berth];

    /// <summary>Berth of a call.</summary>
    public int BerthOf(int call) => _berthOf[call];

    /// <summary>Place of a call in the order of its berth.</summary>
    public int PlaceOf(int call) => _placeOf[call];

    /// <summary>The call at a place in the order of a berth.</summary>
    public int CallAt(int berth, int place) => _slots[_first[berth] + place].Call;

    /// <summary>Start of a call.</summary>
    public int StartOf(int call) => _slots[_first[_berthOf[call]] + _placeOf[call]].End - _cells[_row[_berthOf[call]] + call].Occupied;

    /// <summary>A random place from 0 to <paramref name="last"/> in the order of a berth, at long orders one near a time.</summary>
    public int Near(int berth, int time, uint draw, int last)
    {
        if (last <= Window)
        {
            return (int)(((ulong)draw * (uint)(last + 1)) >> 32);
        }

        var first = _first[berth];
        int low = 0, high = last;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_slots[first + middle].End <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        low -= Window / 2;
        return Math.Clamp(low + (int)(((ulong)draw * (uint)(Window + 1)) >> 32), 0, last);
    }

    /// <summary>Whether a call may lie at a berth.</summary>
    public bool Allows(int call, int berth) => _cells[_row[berth] + call].Occupied >= 0;

    /// <summary>Takes all calls away.</summary>
    public void Clear()
    {
        Array.Clear(_count);
        for (var berth = 0; berth < _first.Length; berth++)
        {
            _slots[_first[berth] - 1] = new Slot { Call = -1, End = _model.Open[_model.Berths[berth].Group] };
        }

        Cost = 0;
        Excess = 0;
    }

    /// <summary>What appending a call to a berth would cost.</summary>
    public long ProposeAppend(int call, int berth)
    {
        ref readonly var terms = ref _terms[call];
        return TCost.Of(terms, _cells[_row[berth] + call], Math.Max(_slots[_first[berth] + _count[berth] - 1].End, terms.Release), _penalty);
    }

    /// <summary>Appends a call that lies nowhere yet to a berth that it may lie at.</summary>
    public void Append(int call, int berth)
    {
        var place = _count[berth]++;
        _slots[_first[berth] + place] = new Slot { Call = call };
        Settle(berth, place, place + 1);
    }

    /// <summary>Works everything out anew from the orders alone.</summary>
    public void Recompute()
    {
        Cost = 0;
        Excess = 0;
        for (var berth = 0; berth < _count.Length; berth++)
        {
            var free = _slots[_first[berth] - 1].End;
            for (var slot = _first[berth]; slot < _first[berth] + _count[berth]; slot++)
            {
                var call = _slots[slot].Call;
                ref readonly var cell = ref _cells[_row[berth] + call];
                var start = Math.Max(free, _terms[call].Release);
                free = start + cell.Occupied;
                _slots[slot].End = free;
                _slots[slot].Cost = TCost.Of(_terms[call], cell, start, _penalty);
                Cost += _slots[slot].Cost;
                Excess += TCost.HasLimits ? Math.Max(0, start - cell.Latest) : 0;
            }
        }
    }

    // Change of cost of the slots [from, to) of a row of cells when the first of them can start at `free`; gives up, with some
    // number above it, when the change exceeds a limit of at least 0. With a later start all costs grow, with an earlier one none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Shift(int from, int to, int row, int free, long limit)
    {
        long delta = 0;
        for (var slot = from; slot < to; slot++)
        {
            ref readonly var old = ref _slots[slot];
            ref readonly var terms = ref _terms[old.Call];
            ref readonly var cell = ref _cells[row + old.Call];
            var start = Math.Max(free, terms.Release);
            free = start + cell.Occupied;
            if (free == old.End)
            {
                break;
            }

            delta += TCost.Of(terms, cell, start, _penalty) - old.Cost;
            if (delta > limit)
            {
                break;
            }
        }

        return delta;
    }

    // Brings the slots of a berth from a place on up to date, after those in front of `changedTo` have got other calls.
    private void Settle(int berth, int from, int changedTo)
    {
        var first = _first[berth];
        var row = _row[berth];
        var free = _slots[first + from - 1].End;
        for (var place = from; place < _count[berth]; place++)
        {
            ref var slot = ref _slots[first + place];
            ref readonly var terms = ref _terms[slot.Call];
            ref readonly var cell = ref _cells[row + slot.Call];
            var start = Math.Max(free, terms.Release);
            free = start + cell.Occupied;
            if (place >= changedTo)
            {
                if (free == slot.End)
                {
                    break;
                }

                Cost -= slot.Cost;
                Excess -= TCost.HasLimits ? Math.Max(0, slot.End - cell.Occupied - cell.Latest) : 0;
            }

            slot.End = free;
            slot.Cost = TCost.Of(terms, cell, start, _penalty);
            Cost += slot.Cost;
            Excess += TCost.HasLimits ? Math.Max(0, start - cell.Latest) : 0;
        }

        for (var place = from; place < _count[berth]; place++)
        {
            var call = _slots[first + place].Call;
            _placeOf[call] = place;
            _berthOf[call] = berth;
        }
    }

    // Takes the slots of a run out of the sums, before they get other calls.
    private void Discount(int berth, int from, int to)
    {
        for (var slot = _first[berth] + from; slot < _first[berth] + to; slot++)
        {
            Cost -= _slots[slot].Cost;
            if (TCost.HasLimits)
            {
                ref readonly var cell = ref _cells[_row[berth] + _slots[slot].Call];
                Excess -= Math.Max(0, _slots[slot].End - cell.Occupied - cell.Latest);
            }
        }
    }
}
