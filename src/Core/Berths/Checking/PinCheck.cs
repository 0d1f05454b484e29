namespace BerthOpt.Berths.Checking;

/// <summary>Whether the plan keeps what a planner has pinned or frozen.</summary>
internal static class PinCheck
{
    public static void Run(BerthProblem problem, BerthPlan plan, FaultLog faults)
    {
        for (var index = 0; index < Math.Min(problem.Calls.Length, plan.Assignments.Length); index++)
        {
            Pinned(index, problem.Calls[index], plan.Assignments[index], faults);
            if (problem.Baseline?.Entries[index] is { Frozen: true } entry)
            {
                Frozen(index, problem.Calls[index], plan.Assignments[index], entry, faults);
            }
        }
    }

    private static void Pinned(int index, Call call, Assignment? planned, FaultLog faults)
    {
        if (call.Pin is not { } pin || planned is not { } now)
        {
            return;
        }

        void Keep(string what, int? wanted, int actual)
        {
            if (wanted is { } value && value != actual)
            {
                faults.Add(BerthFaultCodes.PinBroken, index, -1, () => $"Call \"{call.Id}\" has {what} {actual}; expected {value}, to which it is pinned.");
            }
        }

        Keep("quay number", pin.Quay, now.Quay);
        Keep("position", pin.Position, now.Position);
        Keep("start", pin.Start, now.Start);
        Keep("number of cranes", pin.Cranes, now.Cranes);
        Keep("first crane", pin.FirstCrane, now.FirstCrane);
    }

    private static void Frozen(int index, Call call, Assignment? planned, BaselineEntry then, FaultLog faults)
    {
        string Said(int quay, int position, int start, int cranes) =>
            $"at quay number {quay}, position {position}, from slot {start}{(then.Cranes > 0 ? $", with {cranes} cranes" : "")}";

        if (planned is not { } now)
        {
            return;
        }

                if (now.Quay != then.Quay || now.Position != then.Position || now.Start != then.Start || (then.Cranes > 0 && now.Cranes != then.Cranes))
        {
            faults.Add(BerthFaultCodes.FrozenMoved, index, -1, () => $"Call \"{call.Id}\" is {Said(now.Quay, now.Position, now.Start, now.Cranes)}; expected it {Said(then.Quay, then.Position, then.Start, then.Cranes)}, for it is frozen there.");
        }
    }
}
