using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// A plain planner for tests that need some plan: pinned calls first, then by arrival, each at the cheapest of the first times that
/// each quay has room. It keeps the hull, depth, tide, closure, gale, clearance and crane rules, knows nothing of compatibility,
/// travel, reaches and caps, and gives up a call (null) when it finds no room.
/// </summary>
internal sealed class FirstComeFirstServed
{
    private readonly BerthProblem problem;
    private readonly Assignment?[] plan;
    private readonly int[] handlingEnd;
    private readonly CranePool?[] poolOf;

    private FirstComeFirstServed(BerthProblem problem)
    {
        this.problem = problem;
        plan = new Assignment?[problem.Calls.Length];
        handlingEnd = new int[problem.Calls.Length];
        poolOf = [.. problem.Quays.Select((_, quay) => problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(quay)))];
    }

    public static BerthPlan Plan(BerthProblem problem)
    {
        var planner = new FirstComeFirstServed(problem);
        foreach (var index in Enumerable.Range(0, problem.Calls.Length).OrderBy(i => problem.Calls[i].Pin is null).ThenBy(i => problem.Calls[i].Arrival))
        {
            planner.Place(index);
        }

        return new BerthPlan(planner.plan);
    }

    private void Place(int index)
    {
        var call = problem.Calls[index];
        (Assignment Place, int HandlingEnd)? best = null;
        var least = long.MaxValue;
        for (var quay = 0; quay < problem.Quays.Length; quay++)
        {
            if ((call.Pin?.Quay ?? quay) == quay && First(index, quay) is { } found)
            {
                var away = call.PreferredQuay is { } wish && wish != quay ? problem.Quays[quay].Length : Math.Abs(found.Place.Position - (call.PreferredPosition ?? found.Place.Position));
                var cost = (long)call.Priority * ((call.Rates.Waiting * (long)(found.Place.Start - call.Arrival)) + (call.Rates.Lateness * (long)Math.Max(0, found.Place.End - Math.Min(call.Due, problem.Horizon))))
                    + ((long)call.Rates.Deviation * away) + found.Place.End;
                if (cost < least)
                {
                    (least, best) = (cost, found);
                }
            }
        }

        if (best is { } chosen)
        {
            plan[index] = chosen.Place;
            handlingEnd[index] = chosen.HandlingEnd;
        }
    }

    private (Assignment Place, int HandlingEnd)? First(int index, int quay)
    {
        var call = problem.Calls[index];
        for (var start = call.Pin?.Start ?? call.Arrival; start < problem.Horizon && (call.Pin?.Start ?? start) == start; start++)
        {
            if (!(call.ArrivalWindows?.Windows.Any(window => window.Contains(start)) ?? true) || Banned(call, start))
            {
                continue;
            }

            foreach (var (berth, position, from, to) in Places(call, quay))
            {
                for (var cranes = call.Pin is null ? call.Handling.MaxCranes : call.Handling.MinCranes; cranes >= call.Handling.MinCranes; cranes--)
                {
                    if (Fits(index, quay, berth, position, from, to, start, cranes) is { } found)
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    private IEnumerable<(int Berth, int Position, int From, int To)> Places(Call call, int quay)
    {
        var at = problem.Quays[quay];
        if (at.Layout == QuayLayout.Continuous)
        {
            var wish = call.PreferredQuay is { } wished && wished != quay ? at.Length / 2 : call.PreferredPosition ?? 0;
            var gap = problem.Clearances.HullSections;
            var end = problem.Clearances.QuayEndSections;
            var taken = problem.Calls.Select((other, i) => (other, plan[i])).Where(pair => pair.Item2?.Quay == quay);
            var candidates = taken.SelectMany(pair => new[] { pair.Item2!.Value.Position - gap - call.Length, pair.Item2!.Value.Position + pair.other.Length + gap }).Append(wish).Append(end).Append(at.Length - end - call.Length);
            foreach (var position in candidates.Where(x => x >= end && x <= at.Length - end - call.Length && (call.Pin?.Position ?? x) == x).Distinct().OrderBy(x => Math.Abs(x - wish)).ThenBy(x => x))
            {
                yield return (-1, position, position, position + call.Length);
            }

            yield break;
        }

        for (var berth = 0; berth < at.Berths.Length; berth++)
        {
            var last = berth;
            while (at.Layout == QuayLayout.Hybrid && last < at.Berths.Length - 1
                && (call.BerthsNeeded > 0 ? last - berth + 1 < call.BerthsNeeded : at.Berths[berth..(last + 1)].Sum(b => b.Length) < call.Length))
            {
                last++;
            }

            if (at.Berths[berth..(last + 1)].Sum(b => b.Length) >= call.Length)
            {
                yield return (berth, at.Berths[berth].Start, at.Berths[berth].Start, at.Berths[last].Start + at.Berths[last].Length);
            }
        }
    }

    private (Assignment Place, int HandlingEnd)? Fits(int index, int quay, int berth, int position, int from, int to, int start, int cranes)
    {
        var call = problem.Calls[index];
        var at = problem.Quays[quay];
        if (Slots(call, quay, berth, position, cranes) is not { } slots)
        {
            return null;
        }

        var done = start + slots;
        var end = done;
        while (end <= problem.Horizon && (!(call.DepartureWindows?.Windows.Any(window => window.Contains(end)) ?? true) || Banned(call, end)))
        {
            end++;
        }

        if (end > problem.Horizon || end > at.Close || start < at.Open
            || at.Breaks.Any(edge => from < edge && edge < to)
            || at.Depths.Any(depth => depth.From < to && from < depth.To && depth.Centimetres < call.DraughtCentimetres)
            || (berth >= 0 && (start < at.Berths[berth].Open || end > at.Berths[berth].Close))
            || problem.Closures.Any(closed => closed.Quay == quay && closed.Sections.From < to && from < closed.Sections.To && closed.Slots.From < end && start < closed.Slots.To))
        {
            return null;
        }

        var gap = at.Layout == QuayLayout.Continuous ? problem.Clearances.HullSections : 0;
        var pause = problem.Clearances.Slots;
        for (var other = 0; other < plan.Length; other++)
        {
            if (plan[other] is { } lies && lies.Quay == quay)
            {
                var (otherFrom, otherTo) = Extent(other, lies);
                if (from < otherTo + gap && otherFrom < to + gap && start < lies.End + pause && lies.Start < end + pause)
                {
                    return null;
                }
            }
        }

        if (Cranes(quay, position, start, done, cranes) is not { } first)
        {
            return null;
        }

        return (new Assignment(quay, berth, position, start, end, cranes, first), done);
    }

    private (int From, int To) Extent(int index, Assignment lies)
    {
        var at = problem.Quays[lies.Quay];
        return lies.Berth < 0
            ? (lies.Position, lies.Position + problem.Calls[index].Length)
            : Places(problem.Calls[index], lies.Quay).Where(place => place.Berth == lies.Berth).Select(place => (place.From, place.To)).First();
    }

    // The first crane, -1 where it does not matter, null when there are too few.
    private int? Cranes(int quay, int position, int start, int done, int cranes)
    {
        if (cranes == 0 || poolOf[quay] is not { } pool)
        {
            return -1;
        }

        var others = Enumerable.Range(0, plan.Length).Where(i => plan[i] is { Cranes: > 0 } lies && pool.Quays.Contains(lies.Quay) && lies.Start < done && start < handlingEnd[i]).Select(i => (Lies: plan[i]!.Value, Done: handlingEnd[i])).ToArray();
        if (pool.Rule == CraneRule.Total)
        {
            for (var slot = start; slot < done; slot++)
            {
                var used = others.Where(other => other.Lies.Start <= slot && slot < other.Done).Sum(other => other.Lies.Cranes);
                var missing = pool.Outages.Where(outage => outage.Slots.Contains(slot)).Select(outage => outage.Crane).Distinct().Count();
                if (used + cranes > pool.Count - missing)
                {
                    return null;
                }
            }

            return -1;
        }

        var place = (pool.Quays.IndexOf(quay), position);
        var low = others.Where(other => (pool.Quays.IndexOf(other.Lies.Quay), other.Lies.Position).CompareTo(place) < 0).Select(other => other.Lies.FirstCrane + other.Lies.Cranes).DefaultIfEmpty(0).Max();
        var high = others.Where(other => (pool.Quays.IndexOf(other.Lies.Quay), other.Lies.Position).CompareTo(place) > 0).Select(other => other.Lies.FirstCrane).DefaultIfEmpty(pool.Count).Min();
        var middle = pool.Count * position / problem.Quays[quay].Length;
        return Enumerable.Range(low, Math.Max(0, high - cranes - low + 1))
            .Where(first => pool.Outages.All(outage => outage.Crane < first || outage.Crane >= first + cranes || outage.Slots.From >= done || outage.Slots.To <= start))
            .OrderBy(first => Math.Abs(first - middle)).Select(first => (int?)first).FirstOrDefault();
    }

    private bool Banned(Call call, int slot) => problem.Movements.Bans.Any(ban => call.Length >= ban.MinLength && ban.Slots.Contains(slot));

    private int? Slots(Call call, int quay, int berth, int position, int cranes)
    {
        var handling = call.Handling;
        var row = handling.BerthRows > 1 ? problem.Quays.Take(quay).Sum(other => other.Berths.Length) + berth : 0;
        var work = handling.Work[(row * handling.CraneColumns) + (handling.CraneColumns == 1 ? 0 : cranes - handling.MinCranes)];
        if (work == Handling.Forbidden || (handling.BerthRows > 1 && berth < 0))
        {
            return null;
        }

        var away = call.PreferredQuay is { } wished && wished != quay ? problem.Quays[quay].Length : Math.Abs(position - (call.PreferredPosition ?? position));
        var rate = handling.Productivity.IsEmpty ? 1000 : handling.Productivity[cranes - handling.MinCranes];
        var numerator = (Int128)work * 1000 * (1_000_000 + ((Int128)handling.DeviationLossPpm * away));
        var denominator = (Int128)rate * 1_000_000;
        return (int)((numerator + denominator - 1) / denominator);
    }
}
