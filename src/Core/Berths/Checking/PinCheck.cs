using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether the plan keeps what a planner has pinned or frozen. A call that is left out breaks neither.</summary>
internal static class PinCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        foreach (var visit in visits)
        {
            if (visit is null)
            {
                continue;
            }

            if (visit.Call.Pin is { } pin)
            {
                Pinned(visit, pin, faults);
            }

            if (problem.Baseline?.Entries[visit.Index] is { Frozen: true } entry)
            {
                Frozen(visit, entry, faults);
            }
        }
    }

    private static void Pinned(Visit visit, Pin pin, FaultLog<PlanFault> faults)
    {
        void Keep(string what, int? wanted, int actual, Func<long, string> say)
        {
            if (wanted is { } value && value != actual)
            {
                faults.Add(BerthFaultCodes.PinBroken, visit, $"has {what} {say(actual)}; expected {say(value)}, to which it is pinned.");
            }
        }

        Keep("quay number", pin.Quay, visit.Assignment.Quay, Number);
        Keep("position", pin.Position, visit.Assignment.Position, faults.Words.Metres);
        Keep("start", pin.Start, visit.Assignment.Start, faults.Words.Time);
        Keep("number of cranes", pin.Cranes, visit.Assignment.Cranes, Number);
        Keep("first crane", pin.FirstCrane + 1, visit.Assignment.FirstCrane + 1, Number);
    }

    private static string Number(long number) => $"{number}";

    private static void Frozen(Visit visit, BaselineEntry then, FaultLog<PlanFault> faults)
    {
        string Said(int quay, int position, int start, int cranes) =>
            $"at quay number {quay}, at {faults.Words.Metres(position)}, from {faults.Words.Time(start)} on{(then.Cranes > 0 ? $", with {cranes} cranes" : "")}";

        var now = visit.Assignment;
        if (now.Quay != then.Quay || now.Position != then.Position || now.Start != then.Start || (then.Cranes > 0 && now.Cranes != then.Cranes))
        {
            faults.Add(BerthFaultCodes.FrozenMoved, visit, $"lies {Said(now.Quay, now.Position, now.Start, now.Cranes)}; expected {Said(then.Quay, then.Position, then.Start, then.Cranes)}, where it is frozen.");
        }
    }
}
