namespace BerthOpt.Cranes;

/// <summary>
/// When the work of some tasks can be done at the earliest. Positions nearer to each other than k clearances hold at most k cranes at
/// once, so their work, and the ways between them, take k cranes' time from when those can be there.
/// </summary>
internal sealed class WindowBound
{
    // Above so many positions, ways inside windows are left out.
    private const int MostWithWays = 150;
    private const int MostLevels = 16;

    private readonly ListModel _model;
    private readonly CraneModel _base;
    private readonly int[] _least;
    private readonly int[] _release;
    private readonly long[] _begin;
    private readonly long[] _sorted;

    public WindowBound(ListModel model)
    {
        (_model, _base) = (model, model.Model);
        _least = [.. Enumerable.Range(0, model.Tasks).Select(model.LeastHandling)];
        _release = [.. Enumerable.Range(0, model.Tasks).Select(task => model.Allowed[task].Length == 0 ? 0 : model.Allowed[task].Min(crane => _base.Release[(task * model.Cranes) + crane]))];
        _begin = new long[model.Cranes];
        _sorted = new long[model.Cranes];
    }

    /// <summary>No plan ends the tasks of a vessel before this.</summary>
    /// <param name="vessel">The vessel; -1 for all tasks.</param>
    public long Of(int vessel)
    {
        int[] tasks = [.. Enumerable.Range(0, _model.Tasks).Where(task => vessel < 0 || _model.Vessel[task] == vessel)];
        if (tasks.Length == 0)
        {
            return 0;
        }

        var bound = tasks.Max(task => Alone(task));
        int[] levels = [.. tasks.Select(task => _release[task]).Distinct().Order()];
        var step = (levels.Length + MostLevels - 1) / MostLevels;
        for (var level = 0; level < levels.Length; level += step)
        {
            int[] later = [.. tasks.Where(task => _release[task] >= levels[level])];
            bound = Math.Max(bound, OfLevel(later, levels[level]));
        }

        return bound;
    }

    private long Alone(int task) => _model.Allowed[task].Length == 0 ? 0 : _model.Allowed[task].Min(crane => (long)_base.Release[(task * _model.Cranes) + crane] + _base.Handling[(task * _model.Cranes) + crane]);

    /// <summary>The best window of tasks that are all ready at a slot, given by position.</summary>
    private long OfLevel(int[] tasks, int ready)
    {
        var positions = new List<long>();
        var sums = new List<long> { 0 };
        foreach (var task in tasks)
        {
            if (positions.Count == 0 || positions[^1] != _base.Position[task])
            {
                positions.Add(_base.Position[task]);
                sums.Add(sums[^1]);
            }

            sums[^1] += _least[task];
        }

        long bound = 0;
        for (var cranes = 1; cranes <= _model.Cranes; cranes++)
        {
            var isAll = cranes == _model.Cranes;
            var width = (long)cranes * _base.Clearance;
            var last = 0;
            for (var first = 0; first < positions.Count && !(isAll && first > 0); first++)
            {
                last = Math.Max(last, first);
                while (last + 1 < positions.Count && (isAll || positions[last + 1] - positions[first] < width))
                {
                    last++;
                }

                if (isAll || width > 0)
                {
                    var ways = Ways(positions, first, last);
                    var load = sums[last + 1] - sums[first] + (cranes == 1 && !isAll ? Math.Max(ways, Turns(positions, first, last)) : ways);
                    bound = Math.Max(bound, TimeFor(load, cranes, positions[first], positions[last], ready));
                }
            }
        }

        return bound;
    }

    /// <summary>Slots travelled between the positions of a window: each gap is passed, but for one less than there are cranes.</summary>
    private long Ways(List<long> positions, int first, int last)
    {
        if (_base.TravelSlots == 0 || positions.Count > MostWithWays || last - first < _model.Cranes)
        {
            return 0;
        }

        var gaps = new long[last - first];
        for (var index = first; index < last; index++)
        {
            gaps[index - first] = positions[index + 1] - positions[index];
        }

        Array.Sort(gaps);
        return _base.Travel(gaps.AsSpan(0, gaps.Length - (_model.Cranes - 1)).ToArray().Sum());
    }

    /// <summary>
    /// Slots lost where one crane at a time can work: each position but the first costs the way there, or another crane's from where it stands clear.
    /// </summary>
    private long Turns(List<long> positions, int first, int last)
    {
        var least = _base.Clearance - (positions[last] - positions[first]);
        for (var index = first; index < last; index++)
        {
            least = Math.Min(least, positions[index + 1] - positions[index]);
        }

        return (last - first) * _base.Travel(least);
    }

    /// <summary>When the cranes that can be there first have worked a load off.</summary>
    private long TimeFor(long load, int cranes, long first, long last, int ready)
    {
        var all = _base.Problem.Cranes;
        for (var crane = 0; crane < all.Length; crane++)
        {
            var way = all[crane].Start is { } start ? Math.Max(0, Math.Max(first - start, start - last)) : 0;
            _begin[crane] = Math.Max(ready, all[crane].Ready + _base.Travel(way));
        }

        _begin.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        long sum = 0;
        var time = long.MaxValue;
        for (var count = 1; count <= cranes; count++)
        {
            sum += _sorted[count - 1];
            // All of the first cranes at work until then; true where the next one comes later.
            time = Math.Min(time, Math.Max(_sorted[count - 1], (load + sum + count - 1) / count));
        }

        return load == 0 ? ready : time;
    }
}
