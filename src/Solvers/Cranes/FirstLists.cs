namespace BerthOpt.Cranes;

/// <summary>First lists for search: zones swept in either direction, and tasks put in one by one where they cost least.</summary>
internal sealed class FirstLists
{
    // Above it insertion one by one takes too long.
    private const int MostInserted = 1500;
    private const int MostInsertedAnyhow = 600;

    private readonly ListModel _model;
    private readonly CraneState _state;
    private readonly ListInsertion _insertion;

    public FirstLists(ListModel model, CraneState state, ListInsertion insertion) => (_model, _state, _insertion) = (model, state, insertion);

    /// <summary>Leaves the best first list in the state.</summary>
    /// <param name="variant">Which way insertion goes; lanes differ.</param>
    public void Build(int variant)
    {
        var zones = new CraneZones(_model);
        var plain = zones.Plain();
        var seamed = zones.Seamed();
        var best = long.MaxValue;
        int[] order = [];
        int[] cranes = [];
        void Keep()
        {
            if (_state.SearchCost < best)
            {
                (best, order, cranes) = (_state.SearchCost, _state.Order.ToArray(), _state.CraneAt.ToArray());
            }
        }

        foreach (var split in (int[][])[seamed, plain])
        {
            foreach (var upward in (bool[])[true, false])
            {
                if (_model.Direction == 0 || upward == _model.Direction > 0)
                {
                    Sweep(split, upward);
                    Keep();
                }
            }
        }

        if (_model.Tasks <= MostInserted && (_model.CompletionRate.Length > 1 || _model.HasLimits || _model.Tasks <= MostInsertedAnyhow))
        {
            InsertAll(variant);
            Keep();
        }

        _state.Load(order, cranes);
    }

    /// <summary>All tasks swept in one direction: whoever is ahead goes first.</summary>
    private void Sweep(int[] craneOf, bool upward)
    {
        var groupOf = _model.Model.GroupOf;
        var order = Arranged(task => (
            upward ? -craneOf[task] : craneOf[task],
            upward ? groupOf[task] : -groupOf[task],
            task));
        _state.Load(order, [.. order.Select(task => craneOf[task])]);
    }

    /// <summary>The tasks by a key, as far as precedences let them.</summary>
    private int[] Arranged(Func<int, (int, int, int)> key)
    {
        var open = new int[_model.Tasks];
        var free = new PriorityQueue<int, (int, int, int)>();
        for (var task = 0; task < _model.Tasks; task++)
        {
            open[task] = _model.Model.Predecessors[task].Length;
            if (open[task] == 0)
            {
                free.Enqueue(task, key(task));
            }
        }

        var order = new int[_model.Tasks];
        var count = 0;
        while (free.TryDequeue(out var task, out _))
        {
            order[count++] = task;
            foreach (var next in _model.Model.Successors[task])
            {
                if (--open[next] == 0)
                {
                    free.Enqueue(next, key(next));
                }
            }
        }

        _state.Charge(count);
        return order;
    }

    /// <summary>Vessels by their ready times, their tasks from one end or by their work.</summary>
    private void InsertAll(int variant)
    {
        var release = new int[_model.Tasks];
        for (var task = 0; task < _model.Tasks; task++)
        {
            release[task] = _model.Allowed[task].Min(crane => _model.Model.Release[(task * _model.Cranes) + crane]);
        }

        var readyOf = new int[_model.CompletionRate.Length];
        Array.Fill(readyOf, int.MaxValue);
        for (var task = 0; task < _model.Tasks; task++)
        {
            ref var ready = ref readyOf[_model.Vessel[task]];
            ready = Math.Min(ready, release[task]);
        }

        var order = Arranged(task => (
            readyOf[_model.Vessel[task]],
            (variant & 3) switch { 0 => task, 1 => -task, 2 => -_model.LeastHandling(task), _ => release[task] },
            task));
        _state.Clear();
        _state.Decode();
        _state.Weigh();
        foreach (var task in order)
        {
            _insertion.Blink = 0;
            _insertion.Find(task);
            _state.Insert(task, _insertion.Crane, _insertion.At);
            _state.Decode();
            _state.Weigh();
        }
    }
}
