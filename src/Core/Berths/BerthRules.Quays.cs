using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <content>Rules for quays, berths, crane pools, closures, movements and clearances.</content>
internal static partial class BerthRules
{
    private static void QuayFaults(BerthParts parts, FaultList faults)
    {
        faults.Require(parts.Quays.Length > 0, "missing", "/quays", "is empty; expected at least one quay.");
        faults.Require(parts.Quays.Sum(quay => (long)quay.Length) <= BerthProblem.MaxExtent, "out-of-range", "/quays", $"are longer together than {BerthProblem.MaxExtent} sections. Maybe metres per section is too fine.");
        faults.Ids("quay", parts.Quays.Select((quay, index) => ($"/quays/{index}/id", quay.Id)));
        faults.Ids("berth", parts.Quays.SelectMany((quay, index) => quay.Berths.Select((berth, number) => ($"/quays/{index}/berths/{number}/id", berth.Id))));
        for (var index = 0; index < parts.Quays.Length; index++)
        {
            var quay = parts.Quays[index];
            var place = $"/quays/{index}";
            if (!faults.Range($"{place}/length", quay.Length, 1, BerthProblem.MaxExtent, "sections"))
            {
                continue;
            }

            faults.NotNegative($"{place}/open", quay.Open);
            faults.Require(quay.Close > quay.Open, "empty-interval", $"{place}/close", $"is {quay.Close}; expected more than the opening, {quay.Open}.");
            faults.Require(Enum.IsDefined(quay.Layout), "out-of-range", $"{place}/layout", $"is {quay.Layout}; expected continuous, discrete or hybrid.");
            faults.Require((quay.Layout == QuayLayout.Continuous) == quay.Berths.IsEmpty, "berths-and-layout", $"{place}/berths", quay.Berths.IsEmpty
                ? $"is empty; expected at least one berth at a {quay.Layout} quay."
                : "has berths; expected none at a continuous quay. Maybe its layout is discrete.");
            var end = 0;
            for (var number = 0; number < quay.Berths.Length; number++)
            {
                var berth = quay.Berths[number];
                var at = $"{place}/berths/{number}";
                faults.Require(berth.Length >= 1, "out-of-range", $"{at}/length", $"is {berth.Length}; expected at least 1 section.");
                faults.Require(berth.Start >= end && berth.Start <= quay.Length - berth.Length, "berth-misplaced", $"{at}/start", $"is {berth.Start} with length {berth.Length}; expected to start at {end} or later and to end by {quay.Length}.");
                faults.NotNegative($"{at}/open", berth.Open);
                faults.Require(berth.Close > berth.Open, "empty-interval", $"{at}/close", $"is {berth.Close}; expected more than the opening, {berth.Open}.");
                end = Math.Max(end, (int)Math.Min(int.MaxValue, (long)berth.Start + berth.Length));
            }

            for (var number = 0; number < quay.Breaks.Length; number++)
            {
                faults.Range($"{place}/breaks/{number}", quay.Breaks[number], 0, quay.Length, "(a section border of the quay)");
            }

            for (var number = 0; number < quay.Depths.Length; number++)
            {
                var stretch = quay.Depths[number];
                SectionFaults($"{place}/depths/{number}", new Interval(stretch.From, stretch.To), quay, faults);
                faults.NotNegative($"{place}/depths/{number}/centimetres", stretch.Centimetres);
            }
        }
    }

    private static void PoolFaults(BerthParts parts, FaultList faults)
    {
        faults.Ids("crane pool", parts.CranePools.Select((pool, index) => ($"/cranePools/{index}/id", pool.Id)));
        var owner = new Dictionary<int, int>();
        for (var index = 0; index < parts.CranePools.Length; index++)
        {
            var pool = parts.CranePools[index];
            var place = $"/cranePools/{index}";
            faults.Range($"{place}/count", pool.Count, 1, 10_000, "cranes");
            faults.Require(Enum.IsDefined(pool.Rule), "out-of-range", $"{place}/rule", $"is {pool.Rule}; expected total or specific.");
            faults.Require(pool.Quays.Length > 0, "missing", $"{place}/quays", "is empty; expected at least one quay.");
            for (var number = 0; number < pool.Quays.Length; number++)
            {
                var quay = pool.Quays[number];
                if (faults.Index($"{place}/quays/{number}", quay, parts.Quays.Length, "quay"))
                {
                    faults.Require(owner.TryAdd(quay, index), "quay-in-two-pools", $"{place}/quays/{number}", $"is quay \"{parts.Quays[quay].Id}\", which pool \"{parts.CranePools[owner[quay]].Id}\" serves already; expected at most one pool for a quay.");
                }
            }

            for (var number = 0; number < pool.Outages.Length; number++)
            {
                var outage = pool.Outages[number];
                faults.Index($"{place}/outages/{number}/crane", outage.Crane, pool.Count, "crane");
                SlotFaults($"{place}/outages/{number}/slots", outage.Slots, faults);
            }

            faults.Require(pool.Rule == CraneRule.Specific || (pool.Reaches.IsEmpty && pool.Travel is null), "needs-specific-cranes", place, "has reaches or travel; expected them only where the rule is specific.");
            for (var number = 0; number < pool.Reaches.Length; number++)
            {
                var reach = pool.Reaches[number];
                faults.Index($"{place}/reaches/{number}/crane", reach.Crane, pool.Count, "crane");
                if (faults.Require(pool.Quays.Contains(reach.Quay) && reach.Quay < parts.Quays.Length && reach.Quay >= 0, "unknown-reference", $"{place}/reaches/{number}/quay", $"is {reach.Quay}; expected one of the pool's quays."))
                {
                    SectionFaults($"{place}/reaches/{number}/sections", reach.Sections, parts.Quays[reach.Quay], faults);
                }
            }

            if (pool.Travel is { } travel)
            {
                faults.Range($"{place}/travel/setupSlots", travel.SetupSlots, 0, BerthProblem.MaxExtent, "slots");
                faults.Range($"{place}/travel/speedSections", travel.SpeedSections, 1, BerthProblem.MaxExtent, "sections");
                faults.Range($"{place}/travel/speedSlots", travel.SpeedSlots, 1, BerthProblem.MaxExtent, "slots");
            }
        }
    }

    private static void TimeFaults(BerthParts parts, FaultList faults)
    {
        for (var index = 0; index < parts.Closures.Length; index++)
        {
            var closure = parts.Closures[index];
            if (faults.Index($"/closures/{index}/quay", closure.Quay, parts.Quays.Length, "quay"))
            {
                SectionFaults($"/closures/{index}/sections", closure.Sections, parts.Quays[closure.Quay], faults);
            }

            SlotFaults($"/closures/{index}/slots", closure.Slots, faults);
        }

        for (var index = 0; index < parts.Movements.Caps.Length; index++)
        {
            var cap = parts.Movements.Caps[index];
            faults.Range($"/movements/caps/{index}/periodSlots", cap.PeriodSlots, 1, BerthProblem.MaxExtent, "slots");
            faults.NotNegative($"/movements/caps/{index}/max", cap.Max);
            faults.NotNegative($"/movements/caps/{index}/minLength", cap.MinLength);
            if (cap.Quay is { } quay)
            {
                faults.Index($"/movements/caps/{index}/quay", quay, parts.Quays.Length, "quay");
            }
        }

        for (var index = 0; index < parts.Movements.Bans.Length; index++)
        {
            SlotFaults($"/movements/bans/{index}/slots", parts.Movements.Bans[index].Slots, faults);
            faults.NotNegative($"/movements/bans/{index}/minLength", parts.Movements.Bans[index].MinLength);
        }

        faults.Range("/clearances/hullSections", parts.Clearances.HullSections, 0, BerthProblem.MaxExtent, "sections");
        faults.Range("/clearances/quayEndSections", parts.Clearances.QuayEndSections, 0, BerthProblem.MaxExtent, "sections");
        faults.Range("/clearances/slots", parts.Clearances.Slots, 0, BerthProblem.MaxExtent, "slots");
    }

    private static void SectionFaults(string place, Interval sections, Quay quay, FaultList faults) =>
        faults.Require(sections.From >= 0 && sections.To > sections.From && sections.To <= quay.Length, "empty-interval", place, $"is [{sections.From}, {sections.To}); expected a run of sections within [0, {quay.Length}) of quay \"{quay.Id}\".");

    private static void SlotFaults(string place, Interval slots, FaultList faults) =>
        faults.Require(slots.From >= 0 && slots.To > slots.From, "empty-interval", place, $"is [{slots.From}, {slots.To}); expected at least one slot, from 0 on.");
}
