namespace BerthOpt.Berths;

/// <content>The first plan of a lane.</content>
internal sealed partial class RuinAndRecreate
{
    // With many calls the plan by arrival is far from good: a few more are made, in which some calls let others by, at what cranes are then worth.
    private const int MoreStarts = 2;
    private const double DelayOfStart = 0.4;

    private int _starts;

    /// <summary>Inserts the next call of the plan that is being made.</summary>
    private void Construct()
    {
        if (_built == 0)
        {
            SetOrder();
        }

        _insertion.Charge(1);
        var next = _order[_built++];
        if (!_state.IsPlaced(next))
        {
            _changed.Add(next);
            var startsAtOneTime = _model.Calls[next].Earliest == _model.Calls[next].Latest;
            _insertion.FewestCranes = _sparesCranes && startsAtOneTime;
            if (!TryInsert(next) && startsAtOneTime && !_sparesCranes)
            {
                SpareCranes();
            }

            _insertion.FewestCranes = false;
        }

        if (_built == _model.Calls.Length)
        {
            EndConstruction();
        }
    }

    /// <summary>By arrival in lane 0, by arrival with growing noise in the others; in further starts of lane 0 some calls let others by.</summary>
    private void SetOrder()
    {
        _order = [.. Enumerable.Range(0, _model.Calls.Length)];
        var noise = 1 + (_lane * Math.Min(_model.Horizon >> 4, MostNoise));
        var delays = _starts * DelayOfStart;
        // What can start at one time only goes first: nothing else may take its place.
        var keys = _order.Select(call => (_model.Calls[call].Earliest == _model.Calls[call].Latest ? int.MinValue : 0) + (long)_model.Calls[call].Earliest
            + _rng.Next(noise) + (_starts > 0 ? (long)(delays * _congestion!.Delay(call)) : 0)).ToArray();
        Array.Sort(keys, _order);
    }

    private void EndConstruction()
    {
        KeepIfBest();
        _cycles.SetHeat(BestCost == long.MaxValue ? _state.Cost : BestCost);
        if (_isSharing && _congestion is { Matters: true } && _starts < MoreStarts && BestCost < long.MaxValue)
        {
            _starts++;
            _insertion.CranePrice = _cycles.CranePrice;
            TakeAllOut();
        }
        else if (_starts > 0)
        {
            LoadBest();
        }
    }

    /// <summary>A plan that is given is the first plan.</summary>
    private void BeginWith(ReadOnlySpan<Placement> plan)
    {
        _state.Load(plan);
        _bestIsOther = false;
        _built = _model.Calls.Length;
        for (var call = 0; call < _built; call++)
        {
            _changed.Add(call);
        }

        _cycles.SetHeat(BestCost);
    }

    private bool TryInsert(int call)
    {
        var limit = _model.Calls[call].Optional ? _model.Calls[call].RejectionCost : _model.MissingCost;
        var found = _insertion.TryFind(call, limit, out var placement);
        if (found)
        {
            _state.Place(call, placement);
        }

        return found;
    }

    /// <summary>Calls that can start at one time only may have taken each other's cranes: all of them so far start again with the fewest.</summary>
    private void SpareCranes()
    {
        foreach (var call in _order.AsSpan(0, _built))
        {
            TakeOut(call);
        }

        _sparesCranes = _insertion.FewestCranes = true;
        foreach (var call in _order.AsSpan(0, _built))
        {
            TryInsert(call);
        }
    }
}
