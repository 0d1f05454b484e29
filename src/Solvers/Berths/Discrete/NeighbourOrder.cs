namespace BerthOpt.Berths;

/// <summary>
/// Which call may come right behind another at a berth of a group in a best plan: not when the two could change places, ending when
/// they do now, for less, or for as much and in the order of their numbers.
/// </summary>
internal sealed class NeighbourOrder
{
    private readonly DiscreteModel _model;

    // Where calls cost no more than waiting, which of two had better be first does not depend on the time: group by group, the place
    // of each call by slots for each unit of cost (W. E. Smith 1956). Null where it depends on the time.
    private readonly int[]? _ranks;

    public NeighbourOrder(DiscreteModel model)
    {
        _model = model;
        if (!model.WaitingOnly || model.Terms.Any(terms => terms.Wait <= 0))
        {
            return;
        }

        _ranks = new int[model.Cells.Length];
        for (var group = 0; group < model.Groups; group++)
        {
            var row = group * model.Calls;
            var sorted = Enumerable.Range(0, model.Calls).ToArray();
            Array.Sort(sorted, (call, other) =>
            {
                var order = ((Int128)model.Cells[row + call].Occupied * model.Terms[other].Wait).CompareTo((Int128)model.Cells[row + other].Occupied * model.Terms[call].Wait);
                return order != 0 ? order : call.CompareTo(other);
            });
            for (var rank = 0; rank < sorted.Length; rank++)
            {
                _ranks[row + sorted[rank]] = rank;
            }
        }
    }

    /// <summary>Whether calls have ranks: which of two had better be first does not depend on the time.</summary>
    public bool HasRanks => _ranks is not null;

    /// <summary>Rank of a call in a group; of two that are both there, the one of lower rank had better be first.</summary>
    public int RankOf(int group, int call) => _ranks![(group * _model.Calls) + call];

    /// <summary>Whether the second call may come right behind the first one, which starts at <paramref name="start"/>.</summary>
    public bool Allows(int group, int first, int second, int start)
    {
        if (first == second)
        {
            return false;
        }

        var row = group * _model.Calls;
        if (_ranks is not null && _ranks[row + first] < _ranks[row + second])
        {
            return true;
        }

        if (_model.Terms[second].Release > start)
        {
            return true;
        }

        var later = start + _model.Cells[row + second].Occupied;
        return later > _model.Cells[row + first].Latest || (_ranks is null && IsNoDearer(group, first, second, start, later));
    }

    private bool IsNoDearer(int group, int first, int second, int start, int later)
    {
        var now = _model.CostOf(first, group, start) + _model.CostOf(second, group, start + _model.Cells[(group * _model.Calls) + first].Occupied);
        var swapped = _model.CostOf(second, group, start) + _model.CostOf(first, group, later);
        return now < swapped || (now == swapped && first < second);
    }
}
