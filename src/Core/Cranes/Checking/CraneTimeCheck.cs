using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes.Checking;

/// <summary>Whether each task lies in its crane's time: behind its way from the start, before its way to the end, outside outages, and out of the way of cranes that still stand at their starts.</summary>
internal static class CraneTimeCheck
{
    public static void Run(CraneProblem problem, Stint[] stints, FaultLog<CraneFault> faults)
    {
        foreach (var stint in stints)
        {
            if (stint.Crane is { } crane)
            {
                Window(problem.Rail, stint, crane, faults);
                Outages(stint, crane, faults);
                Starts(problem, stint, faults);
            }
        }
    }

    private static void Window(Rail rail, Stint stint, Crane crane, FaultLog<CraneFault> faults)
    {
        long at = stint.Task.Position;
        var ready = crane.Ready + (crane.Start is { } start ? rail.Travel(Math.Abs(start - at)) : 0);
        if (stint.Start < ready)
        {
            faults.Add(CraneFaultCodes.CraneNotReady, stint, $"starts at {faults.Words.Time(stint.Start)}; expected {faults.Words.Time(ready)} or later, as crane \"{crane.Id}\" is ready at {faults.Words.Time(crane.Ready)}{(crane.Start is { } from ? $" at {faults.Words.Metres(from)}" : "")}.");
        }

        var gone = stint.End + (crane.Final is { } final ? rail.Travel(Math.Abs(final - at)) : 0);
        if (crane.Until != Crane.Never && gone > crane.Until)
        {
            faults.Add(CraneFaultCodes.CraneGone, stint, $"ends at {faults.Words.Time(stint.End)}{(crane.Final is null ? "" : $", so that its crane is at its final position at {faults.Words.Time(gone)}")}; expected by {faults.Words.Time(crane.Until)}, when crane \"{crane.Id}\" must be done.");
        }
    }

    private static void Outages(Stint stint, Crane crane, FaultLog<CraneFault> faults)
    {
        // Ascending and disjoint: those that overlap follow each other.
        var (low, high) = (0, crane.Outages.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = crane.Outages[middle].To <= stint.Start ? (middle + 1, high) : (low, middle);
        }

        for (var number = low; number < crane.Outages.Length && crane.Outages[number].From < stint.Free; number++)
        {
            var outage = crane.Outages[number];
            faults.Add(CraneFaultCodes.CraneOut, stint, $"is worked on from {faults.Words.Times(stint.Start, stint.End)}; expected none of {faults.Words.Times(outage.From, outage.To)}, when crane \"{crane.Id}\" is out.");
        }
    }

    private static void Starts(CraneProblem problem, Stint stint, FaultLog<CraneFault> faults)
    {
        if (!problem.Rail.StartsBlock)
        {
            return;
        }

        for (var number = 0; number < problem.Cranes.Length; number++)
        {
            var other = problem.Cranes[number];
            if (number == stint.Number || other.Start is not { } start)
            {
                continue;
            }

            var missing = RailCheck.Missing(problem.Rail, stint.Number, stint.Task.Position, number, start);
            if (missing > 0 && stint.Start < other.Ready + problem.Rail.Travel(missing))
            {
                faults.Add(CraneFaultCodes.StartInTheWay, stint, $"starts at {faults.Words.Time(stint.Start)} at {faults.Words.Metres(stint.Task.Position)} with crane \"{stint.Crane!.Id}\"; expected {faults.Words.Time(other.Ready + problem.Rail.Travel(missing))} or later, as crane \"{other.Id}\" stands at {faults.Words.Metres(start)} until {faults.Words.Time(other.Ready)}.");
            }
        }
    }
}
