using System.Runtime.CompilerServices;

namespace BerthOpt.Cranes;

/// <summary>
/// Makes a list as time goes on: whenever cranes become free, those between two busy ones are sent, in their order and at their distances, to the
/// tasks that are worth the most together. A task is worth its price for each slot that it takes the crane, more where the rail lags behind.
/// </summary>
internal sealed partial class Dispatch
{
    // A crane is sent to a task that it must wait for by this part of a usual task at the most.
    private const int Patience = 8;

    private readonly ListModel _model;
    private readonly CraneModel _base;
    private readonly double[] _speed;
    private readonly double[] _load;
    private readonly int[] _slots;
    private readonly int[] _releases;
    private readonly int[][] _behind;
    private readonly int _longest;
    private readonly int[] _freeAt;
    private readonly int[] _at;
    private readonly int[] _end;
    private readonly int[] _before;
    private readonly double[] _left;
    private readonly double[] _hurry;
    private readonly double[] _price;
    private readonly double[] _best;
    private readonly int[] _bestAt;
    private readonly int[] _task;
    private readonly int[] _previous;
    private readonly int[] _order;
    private readonly int[] _crane;
    private DispatchWishes _wishes;
    private int _count;
    private int _now;

    public Dispatch(ListModel model)
    {
        (_model, _base) = (model, model.Model);
        var (tasks, cranes, groups) = (model.Tasks, model.Cranes, _base.Groups);
        _slots = [.. Enumerable.Range(0, tasks).Select(task => Math.Max(1, model.LeastHandling(task)))];
        _speed = [.. _base.Handling.Select((handling, at) => handling > 0 ? _slots[at / cranes] / (double)handling : 1)];
        _load = new double[groups];
        for (var task = 0; task < tasks; task++)
        {
            _load[_base.GroupOf[task]] += _slots[task];
        }

        _releases = [.. Enumerable.Range(0, tasks).Select(task => model.Allowed[task].Min(crane => _base.Release[(task * cranes) + crane])).Distinct().Order()];
        _behind = [.. Enumerable.Range(0, cranes).Select(Behind)];
        _longest = model.Travel(_base.Position[^1] - _base.Position[0] + (_base.Clearance * cranes));
        (_freeAt, _at, _end, _before) = (new int[cranes], new int[cranes], new int[tasks], new int[tasks]);
        (_left, _hurry, _price) = (new double[groups], new double[groups], new double[tasks]);
        (_best, _bestAt) = (new double[cranes * groups], new int[cranes * groups]);
        (_task, _previous) = (new int[cranes * groups], new int[cranes * groups]);
        (_order, _crane) = (new int[tasks], new int[tasks]);
        _wishes = new DispatchWishes(cranes, groups);
    }

    /// <summary>Looks so far: at a crane at a position, or at what a crane must wait for.</summary>
    public long Cells { get; private set; }

    public ReadOnlySpan<int> Order => _order;

    /// <summary>Cranes in the order of the list.</summary>
    public ReadOnlySpan<int> CraneAt => _crane;

    /// <summary>When the last task of a position ends.</summary>
    public int EndOf(int group)
    {
        var end = 0;
        for (var task = _base.GroupStart[group]; task < _base.GroupStart[group + 1]; task++)
        {
            end = Math.Max(end, _end[task]);
        }

        return end;
    }

    /// <summary>Makes a list.</summary>
    /// <param name="prices">Prices of the tasks, such that all cranes together earn one in a slot at the most.</param>
    /// <param name="wishes">What else is to count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Build(ReadOnlySpan<double> prices, DispatchWishes wishes)
    {
        (_wishes, _count, _now) = (wishes, 0, 0);
        Array.Clear(_freeAt);
        Array.Fill(_at, -1);
        Array.Fill(_end, -1);
        _load.CopyTo(_left, 0);
        for (var task = 0; task < _price.Length; task++)
        {
            _before[task] = _base.Predecessors[task].Length;
            _price[task] = (prices[task] / _slots[task]) + (wishes.Floor / _model.Cranes);
        }

        for (var group = 0; group < _left.Length; group++)
        {
            Hurry(group);
        }

        var (release, since) = (0, -1);
        while (_count < _order.Length)
        {
            Send(since, false);
            while (release < _releases.Length && _releases[release] <= _now)
            {
                release++;
            }

            var next = release < _releases.Length ? _releases[release] : int.MaxValue;
            foreach (var free in _freeAt)
            {
                next = free > _now ? Math.Min(next, free) : next;
            }

            if (next == int.MaxValue && _count < _order.Length)
            {
                // Nobody is at work: whatever must be waited for.
                Send(-1, true);
            }
            else
            {
                // Tasks that become ready are there for cranes that had none.
                since = release < _releases.Length && _releases[release] == next ? -1 : _now;
                _now = next;
            }
        }
    }

    /// <summary>For each position the last one from which cranes at both are so many clearances apart.</summary>
    private int[] Behind(int clearances)
    {
        var behind = new int[_base.Groups];
        for (int group = 0, other = -1; group < behind.Length; group++)
        {
            while (other + 1 < behind.Length && _base.GroupPosition[other + 1] <= _base.GroupPosition[group] - ((long)clearances * _base.Clearance))
            {
                other++;
            }

            // Without a clearance two cranes could stand at one position, and would be sent to the same task.
            behind[group] = Math.Min(other, group - 1);
        }

        return behind;
    }

    /// <summary>How much a position counts by what is left there and beside it; only how it compares with others matters.</summary>
    private void Hurry(int group)
    {
        var (left, load) = (_left[group], _load[group]);
        for (var other = Math.Max(0, group - 1); other <= Math.Min(group + 1, _left.Length - 1); other += 2)
        {
            (left, load) = (left + (_wishes.Around * _left[other]), load + (_wishes.Around * _load[other]));
        }

        _hurry[group] = Math.Exp(_wishes.Urgency * left / load);
    }

    /// <summary>Sends the free cranes between any two busy ones, where one has become free since a slot.</summary>
    private void Send(int since, bool anyhow)
    {
        for (var first = 0; first < _freeAt.Length; first++)
        {
            var (end, isNew) = (first, false);
            while (end < _freeAt.Length && _freeAt[end] <= _now)
            {
                isNew |= _freeAt[end++] > since;
            }

            if (isNew)
            {
                Send(first, end, anyhow);
            }

            first = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Send(int first, int end, bool anyhow)
    {
        var groups = _base.Groups;
        var (most, last) = (0.0, -1);
        var (from, to) = (first == 0 ? 0 : _base.GroupOf[_at[first - 1]] + 1, end == _freeAt.Length ? groups : _base.GroupOf[_at[end]]);
        for (var crane = first; crane < end; crane++)
        {
            var low = first == 0 ? long.MinValue : _base.Position[_at[first - 1]] + ((long)_base.Clearance * (crane - first + 1));
            var high = end == _freeAt.Length ? long.MaxValue : _base.Position[_at[end]] - ((long)_base.Clearance * (end - crane));
            var (best, bestAt) = (0.0, -1);
            for (var group = from; group < to; group++)
            {
                var cell = (crane * groups) + group;
                var inside = _base.GroupPosition[group] >= low && _base.GroupPosition[group] <= high && _left[group] > 0;
                var worth = inside ? Worth(cell, crane, group, anyhow) : 0;
                if (worth > 0)
                {
                    (worth, _previous[cell]) = Together(worth, crane, group, first, from);
                    (best, bestAt) = worth > best ? (worth, cell) : (best, bestAt);
                }

                (_best[cell], _bestAt[cell]) = (best, bestAt);
            }

            (most, last) = best > most ? (best, bestAt) : (most, last);
            Cells += to - from;
        }

        for (var cell = last; cell >= 0; cell = _previous[cell])
        {
            Take(_task[cell], cell / groups);
        }
    }

    /// <summary>The worth of a crane at a position with the best that the free cranes before it can do beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Worth, int Previous) Together(double worth, int crane, int group, int first, int from)
    {
        var (best, previous) = (0.0, -1);
        for (var other = first; other < crane; other++)
        {
            var behind = _behind[crane - other][group];
            var cell = (other * _base.Groups) + behind;
            if (behind >= from && _best[cell] > best)
            {
                (best, previous) = (_best[cell], _bestAt[cell]);
            }
        }

        return (worth + best, previous);
    }

    /// <summary>What the best task that a crane can begin at a position is worth; 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Worth(int cell, int crane, int group, bool anyhow)
    {
        var best = 0.0;
        for (var task = _base.GroupStart[group]; task < _base.GroupStart[group + 1]; task++)
        {
            var at = (task * _model.Cranes) + crane;
            if (_before[task] > 0 || _end[task] >= 0 || _base.Handling[at] < 0)
            {
                continue;
            }

            Cells += _at.Length;
            var wait = Math.Max(0, Start(task, crane) - _now); // starts end at the greatest slot, the clock does not
            if (anyhow || wait <= _model.MeanHandling / Patience)
            {
                var speed = _speed[at];
                speed *= _wishes.Speed > 1 ? _wishes.Speed > 2 ? speed * speed : speed : 1;
                var worth = _price[task] * speed / (1 + (wait / (_base.Handling[at] + 1.0)));
                if (worth > best)
                {
                    (best, _task[cell]) = (worth, task);
                }
            }
        }

        var stays = _at[crane] >= 0 && _base.GroupOf[_at[crane]] == group;
        return best * _hurry[group] * _wishes.Of[cell] * (stays ? _wishes.Stay : 1);
    }

    private void Take(int task, int crane)
    {
        var group = _base.GroupOf[task];
        _end[task] = (int)Math.Min((long)Start(task, crane) + _base.Handling[(task * _model.Cranes) + crane], CraneState.Beyond);
        (_freeAt[crane], _at[crane]) = (Math.Max(_now + 1, _end[task]), task);
        _left[group] -= _slots[task];
        for (var near = Math.Max(0, group - 1); near <= Math.Min(group + 1, _left.Length - 1); near++)
        {
            Hurry(near);
        }

        foreach (var next in _base.Successors[task])
        {
            _before[next]--;
        }

        (_order[_count], _crane[_count]) = (task, crane);
        _count++;
    }
}
