namespace BerthOpt.Cranes;

/// <summary>
/// Tests whether a state can still be ended in time. Any window of positions no longer than k clearances is worked on by at most k
/// chains of cranes at once: crane v + k has left each position of it before crane v starts there. So what is left to do in the window
/// must fit between the earliest starts of the k highest cranes that still come there, and the end.
/// </summary>
internal sealed partial class SweepBound
{
    /// <summary>A state that cannot be ended in time.</summary>
    public const long Never = long.MaxValue;

    // A window counts from this part of the deadline left free.
    private const int Margin = 2;

    private readonly SweepModel _sweep;
    private readonly CraneModel _model;
    private readonly int[] _far;
    private readonly int[] _least;
    private readonly int[] _loads;
    private readonly int[] _release;
    private readonly int[] _caps;
    private readonly int[] _chains;
    private readonly int[] _times;
    private readonly int[] _byTime;
    private readonly int[] _ways;

    public SweepBound(SweepModel sweep)
    {
        _sweep = sweep;
        _model = sweep.Model;
        var (groups, cranes) = (_model.Groups, sweep.Cranes);
        _far = new int[groups * (cranes + 1)];
        _least = new int[groups * groups];
        _loads = new int[groups + 1];
        (_caps, _chains) = (new int[sweep.Stride + 1], new int[sweep.Stride + 1]);
        (_times, _byTime) = (new int[cranes], new int[cranes]);
        _ways = new int[groups * groups];
        for (var group = 0; group < groups; group++)
        {
            _loads[group + 1] = _loads[group];
            for (var task = _model.GroupStart[group]; task < _model.GroupStart[group + 1]; task++)
            {
                _loads[group + 1] += sweep.Load[task];
            }

            for (var other = group; other < groups; other++)
            {
                var length = (long)_model.GroupPosition[other] - _model.GroupPosition[group];
                var least = Math.Min(cranes, (length / _model.Clearance) + 1);
                _least[(group * groups) + other] = (int)least;
                _ways[(group * groups) + other] = sweep.Start[other * sweep.Stride] - sweep.Start[group * sweep.Stride];
            }

            for (int k = 1, far = group - 1; k <= cranes; k++)
            {
                while (far + 1 < groups && _least[(group * groups) + far + 1] <= k)
                {
                    far++;
                }

                _far[(group * (cranes + 1)) + k] = far;
            }
        }

        _release = new int[groups * sweep.Stride];
        for (var group = groups - 1; group >= 0; group--)
        {
            var row = _release.AsSpan(group * sweep.Stride, sweep.Stride);
            row.Fill(int.MaxValue / 4);
            for (var crane = 0; crane < cranes; crane++)
            {
                for (var task = _model.GroupStart[group]; task < _model.GroupStart[group + 1]; task++)
                {
                    if (_model.Can(task, crane))
                    {
                        row[crane] = Math.Min(row[crane], _model.Release[(task * cranes) + crane] * sweep.Scale);
                    }
                }

                if (group + 1 < groups)
                {
                    row[crane] = Math.Min(row[crane], _release[((group + 1) * sweep.Stride) + crane]);
                }
            }
        }
    }

    /// <summary>
    /// How full the windows of what is left are, all together, as far as they are more than half full; <see cref="Never"/> when the state cannot be ended in time.
    /// </summary>
    /// <param name="index">The next event.</param>
    /// <param name="ends">The state's ends less keys.</param>
    /// <param name="done">Tasks of open groups that are done.</param>
    /// <param name="open">Groups that are neither closed nor untouched: the first, and behind the last.</param>
    /// <param name="deadline">Latest end, scaled.</param>
    public long Crowding(int index, ReadOnlySpan<int> ends, ulong done, (int First, int End) open, int deadline)
    {
        var (groups, cranes, stride) = (_model.Groups, _sweep.Cranes, _sweep.Stride);
        Span<int> left = stackalloc int[open.End - open.First + 1];
        left[0] = 0;
        for (var group = open.First; group < open.End; group++)
        {
            var load = 0;
            for (var task = _model.GroupStart[group]; task < _model.GroupStart[group + 1]; task++)
            {
                load += ((done >> _sweep.Bits[task]) & 1) == 0 ? _sweep.Load[task] : 0;
            }

            left[group - open.First + 1] = left[group - open.First] + load;
        }

        if (!Fits(index, ends, left, open, deadline))
        {
            return Never;
        }

        var crowding = 0L;
        var margin = deadline / (long)Margin;
        var tops = _sweep.Top.AsSpan(index * groups, groups);
        var (caps, chains) = (_caps, _chains);
        for (var from = open.First; from < groups; from++)
        {
            // caps[v]: time that cranes below v have together for what lies at this position or behind; chains[v]: each at least that of any lower one,
            // because the lowest crane of a chain may be the one that comes first.
            var starts = _sweep.Start.AsSpan(from * stride, stride);
            var releases = _release.AsSpan(from * stride, stride);
            var (sum, most, sumMost) = (0, 0, 0);
            for (var crane = 0; crane < cranes; crane++)
            {
                var cap = Math.Max(0, deadline - Math.Max(ends[crane] + starts[crane], releases[crane]));
                most = Math.Max(most, cap);
                caps[crane + 1] = sum += cap;
                chains[crane + 1] = sumMost += most;
            }

            var fromLeft = from < open.End ? left[from - open.First] : left[^1] + _loads[from] - _loads[open.End];
            for (var to = from; to < open.End; to++)
            {
                var top = tops[to];
                var k = Math.Min(_least[(from * groups) + to], top + 1);
                if (k > 0)
                {
                    var over = left[to - open.First + 1] - fromLeft - (k == top + 1 ? caps[k] : chains[top + 1] - chains[top + 1 - k]);
                    if (over > 0)
                    {
                        return Never;
                    }

                    crowding += Math.Max(0, over + (k * margin));
                }
                else if (left[to - open.First + 1] - fromLeft > 0)
                {
                    return Never;
                }
            }

            for (var k = 1; k <= cranes; k++)
            {
                var to = _far[(from * (cranes + 1)) + k];
                if (to >= open.End)
                {
                    var load = left[^1] + _loads[to + 1] - _loads[open.End] - fromLeft;
                    var over = load - (k == cranes ? caps[k] : chains[cranes] - chains[cranes - k]);
                    if (over > 0)
                    {
                        return Never;
                    }

                    crowding += Math.Max(0, over + (k * margin));
                }
            }
        }

        return crowding;
    }
}
