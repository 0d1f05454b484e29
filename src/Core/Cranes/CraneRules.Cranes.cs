using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <content>Rules for the rail and the cranes on it.</content>
internal static partial class CraneRules
{
    private const int Far = CraneProblem.MaxPosition;

    // Sections from the first crane to the last when all stand side by side, at most: places are told apart in 32 bits.
    private const int LongestRow = 1 << 29;

    private static void RailFaults(CraneParts parts, FaultList faults)
    {
        var rail = parts.Rail;
        faults.Range("/rail/travelSlots", rail.TravelSlots, 0, 1_000_000, "slots");
        faults.Range("/rail/travelSections", rail.TravelSections, 1, 1_000_000, "sections");
        faults.Range("/rail/clearance", rail.Clearance, 0, Far, "sections");
        var most = LongestRow / Math.Max(1, parts.Cranes.Length - 1);
        faults.Require(rail.Clearance <= most || most >= Far, "out-of-range", "/rail/clearance", $"is {rail.Clearance} with {parts.Cranes.Length} cranes; expected at most {most} sections.");
        faults.Range("/rail/from", rail.From ?? 0, -Far, Far, "(a section)");
        faults.Range("/rail/to", rail.To ?? 0, -Far, Far, "(a section)");
        if (rail is { From: { } from, To: { } to })
        {
            var needed = (long)Math.Max(0, rail.Clearance) * (parts.Cranes.Length - 1);
            faults.Require((long)to - from >= needed, "rail-too-short", "/rail/to", $"is {to} with the first position at {from}; expected {from + needed} or more, so that {parts.Cranes.Length} cranes {rail.Clearance} sections apart can stand side by side.");
        }
    }

    private static void CraneFaults(CraneParts parts, FaultList faults)
    {
        faults.Range("/cranes", parts.Cranes.Length, 0, MaxCranes, "cranes");
        faults.Ids("crane", parts.Cranes.Select((crane, index) => ($"/cranes/{index}/id", crane.Id)));
        for (var index = 0; index < parts.Cranes.Length; index++)
        {
            var crane = parts.Cranes[index];
            var place = $"/cranes/{index}";
            faults.NotNegative($"{place}/ready", crane.Ready);
            faults.Require(crane.Until >= Math.Max(0, crane.Ready), "out-of-range", $"{place}/until", $"is {crane.Until}; expected {Math.Max(0, crane.Ready)}, when the crane is ready, or later.");
            faults.Range($"{place}/ratePercent", crane.RatePercent, 1, 10_000, "percent");
            StandFaults($"{place}/start", crane.Start, parts.Rail, faults);
            StandFaults($"{place}/final", crane.Final, parts.Rail, faults);
            if (crane.Reach is { } reach)
            {
                faults.Require(reach.From >= -Far && reach.To > reach.From && reach.To <= Far + 1, "empty-interval", $"{place}/reach", $"is [{reach.From}, {reach.To}); expected a run of sections within [{-Far}, {Far + 1}).");
            }

            OutageFaults($"{place}/outages", crane, faults);
        }

        if (parts.Rail.StartsBlock)
        {
            StartFaults(parts, faults);
        }
    }

    private static void StandFaults(string place, int? position, Rail rail, FaultList faults)
    {
        if (position is { } at && faults.Range(place, at, -Far, Far, "(a section)"))
        {
            faults.Require(at >= (rail.From ?? at) && at <= (rail.To ?? at), "out-of-range", place, $"is {at}; expected a position on the rail, {rail.From ?? -Far} to {rail.To ?? Far}.");
        }
    }

    private static void OutageFaults(string place, Crane crane, FaultList faults)
    {
        if (!faults.Require(!crane.Outages.IsDefault, "missing", place, "is no list; expected one, which may be empty."))
        {
            return;
        }

        var end = int.MinValue;
        for (var number = 0; number < crane.Outages.Length; number++)
        {
            var outage = crane.Outages[number];
            if (faults.Require(outage.From >= 0 && outage.To > outage.From, "empty-interval", $"{place}/{number}", $"is [{outage.From}, {outage.To}); expected at least one slot, from 0 on."))
            {
                faults.Require(outage.From >= end, "unordered-windows", $"{place}/{number}", $"is [{outage.From}, {outage.To}) behind one that ends at {end}; expected outages in ascending order that do not overlap.");
                end = Math.Max(end, outage.To);
            }
        }
    }

    /// <summary>Cranes that stand at their starts must have room there, for each other and for those without one.</summary>
    private static void StartFaults(CraneParts parts, FaultList faults)
    {
        var (rail, last, before) = (parts.Rail, parts.Cranes.Length - 1, -1);
        for (var index = 0; index <= last; index++)
        {
            if (parts.Cranes[index].Start is not { } start)
            {
                continue;
            }

            var least = rail.From is { } from ? from + ((long)rail.Clearance * index) : long.MinValue;
            var most = rail.To is { } to ? to - ((long)rail.Clearance * (last - index)) : long.MaxValue;
            faults.Require(start >= least && start <= most, "out-of-range", $"/cranes/{index}/start", $"is {start}; expected a position with room for the cranes beside it on the rail{(rail.From is null ? "" : $", {least} or more")}{(rail.To is null ? "" : $", {most} or less")}.");
            if (before >= 0)
            {
                var needed = parts.Cranes[before].Start!.Value + ((long)rail.Clearance * (index - before));
                faults.Require(start >= needed, "starts-too-near", $"/cranes/{index}/start", $"is {start}; expected {needed} or more, as crane \"{parts.Cranes[before].Id}\" stands at {parts.Cranes[before].Start}. Maybe the cranes are not in their order along the rail.");
            }

            before = index;
        }
    }
}
