namespace BerthOpt.Berths;

/// <summary>Reads off a problem what one call is at one berth.</summary>
internal static class DiscreteCells
{
    private static readonly Cell _forbidden = new() { Occupied = Cell.Forbidden, Latest = 0, LateFrom = 0, Cranes = 0, Base = 0 };

    /// <summary>First slot at which a call can berth.</summary>
    public static int ReleaseOf(BerthProblem problem, int index)
    {
        var call = problem.Calls[index];
        var release = Math.Max(call.EarliestStart ?? call.Arrival, call.Pin?.Start ?? 0);
        return problem.Baseline?.Entries[index] is { Frozen: true } entry ? Math.Max(release, entry.Start) : release;
    }

    /// <summary>The cell; null when it is no single one because more cranes are faster and also dearer.</summary>
    public static Cell? Of(BerthProblem problem, int index, int quayIndex, int number, int globalBerth, int open)
    {
        var call = problem.Calls[index];
        var quay = problem.Quays[quayIndex];
        var berth = quay.Berths[number];
        var entry = problem.Baseline?.Entries[index];
        if (!Fits(call, quayIndex, quay, berth)
            || (call.Pin?.Quay ?? quayIndex) != quayIndex
            || (call.Pin?.Position ?? berth.Start) != berth.Start
            || (entry is { Frozen: true } && (entry.Quay != quayIndex || entry.Position != berth.Start)))
        {
            return _forbidden;
        }

        var deviation = call.PreferredQuay is { } wished && wished != quayIndex ? quay.Length
            : call.PreferredPosition is { } position ? Math.Abs(berth.Start - position) : 0;
        var weights = problem.Objective;
        Cell? best = null;
        var bestSlots = long.MaxValue;
        var leastCraneCost = long.MaxValue;
        long bestCraneCost = 0;
        for (var cranes = call.Handling.MinCranes; cranes <= call.Handling.MaxCranes; cranes++)
        {
            if ((call.Pin?.Cranes ?? cranes) != cranes
                || (entry is { Frozen: true, Cranes: > 0 } && entry.Cranes != cranes)
                || SlotsOf(call.Handling, globalBerth, cranes, deviation) is not { } slots
                || slots > problem.Horizon)
            {
                continue;
            }

            var craneCost = (long)weights.CraneSlots * call.Rates.CraneSlot * cranes * slots;
            if (entry is { Cranes: > 0 })
            {
                craneCost += (long)weights.Change * entry.CraneRate * Math.Abs(cranes - entry.Cranes);
            }

            leastCraneCost = Math.Min(leastCraneCost, craneCost);
            if (slots < bestSlots || (slots == bestSlots && craneCost < bestCraneCost))
            {
                bestSlots = slots;
                bestCraneCost = craneCost;
                best = CellOf(problem, call, quayIndex, berth, open, entry, deviation, cranes, (int)slots, craneCost, ReleaseOf(problem, index));
            }
        }

        return best is null ? _forbidden : bestCraneCost == leastCraneCost ? best : null;
    }

    private static Cell CellOf(
        BerthProblem problem, Call call, int quayIndex, Berth berth, int open, BaselineEntry? entry, int deviation, int cranes, int slots, long craneCost, int release)
    {
        var quay = problem.Quays[quayIndex];
        var weights = problem.Objective;
        var latest = Math.Min(call.LatestStart, Math.Min(Math.Min(call.Deadline, problem.Horizon), Math.Min(quay.Close, berth.Close)) - slots);
        latest = Math.Min(latest, Math.Min(call.Pin?.Start ?? int.MaxValue, entry is { Frozen: true } ? entry.Start : int.MaxValue));
        if (latest < Math.Max(release, open))
        {
            return _forbidden;
        }

        var cost = craneCost + ((long)weights.Stay * call.Rates.Stay * call.Priority * slots) + ((long)weights.Deviation * call.Rates.Deviation * deviation);
        if (entry is not null)
        {
            var moved = entry.Quay != quayIndex || entry.Position != berth.Start;
            var sections = entry.Quay == quayIndex ? (long)entry.SectionRate * Math.Abs(berth.Start - entry.Position) : 0;
            cost += weights.Change * (sections + (moved ? entry.MoveCost : 0));
        }

        return new Cell
        {
            Occupied = slots + problem.Clearances.Slots,
            Latest = latest,
            LateFrom = call.Due == Call.Never ? int.MaxValue : call.Due - slots,
            Cranes = cranes,
            Base = cost,
        };
    }

    private static bool Fits(Call call, int quayIndex, Quay quay, Berth berth)
    {
        var end = berth.Start + berth.Length;
        return call.Length <= berth.Length
            && (call.Allowed.IsEmpty || call.Allowed.Any(place => place.Quay == quayIndex && place.Sections.From <= berth.Start && place.Sections.To >= end))
            && !quay.Breaks.Any(border => border > berth.Start && border < end)
            && !quay.Depths.Any(stretch => stretch.From < end && stretch.To > berth.Start && stretch.Centimetres < call.DraughtCentimetres)
            && call.Requires.All(need => quay.Offers.Contains(need) || berth.Offers.Contains(need));
    }

    // ceil(work * 1000 / productivity * (1 + loss * d)), exactly; null when the call cannot be worked on.
    private static long? SlotsOf(Handling handling, int berth, int cranes, int deviation)
    {
        var row = handling.BerthRows == 1 ? 0 : berth;
        var column = handling.CraneColumns == 1 ? 0 : cranes - handling.MinCranes;
        var work = handling.Work[(row * handling.CraneColumns) + column];
        if (work == Handling.Forbidden)
        {
            return null;
        }

        Int128 up = (Int128)work * (1_000_000 + ((long)handling.DeviationLossPpm * deviation));
        Int128 down = 1_000_000;
        if (!handling.Productivity.IsEmpty)
        {
            up *= 1000;
            down *= handling.Productivity[cranes - handling.MinCranes];
        }

        return (long)((up + down - 1) / down);
    }
}
