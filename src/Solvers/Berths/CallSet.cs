namespace BerthOpt.Berths;

/// <summary>Some of the calls, in the order in which they were added.</summary>
/// <param name="calls">Number of all calls.</param>
internal sealed class CallSet(int calls)
{
    private readonly int[] _calls = new int[calls];
    private readonly bool[] _isIn = new bool[calls];
    private int _count;

    public ReadOnlySpan<int> Calls => _calls.AsSpan(0, _count);

    public void Add(int call)
    {
        if (!_isIn[call])
        {
            _isIn[call] = true;
            _calls[_count++] = call;
        }
    }

    public void Add(ReadOnlySpan<int> calls)
    {
        foreach (var call in calls)
        {
            Add(call);
        }
    }

    public void Clear()
    {
        foreach (var call in Calls)
        {
            _isIn[call] = false;
        }

        _count = 0;
    }
}
