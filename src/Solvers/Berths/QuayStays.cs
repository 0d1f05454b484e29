using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// What lies in the way at one quay as a list, in the order of time: placed calls and closures. Where few calls lie for long, they are
/// read faster than the rows that they fill, and they say when room may appear.
/// </summary>
internal sealed class QuayStays
{
    private readonly int[] _calls;
    private readonly int[] _from;
    private readonly int[] _until;
    private readonly int[] _cell;
    private readonly int[] _end;
    private readonly int[] _met;
    private readonly long[] _byEnd;
    private readonly ClosedCells[] _closures;
    private readonly int _hullGap;
    private readonly int _timeGap;
    private int _longest;

    /// <summary>A quay without calls.</summary>
    /// <param name="calls">Number of calls.</param>
    /// <param name="closures">Cells that are closed.</param>
    /// <param name="hullGap">Cells of room that hulls keep to each other, and not to closures.</param>
    /// <param name="timeGap">Slots between two stays, which closures do not ask for.</param>
    public QuayStays(int calls, ClosedCells[] closures, int hullGap, int timeGap)
    {
        (_closures, _hullGap, _timeGap) = (closures, hullGap, timeGap);
        _calls = new int[calls];
        _from = new int[calls];
        _until = new int[calls];
        _cell = new int[calls];
        _end = new int[calls];
        _met = new int[calls];
        _byEnd = new long[calls + closures.Length];
    }

    /// <summary>Number of calls in the list.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a call that takes the slots <c>[from, until)</c> and the cells <c>[cell, end)</c>, clearances included.</summary>
    public void Add(int call, int from, int until, int cell, int end)
    {
        var place = FirstFrom(from);
        Shift(place, place + 1, Count - place);
        (_calls[place], _from[place], _until[place], _cell[place], _end[place]) = (call, from, until, cell, end);
        _longest = Math.Max(_longest, until - from);
        Count++;
    }

    /// <summary>Takes a call out that was added with the same first slot.</summary>
    public void Remove(int call, int from)
    {
        var place = FirstFrom(from);
        place += _calls.AsSpan(place, Count - place).IndexOf(call);
        Count--;
        Shift(place + 1, place, Count - place);
    }

    /// <summary>Number of calls that are looked at to find those in the way of a stay.</summary>
    public int Near(int from, int until) => FirstFrom(until) - FirstFrom(from - _longest) + _closures.Length;

    /// <summary>Lists what is in the way of a stay that takes the slots <c>[from, until)</c>, clearance included, the last to end first.</summary>
    /// <returns>Number of calls and closures.</returns>
    public int Meet(int from, int until)
    {
        var (first, end) = (FirstFrom(from - _longest), FirstFrom(until));
        var met = Meetings.Find<Simd>(_from.AsSpan(first, end - first), _until.AsSpan(first), from, until, _met);
        for (var index = 0; index < met; index++)
        {
            _byEnd[index] = -((long)_until[first + _met[index]] << 32) + first + _met[index];
        }

        for (var closure = 0; closure < _closures.Length; closure++)
        {
            if (_closures[closure].From < until - _timeGap && from < _closures[closure].To)
            {
                _byEnd[met++] = -((long)_closures[closure].To << 32) + _calls.Length + closure;
            }
        }

        _byEnd.AsSpan(0, met).Sort();
        return met;
    }

    /// <summary>Takes the cells out of a set from which on a hull of <paramref name="width"/> cells would lie where one is that <see cref="Meet"/> listed.</summary>
    /// <returns>The slot from which on it is no longer in the way.</returns>
    public int Exclude(int index, Span<ulong> cells, int width)
    {
        var place = unchecked((int)_byEnd[index]);
        var isCall = place < _calls.Length;
        var (cell, end, until) = isCall
            ? (_cell[place] - width - _hullGap + 1, _end[place], _until[place])
            : (_closures[place - _calls.Length].First - width + 1, _closures[place - _calls.Length].End, _closures[place - _calls.Length].To);
        var first = Math.Max(0, cell);
        BitRows.Clear(cells, cells.Length, 0, 1, first, Math.Min(cells.Length << 6, end) - first);
        return until;
    }

    /// <summary>The first place in the list at which a stay begins in a slot or later.</summary>
    private int FirstFrom(int slot)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = _from[middle] < slot ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Shift(int source, int target, int length)
    {
        foreach (var array in (ReadOnlySpan<int[]>)[_calls, _from, _until, _cell, _end])
        {
            array.AsSpan(source, length).CopyTo(array.AsSpan(target));
        }
    }
}
