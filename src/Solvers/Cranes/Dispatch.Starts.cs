using System.Runtime.CompilerServices;

namespace BerthOpt.Cranes;

/// <content>When a crane that is sent can begin.</content>
internal sealed partial class Dispatch
{
    /// <summary>When a crane can begin a task, as far as the last task of each crane tells; the list's own starts are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Start(int task, int crane)
    {
        var handling = _base.Handling[(task * _model.Cranes) + crane];
        long start = Math.Max(_now, _base.Release[(task * _model.Cranes) + crane]);
        var place = _model.Place(task, crane);
        for (var other = 0; other < _at.Length; other++)
        {
            // Cranes at work are not in the way of those that are sent, and others only as long as they may take to go.
            if (_freeAt[other] <= _now && _now - _freeAt[other] <= _longest && _at[other] >= 0)
            {
                var way = CraneState.Way(place, crane, _model.Place(_at[other], other), other);
                start = way >= 0 ? Math.Max(start, (long)_end[_at[other]] + _model.Travel(way)) : start;
            }
        }

        foreach (var before in _base.Predecessors[task])
        {
            start = Math.Max(start, _end[before]);
        }

        foreach (var partner in _model.Apart[task])
        {
            start = Math.Max(start, _end[partner]);
        }

        var first = (int)Math.Min(start, CraneProblem.MaxHorizon);
        return _model.HasOutages ? Math.Min(_model.Fit(crane, first, handling), CraneProblem.MaxHorizon) : first;
    }
}
