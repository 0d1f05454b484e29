using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>The same port at another time, or seen in a mirror.</summary>
internal static class BerthSymmetries
{
    /// <summary>All times later by a number of slots; a multiple of the periods of all movement caps.</summary>
    public static BerthParts Shifted(BerthParts parts, int by)
    {
        Interval Later(Interval slots) => new(slots.From + by, slots.To + by);
        TideWindows? Tide(TideWindows? tide) => tide is null ? null : new TideWindows(tide.Windows.Select(Later));
        int Time(int slot) => slot == int.MaxValue ? slot : slot + by;
        return parts with
        {
            Horizon = parts.Horizon + by,
            Quays = [.. parts.Quays.Select(quay => quay with
            {
                Open = quay.Open + by,
                Close = Time(quay.Close),
                Berths = [.. quay.Berths.Select(berth => berth with { Open = berth.Open + by, Close = Time(berth.Close) })],
            })],
            Calls = [.. parts.Calls.Select(call => call with
            {
                Arrival = call.Arrival + by,
                EarliestStart = call.EarliestStart + by,
                LatestStart = Time(call.LatestStart),
                Due = Time(call.Due),
                Deadline = Time(call.Deadline),
                ArrivalWindows = Tide(call.ArrivalWindows),
                DepartureWindows = Tide(call.DepartureWindows),
                Pin = call.Pin is { } pin ? pin with { Start = pin.Start + by } : null,
            })],
            CranePools = [.. parts.CranePools.Select(pool => pool with { Outages = [.. pool.Outages.Select(outage => outage with { Slots = Later(outage.Slots) })] })],
            Closures = [.. parts.Closures.Select(closure => closure with { Slots = Later(closure.Slots) })],
            Movements = parts.Movements with { Bans = [.. parts.Movements.Bans.Select(ban => ban with { Slots = Later(ban.Slots) })] },
            Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = [.. baseline.Entries.Select(entry => entry is null ? null : entry with { Start = entry.Start + by })] } : null,
        };
    }

    public static BerthPlan Shifted(BerthPlan plan, int by) =>
        new(plan.Assignments.Select(entry => entry is { } at ? at with { Start = at.Start + by, End = at.End + by } : (Assignment?)null));

    /// <summary>
    /// Berths are told by their left ends and cranes travel between left ends, so that only continuous quays without travel have a
    /// mirror image; wishes, pins and plans in force must say at which quay and fit in. A pinned
    /// first crane is another one for every number of cranes, a pinned position another one at every quay.
    /// </summary>
    public static bool CanBeMirrored(BerthParts parts) =>
        parts.Quays.All(quay => quay.Layout == QuayLayout.Continuous)
        && parts.CranePools.All(pool => pool.Travel is null)
        && parts.Calls.All(call => call.PreferredPosition is not { } wish
            || ((call.PreferredQuay is not null || parts.Quays.Length == 1) && wish + call.Length <= parts.Quays[call.PreferredQuay ?? 0].Length))
        && parts.Calls.All(call => call.Pin?.FirstCrane is null && (call.Pin?.Position is null || parts.Quays.Length == 1))
        && parts.Calls.Index().All(entry => (entry.Item.Pin?.Position ?? 0) + entry.Item.Length <= parts.Quays[entry.Item.Pin?.Quay ?? 0].Length
            && (parts.Baseline?.Entries[entry.Index] is not { } then || then.Position + entry.Item.Length <= parts.Quays[then.Quay].Length));

    /// <summary>Left is right and right is left, for quays, rails and cranes.</summary>
    public static BerthParts Mirrored(BerthParts parts)
    {
        Interval Run(Interval sections, int quay) => new(parts.Quays[quay].Length - sections.To, parts.Quays[quay].Length - sections.From);
        return parts with
        {
            Quays = [.. parts.Quays.Select((quay, index) => quay with
            {
                Breaks = [.. quay.Breaks.Select(border => quay.Length - border)],
                Depths = [.. quay.Depths.Select(depth => new DepthStretch(quay.Length - depth.To, quay.Length - depth.From, depth.Centimetres))],
            })],
            Calls = [.. parts.Calls.Select(call => call with
            {
                Allowed = [.. call.Allowed.Select(place => place with { Sections = Run(place.Sections, place.Quay) })],
                PreferredPosition = call.PreferredPosition is { } wish ? Turned(parts, wish, call.PreferredQuay ?? 0, call.Length) : null,
                Pin = call.Pin is { } pin ? Mirrored(parts, call, pin) : null,
            })],
            CranePools = [.. parts.CranePools.Select(pool => pool with
            {
                Quays = [.. pool.Quays.Reverse()],
                Outages = [.. pool.Outages.Select(outage => outage with { Crane = pool.Count - 1 - outage.Crane })],
                Reaches = [.. pool.Reaches.Select(reach => new CraneReach(pool.Count - 1 - reach.Crane, reach.Quay, Run(reach.Sections, reach.Quay)))],
            })],
            Closures = [.. parts.Closures.Select(closure => closure with { Sections = Run(closure.Sections, closure.Quay) })],
            Baseline = parts.Baseline is { } baseline
                ? new Baseline { Entries = [.. baseline.Entries.Select((entry, index) => entry is null ? null : entry with { Position = Turned(parts, entry.Position, entry.Quay, parts.Calls[index].Length) })] }
                : null,
        };
    }

    public static BerthPlan Mirrored(BerthParts parts, BerthPlan plan) => new(plan.Assignments.Select((entry, index) => entry is { } at
        ? at with { Position = Turned(parts, at.Position, at.Quay, parts.Calls[index].Length), FirstCrane = TurnedCrane(parts, at.Quay, at.FirstCrane, at.Cranes) }
        : (Assignment?)null));

    private static Pin Mirrored(BerthParts parts, Call call, Pin pin) =>
        pin with { Position = pin.Position is { } position ? Turned(parts, position, pin.Quay!.Value, call.Length) : null };

    private static int Turned(BerthParts parts, int position, int quay, int length) => parts.Quays[quay].Length - position - length;

    private static int TurnedCrane(BerthParts parts, int quay, int first, int cranes) =>
        first >= 0 && parts.CranePools.FirstOrDefault(pool => pool.Quays.Contains(quay)) is { } pool ? pool.Count - first - cranes : first;
}
