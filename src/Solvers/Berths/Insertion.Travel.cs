namespace BerthOpt.Berths;

/// <content>Calls whose cranes need time between calls: no walk along the starts, but a sweep for each first crane.</content>
internal sealed partial class Insertion
{
    private void ScanTravel(CallModel model, int zoneIndex, int optionIndex, int aim, bool exhaustive)
    {
        var zone = model.Zones[zoneIndex];
        var option = zone.Options[optionIndex];
        var pool = _model.Pools[_model.PoolOfQuay[zone.Quay]];
        var limit = Math.Min(model.Latest, model.EndLimit - option.MinSlots);
        var pivot = Math.Max(_leastStart, Math.Min(model.Pivot, limit));
        var latest = LatestBelow(model, zone, option, pivot, limit);
        if (latest < pivot && _leastStart >= pivot)
        {
            return;
        }

        // Off the wish, only some cells are looked at: else the nearest cheap one would win every time.
        var reach = exhaustive ? zone.To - zone.From : 1 + ((zone.To - zone.From) >> 3);
        var choice = new Stretch(zoneIndex, optionIndex, aim, Math.Max(zone.From, aim - reach), Math.Min(zone.To, aim + reach + 1));
        _sweep!.Prepare(zone, option, _leastStart, Math.Max(pivot, latest));
        var work = _sweep.Work;
        var firsts = pool.Pool.Count - option.Cranes + 1;
        var wish = Blink == 0 || firsts <= 1 ? 0 : Wish(pool, pool.RailStart[zone.Quay] + aim, option.Cranes) % firsts;
        for (var turn = 0; turn < firsts; turn++)
        {
            var first = wish + turn < firsts ? wish + turn : wish + turn - firsts;
            if ((model.FirstCrane >= 0 && first != model.FirstCrane) || (firsts > 1 && Blinks()))
            {
                continue;
            }

            if (latest >= pivot)
            {
                Take(choice, model, zone, option, first, _sweep.Earliest(first, option.Cranes, pivot), pivot, latest);
            }

            if (_leastStart < pivot)
            {
                Take(choice, model, zone, option, first, _sweep.Latest(first, option.Cranes, pivot), _leastStart, pivot);
            }
        }

        Work += _sweep.Work - work;
    }

    /// <summary>The last start from the pivot on that can still beat the best place so far; below the pivot when there is none.</summary>
    private int LatestBelow(CallModel model, Zone zone, CraneOption option, int pivot, int limit)
    {
        var (low, high) = (pivot - 1, limit);
        while (low < high)
        {
            var middle = low + ((high - low + 1) >> 1);
            if (zone.MinPlaceCost + Price(model, middle, middle + option.MinSlots, option.MinSlots, option.Cranes) < _bestCost)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        Work += 4;
        return low;
    }

    /// <summary>Prices each cell at its start and keeps the cheapest; of equal ones that nearest to the aim.</summary>
    private void Take(in Stretch choice, CallModel model, Zone zone, CraneOption option, int first, ReadOnlySpan<int> starts, int from, int to)
    {
        Work += (choice.CellTo - choice.CellFrom) >> 2;
        for (var cell = choice.CellFrom; cell < choice.CellTo; cell++)
        {
            var start = starts[cell - zone.From];
            if (start < from || start > to || (zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 0)
            {
                continue;
            }

            var slots = option.Slots(cell);
            if (slots > model.EndLimit - start)
            {
                continue;
            }

            var end = start + slots;
            var place = zone.PlaceCost?[cell] ?? 0;
            var cost = place + Price(model, start, end, slots, option.Cranes);
            if (cost < _bestCost || (cost == _bestCost && _best.Zone == choice.Zone && _best.FirstCrane == first && Math.Abs(cell - choice.Aim) < Math.Abs(_best.Cell - choice.Aim)))
            {
                _bestCost = cost;
                _best = new Placement
                {
                    Zone = choice.Zone,
                    Option = choice.Option,
                    Cell = cell,
                    Start = start,
                    HandlingEnd = end,
                    End = end,
                    FirstCrane = first,
                    Cost = place + model.TimeCost(start, end, slots, option.Cranes),
                };
            }
        }
    }

    /// <summary>The cells that are looked at.</summary>
    private readonly record struct Stretch(int Zone, int Option, int Aim, int CellFrom, int CellTo);
}
