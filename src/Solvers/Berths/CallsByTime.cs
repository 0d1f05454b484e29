using System.Numerics;

namespace BerthOpt.Berths;

/// <summary>
/// The placed calls by the time of their start, and those without a place: what lies near a time is found without a walk over all
/// calls, however long the horizon is. Lists are linked through arrays, so that a change costs the same everywhere.
/// </summary>
internal sealed class CallsByTime
{
    private const int LeastShift = 4;
    private const int MostBuckets = 4096;

    private readonly int _shift;
    private readonly int[] _first;
    private readonly int[] _next;
    private readonly int[] _previous;

    /// <summary>All calls without a place.</summary>
    /// <param name="calls">Number of calls.</param>
    /// <param name="horizon">Slots; every start is below.</param>
    public CallsByTime(int calls, int horizon)
    {
        _shift = Math.Max(LeastShift, BitOperations.Log2((uint)Math.Max(1, horizon / MostBuckets)) + 1);
        _first = new int[(horizon >> _shift) + 2];
        _next = new int[calls];
        _previous = new int[calls];
        Array.Fill(_first, -1);
        for (var call = calls - 1; call >= 0; call--)
        {
            Link(call, Waiting);
        }
    }

    private int Waiting => _first.Length - 1;

    /// <summary>Moves a call from those without a place to those that start at a slot.</summary>
    public void Place(int call, int start)
    {
        Unlink(call, Waiting);
        Link(call, start >> _shift);
    }

    /// <summary>The reverse of <see cref="Place"/>.</summary>
    public void Remove(int call, int start)
    {
        Unlink(call, start >> _shift);
        Link(call, Waiting);
    }

    /// <summary>Lists the calls that start in <c>[from, to)</c>, with some that start little outside it.</summary>
    /// <returns>Their number.</returns>
    public int Find(int from, int to, Span<int> found)
    {
        var count = 0;
        var last = Math.Min((to - 1) >> _shift, Waiting - 1);
        for (var bucket = Math.Max(0, from >> _shift); bucket <= last; bucket++)
        {
            for (var call = _first[bucket]; call >= 0; call = _next[call])
            {
                found[count++] = call;
            }
        }

        return count;
    }

    /// <summary>The first of the calls without a place; -1 when there is none.</summary>
    public int FirstWithout => _first[Waiting];

    /// <summary>The next call in the list of another one; -1 behind the last.</summary>
    public int NextOf(int call) => _next[call];

    private void Link(int call, int list)
    {
        var first = _first[list];
        (_next[call], _previous[call]) = (first, -1);
        if (first >= 0)
        {
            _previous[first] = call;
        }

        _first[list] = call;
    }

    private void Unlink(int call, int list)
    {
        var (previous, next) = (_previous[call], _next[call]);
        if (previous >= 0)
        {
            _next[previous] = next;
        }
        else
        {
            _first[list] = next;
        }

        if (next >= 0)
        {
            _previous[next] = previous;
        }
    }
}
