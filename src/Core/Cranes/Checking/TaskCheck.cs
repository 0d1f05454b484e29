using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes.Checking;

/// <summary>What each task needs for itself: a crane that can do it, its vessel, the whole of its time, its pins.</summary>
internal static class TaskCheck
{
    public static void Run(CraneProblem problem, Stint[] stints, FaultLog<CraneFault> faults)
    {
        foreach (var stint in stints)
        {
            if (stint.Crane is { } crane)
            {
                Place(problem, stint, crane, faults);
            }
            else
            {
                faults.Add(CraneFaultCodes.CraneUnknown, stint, $"has crane number {stint.Number}; expected 0 to {problem.Cranes.Length - 1}.");
            }

            Times(problem, stint, faults);
            Pin(problem, stint, faults);
        }
    }

    private static void Place(CraneProblem problem, Stint stint, Crane crane, FaultLog<CraneFault> faults)
    {
        var (at, rail) = (stint.Task.Position, problem.Rail);
        if (stint.Handling is not { } slots)
        {
            faults.Add(CraneFaultCodes.CannotDo, stint, $"is given to crane \"{crane.Id}\", which cannot do it; expected a crane that has a handling time for it.");
        }
        else if (stint.End != stint.Start + slots)
        {
            faults.Add(CraneFaultCodes.EndMismatch, stint, $"ends at {faults.Words.Time(stint.End)}; expected {faults.Words.Time(stint.Start + slots)}, {faults.Words.Duration(slots)} of work by crane \"{crane.Id}\" after its start.");
        }

        if (crane.Reach is { } reach && !reach.Contains(at))
        {
            faults.Add(CraneFaultCodes.OutOfReach, stint, $"lies at {faults.Words.Metres(at)}; expected one in {faults.Words.Metres(reach.From, reach.To)}, where crane \"{crane.Id}\" can work.");
        }

        var least = rail.From + ((long)rail.Clearance * stint.Number);
        var most = rail.To - ((long)rail.Clearance * (problem.Cranes.Length - 1 - stint.Number));
        if (least is { } first && at < first)
        {
            faults.Add(CraneFaultCodes.RailEnd, stint, $"lies at {faults.Words.Metres(at)}; expected {faults.Words.Metres(first)} or more with crane \"{crane.Id}\", so that the {stint.Number} cranes on its left have room.");
        }

        if (most is { } last && at > last)
        {
            faults.Add(CraneFaultCodes.RailEnd, stint, $"lies at {faults.Words.Metres(at)}; expected {faults.Words.Metres(last)} or less with crane \"{crane.Id}\", so that the {problem.Cranes.Length - 1 - stint.Number} cranes on its right have room.");
        }
    }

    private static void Times(CraneProblem problem, Stint stint, FaultLog<CraneFault> faults)
    {
        var vessel = problem.Vessels[stint.Task.Vessel];
        if (stint.Start < vessel.Ready)
        {
            faults.Add(CraneFaultCodes.VesselNotReady, stint, $"starts at {faults.Words.Time(stint.Start)}; expected {faults.Words.Time(vessel.Ready)}, when vessel \"{vessel.Id}\" is ready, or later.");
        }

        if (stint.End > vessel.Deadline)
        {
            faults.Add(CraneFaultCodes.DeadlineMissed, stint, $"ends at {faults.Words.Time(stint.End)}; expected by the deadline of vessel \"{vessel.Id}\", {faults.Words.Time(vessel.Deadline)}.");
        }

        if (stint.End > problem.Horizon)
        {
            faults.Add(CraneFaultCodes.BeyondHorizon, stint, $"ends at {faults.Words.Time(stint.End)}; expected by the horizon, {faults.Words.Time(problem.Horizon)}. Maybe the horizon is too short for all tasks.");
        }
    }

    private static void Pin(CraneProblem problem, Stint stint, FaultLog<CraneFault> faults)
    {
        if (stint.Task.Pin?.Crane is { } crane && crane != stint.Number)
        {
            faults.Add(CraneFaultCodes.PinBroken, stint, $"is worked on by crane {(stint.Crane is { } other ? $"\"{other.Id}\"" : $"number {stint.Number}")}; expected \"{problem.Cranes[crane].Id}\", to which it is pinned.");
        }

        if (stint.Task.Pin?.Start is { } start && start != stint.Start)
        {
            faults.Add(CraneFaultCodes.PinBroken, stint, $"starts at {faults.Words.Time(stint.Start)}; expected {faults.Words.Time(start)}, to which it is pinned.");
        }
    }
}
