namespace BerthOpt.Berths;

/// <summary>Finds where a call can lie, what each place costs, and how long handling takes there.</summary>
internal static class ZoneBuilder
{
    public static Zone[] Build(BerthModel model, Call call, BaselineEntry? entry, Pin pin)
    {
        var zones = new List<Zone>();
        var row = 0;
        for (var quay = 0; quay < model.Quays.Length; quay++)
        {
            var view = model.Quays[quay];
            if ((pin.Quay is null || pin.Quay == quay) && (view.IsContinuous ? call.Handling.BerthRows == 1 : true))
            {
                foreach (var (width, cells) in Places(model, call, pin, quay))
                {
                    if (Create(model, call, entry, pin, quay, row, width, [.. cells]) is { } zone)
                    {
                        zones.Add(zone);
                    }
                }
            }

            row += view.Quay.Berths.Length;
        }

        return [.. zones.OrderBy(zone => zone.MinPlaceCost)];
    }

    /// <summary>First cells of all places at a quay where a call may lie, by the number of cells that it fills there.</summary>
    private static List<(int Width, List<int> Cells)> Places(BerthModel model, Call call, Pin pin, int quay)
    {
        var view = model.Quays[quay];
        var places = new List<(int Width, List<int> Cells)>();
        var (width, cells) = (0, new List<int>());
        var limits = new QuayLimits(view, quay, call);
        for (var cell = 0; cell < view.Cells; cell++)
        {
            var wide = Width(view, call, cell);
            if (wide == 0 || !IsAllowed(model, call, pin, limits, quay, cell, wide))
            {
                continue;
            }

            if (wide != width)
            {
                width = wide;
                var known = places.FindIndex(place => place.Width == wide);
                cells = known >= 0 ? places[known].Cells : [];
                if (known < 0)
                {
                    places.Add((wide, cells));
                }
            }

            cells.Add(cell);
        }

        return places;
    }

    /// <summary>Cells that a call fills from a cell on; 0 when it does not fit.</summary>
    private static int Width(QuayModel quay, Call call, int cell)
    {
        switch (quay.Quay.Layout)
        {
            case QuayLayout.Continuous:
                return cell <= quay.Cells - call.Length ? call.Length : 0;
            case QuayLayout.Discrete:
                return call.Length <= quay.Quay.Berths[quay.BerthOf(cell)].Length ? 1 : 0;
            default:
                return quay.BerthOf(cell) < 0 ? 0 : quay.Filled(cell, call);
        }
    }

    private static bool IsAllowed(BerthModel model, Call call, Pin pin, QuayLimits limits, int quay, int cell, int width)
    {
        var view = model.Quays[quay];
        var (from, to) = (view.Section(cell), view.EndSection(cell, width));
        var end = model.Problem.Clearances.QuayEndSections;
        if ((pin.Position is { } position && position != from) || (view.IsContinuous && (from < end || to > view.Quay.Length - (long)end)))
        {
            return false;
        }

        return limits.Allow(from, to) && HasEquipment(view, call, cell, width);
    }

    private static bool HasEquipment(QuayModel view, Call call, int cell, int width)
    {
        foreach (var need in call.Requires)
        {
            if (!view.Quay.Offers.Contains(need)
                && (view.IsContinuous || !Enumerable.Range(cell, width).All(part => view.BerthOf(part) < 0 || view.Quay.Berths[view.BerthOf(part)].Offers.Contains(need))))
            {
                return false;
            }
        }

        return true;
    }

    private static Zone? Create(BerthModel model, Call call, BaselineEntry? entry, Pin pin, int quay, int firstRow, int width, int[] cells)
    {
        var view = model.Quays[quay];
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
        var prices = new long[view.Cells];
        foreach (var cell in cells)
        {
            prices[cell] = (long)weights.Deviation * call.Rates.Deviation * Deviation(call, quay, view, cell);
            if (entry is not null)
            {
                var section = view.Section(cell);
                prices[cell] += weights.Change * (quay == entry.Quay ? (long)entry.SectionRate * Math.Abs(section - entry.Position) : 0);
                prices[cell] += quay != entry.Quay || section != entry.Position ? (long)weights.Change * entry.MoveCost : 0;
            }
        }

        var allowed = new ulong[view.Words];
        foreach (var cell in cells)
        {
            allowed[cell >> 6] |= 1UL << (cell & 63);
        }

        var atWish = call.PreferredPosition is not null && (call.PreferredQuay is null || call.PreferredQuay == quay);
        var wished = atWish ? Nearest(view, call.PreferredPosition!.Value) : entry?.Quay == quay ? Nearest(view, entry.Position) : cells[cells.Length / 2];
        var planned = entry is not null && entry.Quay == quay ? view.CellAt(entry.Position) : -1;
        return new Zone
        {
            Quay = quay,
            Width = width,
            Allowed = allowed,
            From = cells[0],
            To = cells[^1] + 1,
            PlaceCost = cells.Any(cell => prices[cell] != 0) ? prices : null,
            MinPlaceCost = cells.Min(cell => prices[cell]),
            Aim = wished,
            IsRanked = IsRanked(cells, prices, options, wished, planned),
            SpecialCell = planned >= 0 && (allowed[planned >> 6] >> (planned & 63) & 1) == 1 ? planned : -1,
            Options = options,
        };
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
    private static bool IsRanked(int[] cells, long[] prices, CraneOption[] options, int aim, int special)
    {
        for (var index = 1; index < cells.Length; index++)
        {
            var (near, far) = cells[index] <= aim ? (cells[index], cells[index - 1]) : (cells[index - 1], cells[index]);
            if ((cells[index] > aim && cells[index - 1] < aim) || near == special || far == special)
            {
                continue;
            }

            if (prices[far] < prices[near])
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
