namespace BerthOpt.Berths;

/// <summary>What a lane does when it shares one plan with others, each working at another part of the horizon (<see cref="TimeSlices"/>).</summary>
internal sealed partial class RuinAndRecreate
{
    private bool _isSharing;

    /// <summary>Whether there is a plan to go on from.</summary>
    public bool HasBegun => _built == _model.Calls.Length;

    /// <summary>Whether it waits for the first plan, which lane 0 makes.</summary>
    public bool IsWaiting => _isSharing && _lane > 0 && _built == 0;

    /// <summary>Whether the temperature has fallen to the end of its cycle.</summary>
    public bool IsCold => _cycles.IsOver;

    /// <summary>Whether a call that must be planned has no place yet.</summary>
    public bool IsMissingCalls => _state.Missing > 0;

    public ReadOnlySpan<Placement> At => _state.At;

    /// <summary>Calls whose place has changed since <see cref="Agree"/>.</summary>
    public ReadOnlySpan<int> Changed => _changed.Calls;

    /// <summary>From now on the lane shares its plan: it leaves the first one to lane 0, and cools by work.</summary>
    public void Share() => _isSharing = true;

    /// <summary>Limits what it does next to some calls, and to a part of the horizon.</summary>
    public void SetSlice(int from, int until, ReadOnlySpan<int> members)
    {
        (_insertion.From, _insertion.Until) = (from, until);
        _ruins.Limit(members);
    }

    /// <summary>Takes what another lane has changed into its plan.</summary>
    /// <returns>False, and all is as before, when both together leave some call without cranes.</returns>
    public bool TryMerge(RuinAndRecreate other)
    {
        Replace(other.Changed, other.At);
        if (_state.HasCranes())
        {
            _changed.Add(other.Changed);
            _stale.Add(other.Changed);
            return true;
        }

        Restore(other.Changed);
        return false;
    }

    /// <summary>Makes its plan that of another lane, where either has changed.</summary>
    public void Follow(RuinAndRecreate other)
    {
        _built = _model.Calls.Length;
        _changed.Add(other.Changed);
        Replace(_changed.Calls, other.At);
        _stale.Add(_changed.Calls);
    }

    /// <summary>The best plan of all lanes becomes the best of this one.</summary>
    public void TakeBest(RuinAndRecreate other)
    {
        BestCost = other.BestCost;
        other._best.CopyTo(_best, 0);
        _bestIsOther = true;
    }

    /// <summary>Keeps the plan as it stands when it is the best.</summary>
    public void Keep() => KeepIfBest();

    /// <summary>All lanes have the same plan: begins to note changes anew.</summary>
    public void Agree() => _changed.Clear();

    /// <summary>Begins the next cycle of temperature, from the plan as it stands or from the best one.</summary>
    public void Heat(bool fromBest)
    {
        if (fromBest && BestCost != long.MaxValue)
        {
            LoadBest();
        }

        _cycles.BeginShared(BestCost == long.MaxValue ? _state.Cost : BestCost);
    }

    private void Replace(ReadOnlySpan<int> calls, ReadOnlySpan<Placement> placements)
    {
        foreach (var call in calls)
        {
            _before[call] = _state.At[call];
        }

        Put(calls, placements);
    }
}
