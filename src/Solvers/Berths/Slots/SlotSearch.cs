using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>Looks at every placement of the last call of a model, beside the others where a plan has them, once for each slot that is sought.</summary>
internal sealed class SlotSearch
{
    private readonly BerthModel _model;
    private readonly BerthState _state;
    private readonly CallModel _call;
    private readonly SlotOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly int _index;
    private readonly int _slotsApart;
    private readonly int _sectionsApart;
    private readonly int _makespan;
    private readonly List<Placement> _found = [];
    private Placement _best;
    private long _bestCost;

    /// <param name="model">A problem in which all calls but the last are held where they are.</param>
    /// <param name="plan">Where they are.</param>
    /// <param name="options">What is sought.</param>
    /// <param name="cancellation">Ends the search.</param>
    public SlotSearch(BerthModel model, BerthPlan plan, SlotOptions options, CancellationToken cancellation)
    {
        (_model, _options, _cancellation) = (model, options, cancellation);
        _index = model.Calls.Length - 1;
        _call = model.Calls[_index];
        _slotsApart = options.SlotsApart ?? (int)Math.Max(1, Math.Ceiling(60 / model.Problem.Grid.MinutesPerSlot));
        _sectionsApart = options.SectionsApart ?? model.Problem.Calls[_index].Length;
        var placements = new Placement[model.Calls.Length];
        if (!BerthPlanReader.TryRead(model, new BerthPlan(plan.Assignments.Append(null)), placements))
        {
            throw new InvalidOperationException("A valid plan has a placement that the model does not know.");
        }

        CraneSides.Arrange(model, placements);
        _state = new BerthState(model, explicitCranes: true);
        _state.Load(placements);
        _makespan = _state.Makespan;
    }

    /// <summary>The slots, the cheapest first.</summary>
    public IReadOnlyList<Assignment> Run()
    {
        while (_found.Count < _options.Count && TryNext())
        {
            _found.Add(_best);
        }

        return [.. _found.Select(Assign)];
    }

    /// <summary>The cheapest placement that is apart from those that were found.</summary>
    private bool TryNext()
    {
        (_best, _bestCost) = (Placement.None, long.MaxValue);
        for (var start = Math.Max(_call.Earliest, _options.Now); start <= _call.Latest; start++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!_call.MayArrive(start))
            {
                continue;
            }

            for (var zone = 0; zone < _call.Zones.Length; zone++)
            {
                Look(zone, start);
            }
        }

        return _best.Zone >= 0;
    }

    private void Look(int index, int start)
    {
        var zone = _call.Zones[index];
        for (var option = 0; option < zone.Options.Length; option++)
        {
            for (var cell = BitRows.NextSet(zone.Allowed, zone.From, zone.To); cell >= 0; cell = BitRows.NextSet(zone.Allowed, cell + 1, zone.To))
            {
                var slots = zone.Options[option].Slots(cell);
                if (slots > _call.EndLimit - start)
                {
                    continue;
                }

                var placement = new Placement { Zone = index, Option = option, Cell = cell, Start = start, HandlingEnd = start + slots, FirstCrane = -1 };
                if (TryEnd(zone, start + slots, ref placement) && IsBetter(zone, ref placement) && IsApart(zone, placement) && Fits(zone, ref placement))
                {
                    (_best, _bestCost) = (placement, placement.Cost);
                }
            }
        }
    }

    /// <summary>The first slot from a slot on at which the call may leave.</summary>
    private bool TryEnd(Zone zone, int from, ref Placement placement)
    {
        placement.End = from <= _call.EndLimit ? _call.NextDeparture is { } next ? next[from] : from : int.MaxValue;
        if (placement.End > _call.EndLimit)
        {
            return false;
        }

        placement.Cost = zone.Price(placement.Cell)
            + _call.TimeCost(placement.Start, placement.End, placement.HandlingEnd - placement.Start, zone.Options[placement.Option].Cranes)
            + (_model.MakespanRate * Math.Max(0, placement.End - _makespan));
        return true;
    }

    /// <summary>Whether it comes before the best: by cost, start, quay and position.</summary>
    private bool IsBetter(Zone zone, ref Placement placement) =>
        placement.Cost < _bestCost
        || (placement.Cost == _bestCost && placement.Start == _best.Start && (zone.Quay, placement.Cell).CompareTo((_call.Zones[_best.Zone].Quay, _best.Cell)) < 0);

    private bool IsApart(Zone zone, in Placement placement)
    {
        var quay = _model.Quays[zone.Quay];
        foreach (var other in _found)
        {
            var near = zone.Quay == _call.Zones[other.Zone].Quay && Math.Abs(placement.Start - other.Start) < _slotsApart;
            if (near && (quay.IsContinuous ? Math.Abs(placement.Cell - other.Cell) < _sectionsApart : placement.Cell == other.Cell))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it fits beside the others; where caps make it wait with its departure, it leaves as early as it may.</summary>
    private bool Fits(Zone zone, ref Placement placement)
    {
        var cost = placement.Cost;
        while (PlacementFit.IsOpen(_model, _index, placement) && PlacementFit.IsFree(_state, _index, ref placement))
        {
            switch (FullUntil(zone, placement))
            {
                case 0:
                    return true;
                case int.MaxValue:
                    return false;
                case var later:
                    placement.FirstCrane = -1;
                    if (!TryEnd(zone, later, ref placement) || (placement.Cost > cost && !IsBetter(zone, ref placement)))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary>The slot from which its departure may be counted by all caps; 0 when it may as it is, and the greatest number when its start may not.</summary>
    private int FullUntil(Zone zone, in Placement placement)
    {
        foreach (var index in _call.Caps)
        {
            var cap = _model.Caps[index];
            if (cap.Quay is { } quay && quay != zone.Quay)
            {
                continue;
            }

            var (begins, ends) = (placement.Start / cap.PeriodSlots, placement.End / cap.PeriodSlots);
            if (_state.Movements(index, placement.Start) + 1 > cap.Max)
            {
                return int.MaxValue;
            }

            if (_state.Movements(index, placement.End) + (begins == ends ? 2 : 1) > cap.Max)
            {
                return (int)Math.Min((ends + 1L) * cap.PeriodSlots, int.MaxValue - 1);
            }
        }

        return 0;
    }

    private Assignment Assign(Placement placement)
    {
        _state.Place(_index, placement);
        var assignment = _state.ToPlan().Assignments[_index]!.Value;
        _state.Remove(_index);
        return assignment;
    }
}
