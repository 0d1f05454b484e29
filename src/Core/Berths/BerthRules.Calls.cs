using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <content>Rules for calls, their handling, and the baseline.</content>
internal static partial class BerthRules
{
    private static void CallFaults(BerthParts parts, FaultList faults)
    {
        faults.Range("/calls", parts.Calls.Length, 0, 1_000_000, "calls");
        faults.Ids("call", parts.Calls.Select((call, index) => ($"/calls/{index}/id", call.Id)));
        var berths = parts.Quays.Sum(quay => quay.Berths.Length);
        for (var index = 0; index < parts.Calls.Length; index++)
        {
            var call = parts.Calls[index];
            var place = $"/calls/{index}";
            faults.Range($"{place}/length", call.Length, 1, BerthProblem.MaxExtent, "sections");
            ArrivalFaults(place, call.Arrival, call.EarliestStart, faults);
            faults.NotNegative($"{place}/latestStart", call.LatestStart);
            faults.NotNegative($"{place}/due", call.Due);
            faults.NotNegative($"{place}/deadline", call.Deadline);
            faults.NotNegative($"{place}/draughtCentimetres", call.DraughtCentimetres);
            faults.NotNegative($"{place}/berthsNeeded", call.BerthsNeeded);
            faults.NotNegative($"{place}/moves", call.Moves);
            faults.Range($"{place}/priority", call.Priority, 1, 1_000_000, "(a multiplier)");
            WindowFaults($"{place}/arrivalWindows", call.ArrivalWindows, faults);
            WindowFaults($"{place}/departureWindows", call.DepartureWindows, faults);
            RateFaults($"{place}/rates", call, faults);
            HandlingFaults($"{place}/handling", call.Handling, berths, faults);
            for (var number = 0; number < call.Allowed.Length; number++)
            {
                if (faults.Index($"{place}/allowed/{number}/quay", call.Allowed[number].Quay, parts.Quays.Length, "quay"))
                {
                    SectionFaults($"{place}/allowed/{number}/sections", call.Allowed[number].Sections, parts.Quays[call.Allowed[number].Quay], faults);
                }
            }

            if (call.PreferredQuay is { } quay)
            {
                faults.Index($"{place}/preferredQuay", quay, parts.Quays.Length, "quay");
            }

            if (call.PreferredPosition is { } position)
            {
                faults.Range($"{place}/preferredPosition", position, 0, BerthProblem.MaxExtent, "(a section)");
            }

            PinFaults($"{place}/pin", call.Pin, parts, faults);
            GivenFaults($"{place}/given", call.Given, parts, faults);
        }
    }

    private static void ArrivalFaults(string place, int arrival, int? earliestStart, FaultList faults)
    {
        faults.Range($"{place}/arrival", arrival, 0, BerthProblem.MaxExtent, "slots");
        if (earliestStart is { } earliest)
        {
            faults.Require(earliest >= 0 && earliest <= arrival, "out-of-range", $"{place}/earliestStart", $"is {earliest}; expected 0 to the arrival, {arrival}.");
        }
    }

    private static void GivenFaults(string place, GivenCall? call, BerthParts parts, FaultList faults)
    {
        if (call is not { } given)
        {
            return;
        }

        ArrivalFaults(place, given.Arrival, given.EarliestStart, faults);
        WindowFaults($"{place}/arrivalWindows", given.ArrivalWindows, faults);
        WindowFaults($"{place}/departureWindows", given.DepartureWindows, faults);
        if (given.Leaving is { } leaving)
        {
            faults.Require(leaving.From >= 0 && leaving.From < leaving.To, "empty-interval", $"{place}/leaving", $"is from {leaving.From} to {leaving.To}; expected an end behind the beginning, and that at 0 or later.");
        }

        PinFaults($"{place}/pin", given.Pin, parts, faults);
        RejectionFaults($"{place}/rejection", given.Optional, given.Rejection, faults);
        faults.Range($"{place}/now", given.Now, 0, BerthProblem.MaxExtent, "slots");
    }

    private static void WindowFaults(string place, TideWindows? windows, FaultList faults)
    {
        // Sorted and disjoint already: the ends are the extremes.
        if (windows is { Windows: [var first, ..] and [.., var last] })
        {
            faults.Require(first.From >= -BerthProblem.MaxExtent && last.To <= int.MaxValue - BerthProblem.MaxExtent, "out-of-range", place, $"reach from {first.From} to {last.To}; expected {-BerthProblem.MaxExtent} to {int.MaxValue - BerthProblem.MaxExtent} slots.");
        }
    }

    private static void RateFaults(string place, Call call, FaultList faults)
    {
        faults.NotNegative($"{place}/waiting", call.Rates.Waiting);
        faults.NotNegative($"{place}/stay", call.Rates.Stay);
        faults.NotNegative($"{place}/lateness", call.Rates.Lateness);
        faults.NotNegative($"{place}/deviation", call.Rates.Deviation);
        faults.NotNegative($"{place}/craneSlot", call.Rates.CraneSlot);
        faults.NotNegative($"{place}/speedUp", call.Rates.SpeedUp);
        RejectionFaults($"{place}/rejection", call.Optional, call.Rates.Rejection, faults);
    }

    private static void RejectionFaults(string place, bool optional, long rejection, FaultList faults)
    {
        faults.NotNegative(place, rejection);
        faults.Require(optional || rejection == 0, "rejection-of-mandatory", place, "has a price, but the call is not optional. Maybe \"optional\" should be true.");
    }

    private static void HandlingFaults(string place, Handling handling, int berths, FaultList faults)
    {
        if (!faults.Range($"{place}/minCranes", handling.MinCranes, 0, 10_000, "cranes")
            || !faults.Range($"{place}/maxCranes", handling.MaxCranes, handling.MinCranes, 10_000, "cranes, at least the minimum"))
        {
            return;
        }

        faults.Require((handling.MinCranes == 0) == (handling.MaxCranes == 0), "out-of-range", $"{place}/minCranes", $"is {handling.MinCranes} with at most {handling.MaxCranes}; expected at least 1 where cranes matter.");
        faults.Require(handling.BerthRows == 1 || handling.BerthRows == berths, "handling-table", place, $"has times for {handling.BerthRows} berths; expected 1 or the problem's {berths}.");
        var options = handling.MaxCranes - handling.MinCranes + 1;
        faults.Require(handling.BerthRows >= 1 && handling.Work.Length % handling.BerthRows == 0 && (handling.CraneColumns == options || handling.CraneColumns == 1), "handling-table", place, $"has {handling.Work.Length} times; expected one for each of {options} numbers of cranes (and each berth).");
        faults.Require(handling.Productivity.IsEmpty || handling.Productivity.Length == options, "handling-table", $"{place}/productivity", $"has {handling.Productivity.Length} rates; expected {options}.");
        foreach (var rate in handling.Productivity)
        {
            faults.Range($"{place}/productivity", rate, 1, 1_000_000_000, "thousandths of a crane");
        }

        faults.Range($"{place}/deviationLossPpm", handling.DeviationLossPpm, 0, 1_000_000, "millionths a section");
        foreach (var work in handling.Work)
        {
            faults.Require(work is Handling.Forbidden or (>= 1 and <= BerthProblem.MaxExtent), "out-of-range", place, $"has a time of {work}; expected 1 to {BerthProblem.MaxExtent} slots, or forbidden.");
        }
    }

    private static void PinFaults(string place, Pin? fixedTo, BerthParts parts, FaultList faults)
    {
        if (fixedTo is not { } pin)
        {
            return;
        }

        if (pin.Quay is { } quay)
        {
            faults.Index($"{place}/quay", quay, parts.Quays.Length, "quay");
        }

        faults.Require(pin.Position is null || pin.Quay is not null, "missing", $"{place}/quay", "is missing; expected the quay of the pinned position.");
        faults.Require(pin.FirstCrane is null || pin.Cranes is not null, "missing", $"{place}/cranes", "is missing; expected how many cranes start at the pinned first one.");
        faults.NotNegative($"{place}/position", pin.Position ?? 0);
        faults.NotNegative($"{place}/start", pin.Start ?? 0);
        faults.Range($"{place}/cranes", pin.Cranes ?? 0, 0, 10_000, "cranes");
        faults.Range($"{place}/firstCrane", pin.FirstCrane ?? 0, 0, 10_000, "(a crane, from 0)");
    }

    private static void BaselineFaults(BerthParts parts, FaultList faults)
    {
        if (parts.Baseline is not { } baseline
            || !faults.Require(baseline.Entries.Length == parts.Calls.Length, "baseline-length", "/baseline/entries", $"has {baseline.Entries.Length} entries; expected one for each of {parts.Calls.Length} calls."))
        {
            return;
        }

        for (var index = 0; index < baseline.Entries.Length; index++)
        {
            if (baseline.Entries[index] is not { } entry)
            {
                continue;
            }

            var place = $"/baseline/entries/{index}";
            faults.Index($"{place}/quay", entry.Quay, parts.Quays.Length, "quay");
            faults.Range($"{place}/position", entry.Position, 0, BerthProblem.MaxExtent, "(a section)");
            faults.Range($"{place}/start", entry.Start, 0, BerthProblem.MaxExtent, "(a slot)");
            faults.Range($"{place}/cranes", entry.Cranes, 0, 10_000, "cranes");
            faults.NotNegative($"{place}/startRate", entry.StartRate);
            faults.NotNegative($"{place}/sectionRate", entry.SectionRate);
            faults.NotNegative($"{place}/moveCost", entry.MoveCost);
            faults.NotNegative($"{place}/craneRate", entry.CraneRate);
        }
    }
}
