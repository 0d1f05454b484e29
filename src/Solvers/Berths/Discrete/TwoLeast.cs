namespace BerthOpt.Berths;

/// <summary>The least value met so far, and the least one of any other call.</summary>
internal struct TwoLeast
{
    private long _first;
    private long _second;
    private int _firstNode;
    private int _secondNode;
    private int _firstCall;

    /// <summary>Nothing met yet but a value that belongs to no call and no node.</summary>
    public TwoLeast(long value)
    {
        (_first, _second) = (value, long.MaxValue);
        (_firstNode, _secondNode, _firstCall) = (-1, -1, -1);
    }

    /// <summary>Meets a value of a node of a call.</summary>
    public void Meet(long value, int node, int call)
    {
        if (value < _first)
        {
            if (call != _firstCall)
            {
                (_second, _secondNode) = (_first, _firstNode);
            }

            (_first, _firstNode, _firstCall) = (value, node, call);
        }
        else if (value < _second && call != _firstCall)
        {
            (_second, _secondNode) = (value, node);
        }
    }

    /// <summary>The least value of another call than this, and its node.</summary>
    public readonly (long Value, int Node) Other(int call) => call == _firstCall ? (_second, _secondNode) : (_first, _firstNode);
}
