using System.Runtime.CompilerServices;

namespace BerthOpt.Berths;

/// <content>
/// The two moves. Exchange swaps a run of calls at one berth with a run at another, either of which may be empty: relocation, swap,
/// chains and tails alike. Rotate swaps two neighbouring runs at one berth.
/// </content>
internal sealed partial class DiscreteState<TCost>
{
    /// <summary>The limit of an exact change of cost.</summary>
    public const long NoLimit = 1L << 61;

    /// <summary>
    /// Change of cost when the <paramref name="length"/> calls from <paramref name="place"/> at <paramref name="berth"/> change places
    /// with the <paramref name="otherLength"/> calls from <paramref name="otherPlace"/> at another berth; exact up to
    /// <paramref name="limit"/>, else some number above it. <see cref="long.MaxValue"/> when a call may not lie there.
    /// </summary>
    public long ProposeExchange(int berth, int place, int length, int other, int otherPlace, int otherLength, long limit)
    {
        var from = _first[berth] + place;
        var otherFrom = _first[other] + otherPlace;
        var delta = Swap(berth, from, length, other, otherFrom, otherLength, NoLimit);
        return delta == long.MaxValue ? delta : Add(delta, Swap(other, otherFrom, otherLength, berth, from, length, limit - delta));
    }

    /// <summary>Does the exchange.</summary>
    public void ApplyExchange(int berth, int place, int length, int other, int otherPlace, int otherLength)
    {
        Discount(berth, place, place + length);
        Discount(other, otherPlace, otherPlace + otherLength);
        var run = _slots.AsSpan(_first[berth] + place, length);
        var otherRun = _slots.AsSpan(_first[other] + otherPlace, otherLength);
        run.CopyTo(_left);
        otherRun.CopyTo(_right);
        Replace(berth, place, length, _right.AsSpan(0, otherLength));
        Replace(other, otherPlace, otherLength, _left.AsSpan(0, length));
        Settle(berth, place, place + otherLength);
        Settle(other, otherPlace, otherPlace + length);
    }

    /// <summary>
    /// Change of cost when the <paramref name="length"/> calls from <paramref name="place"/> change places with the
    /// <paramref name="nextLength"/> calls behind them.
    /// </summary>
    public long ProposeRotate(int berth, int place, int length, int nextLength)
    {
        var from = _first[berth] + place;
        var middle = from + length;
        var to = middle + nextLength;
        var free = _slots[from - 1].End;
        var delta = Lay(middle, to, _row[berth], ref free) + Lay(from, middle, _row[berth], ref free);
        return delta + Shift(to, _first[berth] + _count[berth], _row[berth], free, NoLimit);
    }

    /// <summary>Does the rotation.</summary>
    public void ApplyRotate(int berth, int place, int length, int nextLength)
    {
        Discount(berth, place, place + length + nextLength);
        var run = _slots.AsSpan(_first[berth] + place, length + nextLength);
        run[..length].CopyTo(_left);
        run[length..].CopyTo(run);
        _left.AsSpan(0, length).CopyTo(run[nextLength..]);
        Settle(berth, place, place + length + nextLength);
    }

    private static long Add(long delta, long more) => more == long.MaxValue ? more : delta + more;

    // Change of cost at a berth that gives up a run for another berth's run, with the cost of the given-up run taken off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Swap(int berth, int from, int length, int other, int otherFrom, int otherLength, long limit)
    {
        var row = _row[berth];
        var free = _slots[from - 1].End;
        long delta = 0;
        for (var slot = otherFrom; slot < otherFrom + otherLength; slot++)
        {
            var call = _slots[slot].Call;
            ref readonly var cell = ref _cells[row + call];
            if (cell.Occupied < 0)
            {
                return long.MaxValue;
            }

            ref readonly var terms = ref _terms[call];
            var start = Math.Max(free, terms.Release);
            free = start + cell.Occupied;
            if (row == _row[other] && free == _slots[slot].End)
            {
                // At an equal berth the rest of the run goes on as it did there.
                free = _slots[otherFrom + otherLength - 1].End;
                break;
            }

            delta += TCost.Of(terms, cell, start, _penalty) - _slots[slot].Cost;
        }

        if (delta > limit && free >= _slots[from + length - 1].End)
        {
            return delta;
        }

        return delta + Shift(from + length, _first[berth] + _count[berth], row, free, Math.Max(0, limit - delta));
    }

    // Change of cost of the slots [from, to) when they are laid one after another from `free` on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Lay(int from, int to, int row, ref int free)
    {
        long delta = 0;
        for (var slot = from; slot < to; slot++)
        {
            ref readonly var old = ref _slots[slot];
            ref readonly var terms = ref _terms[old.Call];
            ref readonly var cell = ref _cells[row + old.Call];
            var start = Math.Max(free, terms.Release);
            free = start + cell.Occupied;
            delta += TCost.Of(terms, cell, start, _penalty) - old.Cost;
        }

        return delta;
    }

    private void Replace(int berth, int place, int length, ReadOnlySpan<Slot> run)
    {
        if (run.Length != length)
        {
            var behind = _count[berth] - place - length;
            _slots.AsSpan(_first[berth] + place + length, behind).CopyTo(_slots.AsSpan(_first[berth] + place + run.Length));
            _count[berth] += run.Length - length;
        }

        run.CopyTo(_slots.AsSpan(_first[berth] + place));
    }
}
