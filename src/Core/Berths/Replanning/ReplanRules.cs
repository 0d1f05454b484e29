using BerthOpt.Berths.Checking;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The rules that changes of a plan must keep; each breach is one fault with a JSON Pointer.</summary>
internal static class ReplanRules
{
    public static List<Fault> Faults(BerthProblem problem, BerthPlan plan, BerthReplan replan)
    {
        var faults = new FaultList();
        if (!faults.Require(plan.Assignments.Length == problem.Calls.Length, "missing", "", $"is of a plan with {plan.Assignments.Length} entries; expected one for each of {problem.Calls.Length} calls. Maybe the plan belongs to another problem."))
        {
            return faults.All;
        }

        // What is compared with a time that is none follows from that fault.
        if (!faults.Range("/now", replan.Now, 0, problem.Horizon, "slots, the horizon"))
        {
            replan = replan with { Now = 0 };
        }

        faults.Range("/freezeUntil", replan.FreezeUntil, 0, BerthProblem.MaxExtent, "slots");
        if (replan.Prices is { } prices)
        {
            faults.NotNegative("/prices/startRate", prices.StartRate);
            faults.NotNegative("/prices/sectionRate", prices.SectionRate);
            faults.NotNegative("/prices/moveCost", prices.MoveCost);
            faults.NotNegative("/prices/craneRate", prices.CraneRate);
        }

        var changed = new Dictionary<int, int>();
        for (var index = 0; index < replan.Events.Length; index++)
        {
            EventFaults($"/events/{index}", index, replan, problem, plan, changed, faults);
        }

        PinFaults(problem, plan, replan, changed, faults);
        return faults.All;
    }

    private static void EventFaults(string place, int index, BerthReplan replan, BerthProblem problem, BerthPlan plan, Dictionary<int, int> changed, FaultList faults)
    {
        switch (replan.Events[index])
        {
            case EtaChanged eta:
                if (IsToCome($"{place}/call", eta.Call, "changes", replan, problem, plan, faults))
                {
                    Once($"{place}/call", eta.Call, index, changed, faults);
                }

                faults.Range($"{place}/arrival", eta.Arrival, 0, BerthProblem.MaxExtent, "slots");
                faults.Require(eta.EarliestStart is not { } earliest || (earliest >= 0 && earliest <= eta.Arrival), "out-of-range", $"{place}/earliestStart", $"is {eta.EarliestStart}; expected 0 to the arrival, {eta.Arrival}.");
                break;
            case CallOmitted omitted:
                if (IsToCome($"{place}/call", omitted.Call, "is left out", replan, problem, plan, faults))
                {
                    Once($"{place}/call", omitted.Call, index, changed, faults);
                }

                break;
            case CraneDown down:
                if (faults.Index($"{place}/pool", down.Pool, problem.CranePools.Length, "crane pool"))
                {
                    faults.Index($"{place}/crane", down.Crane, problem.CranePools[down.Pool].Count, "crane");
                }

                AheadFaults($"{place}/slots", down.Slots, replan.Now, problem, faults);
                break;
            case BerthClosed closed:
                if (faults.Index($"{place}/quay", closed.Quay, problem.Quays.Length, "quay"))
                {
                    var length = problem.Quays[closed.Quay].Length;
                    faults.Require(closed.Sections.From >= 0 && closed.Sections.From < closed.Sections.To && closed.Sections.To <= length, "empty-interval", $"{place}/sections", $"is {Words(problem).Metres(closed.Sections.From, closed.Sections.To)}; expected some of the {Words(problem).Metres(length)} of the quay.");
                }

                AheadFaults($"{place}/slots", closed.Slots, replan.Now, problem, faults);
                break;
            case WindLimit wind:
                faults.NotNegative($"{place}/minLength", wind.MinLength);
                AheadFaults($"{place}/slots", wind.Slots, replan.Now, problem, faults);
                break;
            case VisibilityClosed fog:
                AheadFaults($"{place}/slots", fog.Slots, replan.Now, problem, faults);
                break;
        }
    }

    private static void PinFaults(BerthProblem problem, BerthPlan plan, BerthReplan replan, Dictionary<int, int> changed, FaultList faults)
    {
        var first = new Dictionary<int, int>();
        for (var index = 0; index < replan.Pins.Length; index++)
        {
            var (place, call) = ($"/pins/{index}/call", replan.Pins[index].Call);
            if (!IsToCome(place, call, "is pinned", replan, problem, plan, faults))
            {
                continue;
            }

            faults.Require(first.TryAdd(call, index), "duplicate-entry", place, $"is a call that pin {first[call]} is of already; expected one pin for each call.");
            faults.Require(!changed.TryGetValue(call, out var by) || replan.Events[by] is not CallOmitted, "call-omitted", place, $"is a call that event {(changed.TryGetValue(call, out by) ? by : -1)} leaves out; expected one that comes.");
        }
    }

    /// <summary>What has begun cannot be changed any more.</summary>
    private static bool IsToCome(string place, int call, string what, BerthReplan replan, BerthProblem problem, BerthPlan plan, FaultList faults) =>
        faults.Index(place, call, problem.Calls.Length, "call")
        && faults.Require(!HasBegun(plan.Assignments[call], replan.Now), "call-under-way", place, $"{what}, but call \"{problem.Calls[call].Id}\" has begun at {Words(problem).Time(plan.Assignments[call]?.Start ?? 0)}; expected one that begins at {Words(problem).Time(replan.Now)} or later.");

    /// <summary>Whether a call lies at the quay by now, or has left.</summary>
    public static bool HasBegun(Assignment? stay, int now) => stay is { } began && began.Start < now;

    private static void Once(string place, int call, int index, Dictionary<int, int> changed, FaultList faults) =>
        faults.Require(changed.TryAdd(call, index), "duplicate-entry", place, $"is a call that event {changed[call]} changes already; expected one event for each call.");

    private static void AheadFaults(string place, Interval slots, int now, BerthProblem problem, FaultList faults)
    {
        if (faults.Require(slots.From < slots.To, "empty-interval", place, $"is {Words(problem).Times(slots.From, slots.To)}; expected an end behind its start."))
        {
            faults.Require(slots.To > now, "event-past", place, $"ends at {Words(problem).Time(slots.To)}; expected later than now, {Words(problem).Time(now)}.");
        }
    }

    private static UnitWords Words(BerthProblem problem) => BerthFaultLog.WordsOf(problem.Grid);
}
