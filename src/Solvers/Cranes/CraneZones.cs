namespace BerthOpt.Cranes;

/// <summary>
/// First plans that split the rail into zones, one a crane: each crane takes positions from one end on until its time is up. With a seam,
/// the last few positions of a zone are shared with the next crane such that the loads come out even: swept in one direction, the next
/// crane has left the seam long before the first one arrives there.
/// </summary>
internal sealed class CraneZones
{
    // 2^14 subsets of a seam at the most.
    private const int MostSeam = 14;

    private readonly ListModel _model;
    private readonly CraneModel _base;
    private readonly long[] _load;
    private readonly int[] _craneOf;
    private readonly int[] _left;

    public CraneZones(ListModel model)
    {
        (_model, _base) = (model, model.Model);
        _load = new long[_base.Groups];
        _craneOf = new int[_base.Groups];
        _left = new int[_base.Groups];
        for (var group = 0; group < _base.Groups; group++)
        {
            for (var task = _base.GroupStart[group]; task < _base.GroupStart[group + 1]; task++)
            {
                _load[group] += model.LeastHandling(task);
            }
        }
    }

    /// <summary>Crane of each task when zones touch but share nothing; the longest zone is as short as can be.</summary>
    public int[] Plain()
    {
        long low = 0;
        var high = _load.Sum() + _base.Travel(_base.GroupPosition[^1] - (long)_base.GroupPosition[0]);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = TrySplit(middle) ? (low, middle) : (middle + 1, high);
        }

        TrySplit(low);
        return Cranes();
    }

    /// <summary>Crane of each task when neighbouring zones share a seam.</summary>
    public int[] Seamed()
    {
        var cranes = _model.Cranes;
        long rest = 0;
        var count = _base.Groups;
        for (var group = 0; group < count; group++)
        {
            _left[group] = group;
            rest += _load[group];
        }

        var road = _base.Travel(_base.GroupPosition[^1] - (long)_base.GroupPosition[0]);
        var target = (rest + road + cranes - 1) / cranes;
        for (var crane = 0; crane < cranes - 1 && count > 0; crane++)
        {
            var road1 = road / cranes;
            count = FillOne(crane, count, target - road1);
            rest = 0;
            for (var index = 0; index < count; index++)
            {
                rest += _load[_left[index]];
            }

            target = Math.Max(target, ((rest + cranes - crane - 2) / (cranes - crane - 1)) + road1);
        }

        for (var index = 0; index < count; index++)
        {
            _craneOf[_left[index]] = cranes - 1;
        }

        return Cranes();
    }

    /// <summary>Gives a crane the first of the positions left, and of those in the seam the set that fills it best; what stays is moved together.</summary>
    private int FillOne(int crane, int count, long capacity)
    {
        long all = 0;
        for (var index = 0; index < count; index++)
        {
            all += _load[_left[index]];
        }

        if (all <= capacity)
        {
            for (var index = 0; index < count; index++)
            {
                _craneOf[_left[index]] = crane;
            }

            return 0;
        }

        long load = 0;
        var whole = 0;
        while (whole < count && load + _load[_left[whole]] <= capacity)
        {
            load += _load[_left[whole++]];
        }

        // Half of the seam, by number, is behind the first position that is too much.
        var seam = Math.Min(MostSeam, Math.Min(whole, 2 * (count - whole)));
        var first = whole - (seam / 2);
        for (var index = first; index < whole; index++)
        {
            load -= _load[_left[index]];
        }

        seam = Math.Min(seam, count - first);
        var (best, mask) = (-1L, 0);
        for (var subset = 0; subset < 1 << seam && best < capacity; subset++)
        {
            var sum = load;
            for (var bit = 0; bit < seam; bit++)
            {
                sum += (subset >> bit & 1) * _load[_left[first + bit]];
            }

            if (sum <= capacity && sum > best)
            {
                (best, mask) = (sum, subset);
            }
        }

        var stay = 0;
        for (var index = 0; index < count; index++)
        {
            var group = _left[index];
            if (index < first || (index < first + seam && (mask >> (index - first) & 1) == 1))
            {
                _craneOf[group] = crane;
            }
            else
            {
                _left[stay++] = group;
            }
        }

        return stay;
    }

    private bool TrySplit(long most)
    {
        var crane = 0;
        long load = 0;
        var begin = 0;
        for (var group = 0; group < _base.Groups; group++)
        {
            var road = load == 0 ? 0 : _base.Travel(_base.GroupPosition[group] - (long)_base.GroupPosition[begin]);
            if (load + _load[group] + road > most || !CanDo(group, crane))
            {
                if (load > 0 || !CanDo(group, crane))
                {
                    crane++;
                }

                while (crane < _model.Cranes && !CanDo(group, crane))
                {
                    crane++;
                }

                if (crane >= _model.Cranes || _load[group] > most)
                {
                    return false;
                }

                (load, begin) = (0, group);
            }

            load += _load[group];
            _craneOf[group] = crane;
        }

        return true;
    }

    private bool CanDo(int group, int crane)
    {
        for (var task = _base.GroupStart[group]; task < _base.GroupStart[group + 1]; task++)
        {
            if (_base.Can(task, crane))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tasks that the crane of their zone cannot do go to the next one that can.</summary>
    private int[] Cranes() => [.. Enumerable.Range(0, _model.Tasks).Select(task =>
    {
        var wanted = Math.Min(_craneOf[_base.GroupOf[task]], _model.Cranes - 1);
        return _model.Allowed[task].MinBy(crane => Math.Abs(crane - wanted));
    })];
}
