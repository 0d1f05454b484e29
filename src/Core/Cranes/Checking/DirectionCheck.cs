using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes.Checking;

/// <summary>Whether cranes move only the ways that they may.</summary>
internal static class DirectionCheck
{
    public static void Run(CraneProblem problem, Stint[] stints, FaultLog<CraneFault> faults)
    {
        if (problem.Direction == CraneDirection.Free)
        {
            return;
        }

        var cranes = Stint.ByCrane(problem, stints);
        var (notUp, notDown) = (Against(cranes, 1), Against(cranes, -1));
        notUp.AddRange(Backwards(problem, stints, 1));
        notDown.AddRange(Backwards(problem, stints, -1));
        var up = problem.Direction == CraneDirection.Upward || (problem.Direction == CraneDirection.Either && notUp.Count <= notDown.Count);
        foreach (var (from, to) in up ? notUp : notDown)
        {
            if (from.Number != to.Number)
            {
                faults.Add(CraneFaultCodes.Direction, from.Index, to.Index, $"{from.Where(faults.Words)} comes before {to.Where(faults.Words)} of the crane ahead, and is in its way; expected it behind that, as all cranes move {(up ? "up" : "down")}wards and none goes back.");
                continue;
            }

            faults.Add(CraneFaultCodes.Direction, from.Index, to.Index, $"{from.Where(faults.Words)} is followed by {to.Where(faults.Words)}; expected one at {faults.Words.Metres(from.Task.Position)} or {(up ? "more" : "less")}, as {(problem.Direction == CraneDirection.Either ? $"most cranes move {(up ? "up" : "down")}wards and all must" : $"cranes may only move {(up ? "up" : "down")}wards")}.");
        }
    }

    /// <summary>
    /// Tasks of two cranes in each other's way of which the one behind, seen in the direction, comes first: its crane would have to go back
    /// for the other's task. Each task is reported with at most one of every crane.
    /// </summary>
    private static IEnumerable<(Stint From, Stint To)> Backwards(CraneProblem problem, Stint[] stints, int direction)
    {
        // Behind their clearances, tasks with smaller keys must come before those of cranes further back.
        long Key(Stint stint) => direction * (stint.Task.Position - ((long)problem.Rail.Clearance * stint.Number));
        var latest = new Stint?[problem.Cranes.Length];
        foreach (var stint in stints.Where(stint => stint.Crane is not null).OrderBy(Key).ThenBy(stint => direction * stint.Number).ThenBy(stint => stint.Index))
        {
            for (var ahead = stint.Number + direction; ahead >= 0 && ahead < latest.Length; ahead += direction)
            {
                if (latest[ahead] is { } other && other.Start > stint.Start)
                {
                    yield return (stint, other);
                }
            }

            if (latest[stint.Number] is not { } own || own.Start < stint.Start)
            {
                latest[stint.Number] = stint;
            }
        }
    }

    /// <summary>Tasks of one crane that follow each other against the direction.</summary>
    private static List<(Stint From, Stint To)> Against(List<Stint>[] cranes, int direction)
    {
        var against = new List<(Stint, Stint)>();
        foreach (var crane in cranes)
        {
            var way = crane.OrderBy(stint => stint.Start).ThenBy(stint => stint.Free).ThenBy(stint => direction * (long)stint.Task.Position).ThenBy(stint => stint.Index).ToList();
            against.AddRange(way.Zip(way.Skip(1)).Where(pair => direction * ((long)pair.Second.Task.Position - pair.First.Task.Position) < 0));
        }

        return against;
    }
}
