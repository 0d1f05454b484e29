namespace BerthOpt.Cranes.Checking;

/// <summary>Whether cranes move only the ways that they may.</summary>
internal static class DirectionCheck
{
    public static void Run(CraneProblem problem, Stint[] stints, FaultLog faults)
    {
        if (problem.Direction == CraneDirection.Free)
        {
            return;
        }

        var cranes = Stint.ByCrane(problem, stints);
        var (notUp, notDown) = (Against(cranes, 1), Against(cranes, -1));
        var up = problem.Direction == CraneDirection.Upward || (problem.Direction == CraneDirection.Either && notUp.Count <= notDown.Count);
        foreach (var (from, to) in up ? notUp : notDown)
        {
            faults.Add(CraneFaultCodes.Direction, from.Index, to.Index, $"{from.Where} is followed by {to.Where}; expected a position of {from.Task.Position} or {(up ? "more" : "less")}, as {(problem.Direction == CraneDirection.Either ? $"most cranes move {(up ? "up" : "down")}wards and all must" : $"cranes may only move {(up ? "up" : "down")}wards")}.");
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
