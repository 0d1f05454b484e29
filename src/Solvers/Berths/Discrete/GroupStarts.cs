namespace BerthOpt.Berths;

/// <summary>Plans given by the group of equal berths and the start of each call.</summary>
internal static class GroupStarts
{
    /// <summary>The plan: in the order of starts, each call takes the first berth of its group that is free.</summary>
    public static BerthPlan ToPlan(BerthProblem problem, DiscreteModel model, ReadOnlySpan<(int Group, int Start)> starts)
    {
        var assignments = new Assignment?[starts.Length];
        var free = Array.ConvertAll(model.Berths, berth => model.Open[berth.Group]);
        var all = starts.ToArray();
        foreach (var call in Enumerable.Range(0, all.Length).OrderBy(call => all[call].Start).ThenBy(call => call))
        {
            var (group, start) = all[call];
            var index = Array.FindIndex(model.Berths, berth => berth.Group == group);
            while (model.Berths[index].Group != group || free[index] > start)
            {
                index++;
            }

            var place = model.Berths[index];
            ref readonly var cell = ref model.Cells[(group * model.Calls) + call];
            free[index] = start + cell.Occupied;
            assignments[call] = new Assignment(place.Quay, place.Number, place.Position, start, free[index] - model.Clearance, cell.Cranes);
        }

        return new BerthPlan(assignments);
    }
}
