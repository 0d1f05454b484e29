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
                Pinned(problem, visit, pin, faults);
            }

            if (problem.Baseline?.Entries[visit.Index] is { Frozen: true } entry)
            {
                Frozen(problem, visit, entry, faults);
            }
        }
    }

    private static void Pinned(BerthProblem problem, Visit visit, Pin pin, FaultLog<PlanFault> faults)
    {
        void Keep(string what, int? wanted, int actual, Func<long, string> say)
        {
            if (wanted is { } value && value != actual)
            {
                faults.Add(BerthFaultCodes.PinBroken, visit, $"has {what} {say(actual)}; expected {say(value)}, to which it is pinned.");
            }
        }

        Keep("quay", pin.Quay, visit.Assignment.Quay, quay => Quay(problem, quay));
        Keep("position", pin.Position, visit.Assignment.Position, faults.Words.Metres);
        Keep("start", pin.Start, visit.Assignment.Start, faults.Words.Time);
        Keep("number of cranes", pin.Cranes, visit.Assignment.Cranes, Number);
        Keep("first crane", pin.FirstCrane, visit.Assignment.FirstCrane, crane => crane < 0 ? "none" : Number(crane + 1));
    }

    private static string Number(long number) => $"{number}";

    private static string Quay(BerthProblem problem, long quay) => quay >= 0 && quay < problem.Quays.Length ? $"\"{problem.Quays[(int)quay].Id}\"" : $"number {quay}";

    private static void Frozen(BerthProblem problem, Visit visit, BaselineEntry then, FaultLog<PlanFault> faults)
    {
        string Said(int quay, int position, int start, int cranes) =>
            $"at quay {Quay(problem, quay)}, at {faults.Words.Metres(position)}, from {faults.Words.Time(start)} on{(then.Cranes > 0 ? $", with {cranes} cranes" : "")}";

        var now = visit.Assignment;
        if (now.Quay != then.Quay || now.Position != then.Position || now.Start != then.Start || (then.Cranes > 0 && now.Cranes != then.Cranes))
        {
            faults.Add(BerthFaultCodes.FrozenMoved, visit, $"lies {Said(now.Quay, now.Position, now.Start, now.Cranes)}; expected {Said(then.Quay, then.Position, then.Start, then.Cranes)}, where it is frozen.");
        }
    }
}
