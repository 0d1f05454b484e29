namespace BerthOpt.Cranes;

/// <summary>Where the states of each event came from, so that a plan can be read back from its last state.</summary>
internal sealed class SweepTrail
{
    private readonly List<int[]> _parents = [];
    private readonly List<ulong[]> _done = [];
    private int _events;

    public void Clear() => _events = 0;

    public void Push(SweepStates states, int count)
    {
        if (_events == _parents.Count)
        {
            _parents.Add([]);
            _done.Add([]);
        }

        if (_parents[_events].Length < count)
        {
            (_parents[_events], _done[_events]) = (new int[count], new ulong[count]);
        }

        Array.Copy(states.Parent, _parents[_events], count);
        Array.Copy(states.Done, _done[_events], count);
        _events++;
    }

    /// <summary>The crane of each task of the model, for a state behind the last event.</summary>
    public int[] Read(SweepModel sweep, int state)
    {
        var cranes = new int[sweep.Model.Tasks];
        for (var index = _events - 1; index >= 0; index--)
        {
            var at = sweep.Events[index];
            var parent = _parents[index][state];
            var before = index == 0 ? 0 : _done[index - 1][parent];
            var after = _done[index][state] | (at.Closes ? at.GroupMask : 0);
            foreach (var step in at.Steps)
            {
                if ((after & ~before & step.Bit) != 0)
                {
                    cranes[step.Task] = at.Crane;
                }
            }

            state = parent;
        }

        return cranes;
    }
}
