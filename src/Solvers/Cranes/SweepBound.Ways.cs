namespace BerthOpt.Cranes;

/// <content>
/// The ways inside windows. A chain of cranes whose first one is v and that works as far up as position h has, for all it does there, only the
/// time until the end less the key of (h, v). All chains lose the same with h, so it is best that those with the most time go up
/// highest, and each no higher than where those before it cannot do all that lies behind: going down from the end of a window, all
/// windows with that end are tested in one row.
/// </content>
internal sealed partial class SweepBound
{
    private bool Fits(int index, ReadOnlySpan<int> ends, ReadOnlySpan<int> left, (int First, int End) open, int deadline)
    {
        var (groups, cranes, stride) = (_model.Groups, _sweep.Cranes, _sweep.Stride);
        if (open.First == groups)
        {
            return true;
        }

        var starts = _sweep.Start.AsSpan(open.First * stride, stride);
        var releases = _release.AsSpan(open.First * stride, stride);
        var limit = 0;
        for (var crane = 0; crane < cranes; crane++)
        {
            limit = Math.Max(limit, deadline - releases[crane]);
            var time = deadline - ends[crane] - starts[crane];
            var place = crane;
            for (; place > 0 && _times[place - 1] < time; place--)
            {
                (_times[place], _byTime[place]) = (_times[place - 1], _byTime[place - 1]);
            }

            (_times[place], _byTime[place]) = (time, crane);
        }

        var tops = _sweep.Top.AsSpan(index * groups, groups);
        for (var to = open.First; to < groups; to++)
        {
            var (most, next, chains) = (tops[to] + 1, 0, 0);
            var (load, room) = (0, 0);
            for (var from = to; from >= open.First; from--)
            {
                load += from < open.End ? left[from - open.First + 1] - left[from - open.First] : _loads[from + 1] - _loads[from];
                while (load > room)
                {
                    while (next < cranes && _byTime[next] >= most)
                    {
                        next++;
                    }

                    if (next == cranes || chains == _least[(from * groups) + to])
                    {
                        return false;
                    }

                    var more = Math.Min(limit, _times[next++] - _ways[(open.First * groups) + from]);
                    if (more <= 0)
                    {
                        return false;
                    }

                    room += more;
                    chains++;
                }
            }
        }

        return true;
    }
}
