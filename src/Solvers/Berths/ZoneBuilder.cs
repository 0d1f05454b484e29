namespace BerthOpt.Berths;

/// <summary>Finds where a call can lie, what each place costs, and how long handling takes there.</summary>
internal static class ZoneBuilder
{
    public static Zone[] Build(BerthModel model, PlaceLists places, Call call, BaselineEntry? entry, Pin pin)
    {
        var zones = new List<Zone>();
        var row = 0;
        for (var quay = 0; quay < model.Quays.Length; quay++)
        {
            var view = model.Quays[quay];
            if ((pin.Quay is null || pin.Quay == quay) && (view.IsContinuous ? call.Handling.BerthRows == 1 : true))
            {
                foreach (var place in places.Of(call, pin, quay))
                {
                    if (Create(model, call, entry, pin, quay, row, place) is { } zone)
                    {
                        zones.Add(zone);
                    }
                }
            }

            row += view.Quay.Berths.Length;
        }

        return [.. zones.OrderBy(zone => zone.MinPlaceCost)];
    }

    private static Zone? Create(BerthModel model, Call call, BaselineEntry? entry, Pin pin, int quay, int firstRow, PlaceList place)
    {
        var (view, cells, allowed) = (model.Quays[quay], place.Cells, place.Allowed);
        var pool = model.PoolOfQuay[quay];
        if (pin.FirstCrane is not null && (pool < 0 || !model.Pools[pool].IsSpecific || call.Handling.MaxCranes == 0))
        {
            return null; // a pinned crane exists only where cranes have numbers, for calls to which they matter
        }

        var options = Options(call, pin, pool < 0 ? int.MaxValue : model.Pools[pool].Pool.Count, cells, cell => Deviation(call, quay, view, cell), firstRow, view, model.Horizon);
        if (options.Length == 0)
        {
            return null;
        }

        var weights = model.Problem.Objective;
        var prices = Prices(call, entry, weights, quay, view, cells);
        var (least, most) = prices is null ? (PriceAt(call, entry, weights, quay, view, cells[0]), 0) : Range(prices, cells);
        prices = prices is null || least == most ? null : prices;
        var atWish = call.PreferredPosition is not null && (call.PreferredQuay is null || call.PreferredQuay == quay);
        var wished = atWish ? Nearest(view, call.PreferredPosition!.Value) : entry?.Quay == quay ? Nearest(view, entry.Position) : cells[cells.Length / 2];
        var planned = entry is not null && entry.Quay == quay ? view.CellAt(entry.Position) : -1;
        return new Zone
        {
            Quay = quay,
            Width = place.Width,
            Allowed = allowed,
            From = cells[0],
            To = cells[^1] + 1,
            PlaceCost = prices,
            MinPlaceCost = least,
            Aim = wished,
            IsRanked = IsRanked(cells, prices, options, wished, planned),
            SpecialCell = planned >= 0 && (allowed[planned >> 6] >> (planned & 63) & 1) == 1 ? planned : -1,
            Options = options,
        };
    }

    /// <summary>Price of each cell; null when it can be seen that all have the same.</summary>
    private static long[]? Prices(Call call, BaselineEntry? entry, Objective weights, int quay, QuayModel view, int[] cells)
    {
        if (entry is null && (call.PreferredPosition is null || (call.PreferredQuay is { } wished && wished != quay)))
        {
            return null;
        }

        var prices = new long[view.Cells];
        foreach (var cell in cells)
        {
            prices[cell] = PriceAt(call, entry, weights, quay, view, cell);
        }

        return prices;
    }

    private static long PriceAt(Call call, BaselineEntry? entry, Objective weights, int quay, QuayModel view, int cell)
    {
        var price = (long)weights.Deviation * call.Rates.Deviation * Deviation(call, quay, view, cell);
        if (entry is not null)
        {
            var section = view.Section(cell);
            price += weights.Change * (quay == entry.Quay ? (long)entry.SectionRate * Math.Abs(section - entry.Position) : 0);
            price += quay != entry.Quay || section != entry.Position ? (long)weights.Change * entry.MoveCost : 0;
        }

        return price;
    }

    private static (long Least, long Most) Range(long[] prices, int[] cells)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var cell in cells)
        {
            (least, most) = (Math.Min(least, prices[cell]), Math.Max(most, prices[cell]));
        }

        return (least, most);
    }

    private static int Nearest(QuayModel quay, int section) => quay.IsContinuous
        ? section
        : Enumerable.Range(0, quay.Cells).MinBy(cell => Math.Abs((long)quay.Section(cell) - section));

    private static int Deviation(Call call, int quay, QuayModel view, int cell)
    {
        if (call.PreferredQuay is { } wished && wished != quay)
        {
            return view.Quay.Length;
        }

        return call.PreferredPosition is { } position ? Math.Abs(view.Section(cell) - position) : 0;
    }

    /// <summary>Whether neither price nor handling falls from cell to cell away from the aim, the planned cell aside.</summary>
    private static bool IsRanked(int[] cells, long[]? prices, CraneOption[] options, int aim, int special)
    {
        if (prices is null && options.All(option => option.SlotsByCell is null))
        {
            return true;
        }

        for (var index = 1; index < cells.Length; index++)
        {
            var (near, far) = cells[index] <= aim ? (cells[index], cells[index - 1]) : (cells[index - 1], cells[index]);
            if ((cells[index] > aim && cells[index - 1] < aim) || near == special || far == special)
            {
                continue;
            }

            if (prices is not null && prices[far] < prices[near])
            {
                return false;
            }

            foreach (var option in options)
            {
                if (option.Slots(far) < option.Slots(near))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static CraneOption[] Options(Call call, Pin pin, int available, int[] cells, Func<int, int> deviation, int firstRow, QuayModel view, int horizon)
    {
        var handling = call.Handling;
        var options = new List<CraneOption>();
        var (min, max) = (handling.MinCranes, handling.MaxCranes == 0 ? 0 : Math.Min(handling.MaxCranes, available));
        if (pin.Cranes is { } pinned)
        {
            (min, max) = (Math.Max(min, pinned), Math.Min(max, pinned));
        }

        // At a quay that is not the wished one, all cells are equally far from the wish.
        var varies = handling.BerthRows > 1 || (handling.DeviationLossPpm > 0 && cells.Any(cell => deviation(cell) != deviation(cells[0])));
        for (var cranes = min; cranes <= max; cranes++)
        {
            if (!varies)
            {
                var same = Slots(handling, 0, cranes, deviation(cells[0]), horizon);
                if (same != int.MaxValue)
                {
                    options.Add(new CraneOption(cranes, same, SlotsByCell: null));
                }

                continue;
            }

            var slots = new int[view.Cells];
            Array.Fill(slots, int.MaxValue);
            foreach (var cell in cells)
            {
                slots[cell] = Slots(handling, handling.BerthRows > 1 ? firstRow + view.BerthOf(cell) : 0, cranes, deviation(cell), horizon);
            }

            var least = slots.Min();
            if (least != int.MaxValue)
            {
                options.Add(new CraneOption(cranes, least, slots));
            }
        }

        return [.. options];
    }

    /// <summary>Handling time by the formula on <see cref="Handling"/>; <see cref="int.MaxValue"/> when forbidden or longer than the horizon.</summary>
    private static int Slots(Handling handling, int row, int cranes, int deviation, int horizon)
    {
        var option = cranes - handling.MinCranes;
        var work = handling.Work[(row * handling.CraneColumns) + (handling.CraneColumns == 1 ? 0 : option)];
        if (work == Handling.Forbidden)
        {
            return int.MaxValue;
        }

        var rate = handling.Productivity.IsEmpty ? 1000 : handling.Productivity[option];
        var (thousandths, millionths) = ((ulong)work * 1000, 1_000_000UL + ((ulong)handling.DeviationLossPpm * (ulong)deviation));
        var divisor = (ulong)rate * 1_000_000;
        // Both factors are below 2^45. Products that fit 64 bits are divided many times faster than those that do not.
        var slots = millionths <= ((ulong.MaxValue - divisor) / thousandths)
            ? ((thousandths * millionths) + divisor - 1) / divisor
            : ((UInt128)thousandths * millionths + divisor - 1) / divisor;
        return slots > (UInt128)(uint)horizon ? int.MaxValue : (int)slots;
    }
}
