namespace BerthOpt.Cranes;

/// <summary>Chooses which tasks to take out together: neighbours along the rail, in time, or on the longest way.</summary>
internal sealed class ListRuins
{
    private readonly ListModel _model;
    private readonly CraneState _state;
    private readonly Rng _rng;
    private readonly int[] _chosen;
    private readonly bool[] _isChosen;
    private int _count;

    public ListRuins(ListModel model, CraneState state, Rng rng)
    {
        (_model, _state, _rng) = (model, state, rng);
        _chosen = new int[model.Tasks];
        _isChosen = new bool[model.Tasks];
    }

    /// <summary>Chooses tasks of the list; its tails must be up to date.</summary>
    public ReadOnlySpan<int> Choose(int count)
    {
        _count = 0;
        var seed = Seed();
        Take(seed);
        switch (_rng.Next(4))
        {
            case 0:
                TakeAlong(seed, count);
                break;
            case 1 or 2:
                TakeNear(seed, count);
                break;
            default:
                while (_count < count)
                {
                    Take(Seed());
                    if (_rng.Next(8) == 0)
                    {
                        count--;
                    }
                }

                break;
        }

        foreach (var task in _chosen.AsSpan(0, _count))
        {
            _isChosen[task] = false;
        }

        _state.Charge(2 + _count);
        return _chosen.AsSpan(0, _count);
    }

    private void Take(int task)
    {
        if (!_isChosen[task])
        {
            _isChosen[task] = true;
            _chosen[_count++] = task;
        }
    }

    /// <summary>Often a task on a longest way, else any.</summary>
    private int Seed()
    {
        var index = _rng.Next(_state.Count);
        if (_rng.Next(4) > 0)
        {
            for (var tries = 0; tries < 24 && !IsCritical(index); tries++)
            {
                index = _rng.Next(_state.Count);
            }
        }

        return _state.Order[index];
    }

    private bool IsCritical(int index)
    {
        var tracks = _model.Tracks;
        var tails = _state.Tails.Slice(index * tracks, tracks);
        var start = _state.StartAt[index];
        for (var track = 0; track < tracks; track++)
        {
            if (tails[track] > 0 && start + tails[track] >= _state.TrackEnd[track] && (_model.IsByVessel || _state.Makespan > 0))
            {
                return true;
            }
        }

        return _model.HasLimits && start > _state.LateAt[index];
    }

    /// <summary>Tasks by position, at random within a reach.</summary>
    private void TakeAlong(int seed, int count)
    {
        var reach = (2 * count) + 2;
        for (var tries = 0; _count < count && tries < 4 * count; tries++)
        {
            var task = seed + _rng.Next(-reach, reach + 1);
            if (task >= 0 && task < _model.Tasks && _state.Rank[task] >= 0)
            {
                Take(task);
            }
        }
    }

    /// <summary>Of a few tasks drawn at random each time the one nearest in space and time.</summary>
    private void TakeNear(int seed, int count)
    {
        var positions = _model.Model.Position;
        var rank = _state.Rank;
        var spread = Math.Max(1.0, (double)positions[^1] - positions[0]);
        var time = Math.Max(1.0, _state.Makespan);
        var draws = 3 + _rng.Next(Math.Max(1, _state.Count / 8));
        while (_count < count)
        {
            var (best, least) = (seed, double.MaxValue);
            for (var draw = 0; draw < draws; draw++)
            {
                var task = _state.Order[_rng.Next(_state.Count)];
                var distance = (4 * Math.Abs(positions[task] - (double)positions[seed]) / spread) + (Math.Abs(_state.StartAt[rank[task]] - (double)_state.StartAt[rank[seed]]) / time);
                if (!_isChosen[task] && distance < least)
                {
                    (best, least) = (task, distance);
                }
            }

            _state.Charge(draws >> 2);
            Take(best);
            if (best == seed)
            {
                break;
            }
        }
    }
}
