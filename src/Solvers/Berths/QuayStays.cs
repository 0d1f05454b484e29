using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>The placed calls of one quay as a list: where few calls lie for long, they are read faster than the rows that they fill.</summary>
internal sealed class QuayStays(int calls)
{
    private readonly int[] _calls = new int[calls];
    private readonly int[] _from = new int[calls];
    private readonly int[] _until = new int[calls];
    private readonly int[] _cell = new int[calls];
    private readonly int[] _end = new int[calls];
    private readonly int[] _met = new int[calls];
    private readonly int[] _indexOf = new int[calls];

    /// <summary>Number of calls in the list.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a call that takes the slots <c>[from, until)</c> and the cells <c>[cell, end)</c>, clearances included.</summary>
    public void Add(int call, int from, int until, int cell, int end)
    {
        (_calls[Count], _from[Count], _until[Count], _cell[Count], _end[Count]) = (call, from, until, cell, end);
        _indexOf[call] = Count++;
    }

    /// <summary>Takes a call out; the last one takes its place.</summary>
    public void Remove(int call)
    {
        var (index, last) = (_indexOf[call], --Count);
        (_calls[index], _from[index], _until[index], _cell[index], _end[index]) = (_calls[last], _from[last], _until[last], _cell[last], _end[last]);
        _indexOf[_calls[index]] = index;
    }

    /// <summary>The first end of the calls that stood in the way at the last <see cref="Exclude"/>: no cell comes free before; <see cref="int.MaxValue"/> when none did.</summary>
    public int NextEnd { get; private set; }

    /// <summary>Takes the cells out of a set from which on <paramref name="width"/> cells are taken at some slot of <c>[from, until)</c>.</summary>
    /// <returns>Number of calls that stood in the way.</returns>
    public int Exclude(Span<ulong> cells, int width, int from, int until)
    {
        var met = Meetings.Find<Simd>(_from.AsSpan(0, Count), _until, from, until, _met);
        NextEnd = int.MaxValue;
        foreach (var index in _met.AsSpan(0, met))
        {
            NextEnd = Math.Min(NextEnd, _until[index]);
            var first = Math.Max(0, _cell[index] - width + 1);
            BitRows.Clear(cells, cells.Length, 0, 1, first, Math.Min(cells.Length << 6, _end[index]) - first);
        }

        return met;
    }
}
