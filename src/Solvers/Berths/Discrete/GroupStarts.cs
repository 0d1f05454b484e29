namespace BerthOpt.Berths;

/// <summary>Plans given by the group of equal berths and the start of each call.</summary>
internal static class GroupStarts
{
    /// <summary>Reads a plan that gives every call a berth.</summary>
    public static (int Group, int Start)[] Of(BerthPlan plan, DiscreteModel model) => [.. plan.Assignments.Select(assignment =>
        (Array.Find(model.Berths, berth => berth.Quay == assignment!.Value.Quay && berth.Number == assignment.Value.Berth).Group, assignment!.Value.Start))];

    /// <summary>What some calls cost.</summary>
    public static long CostOf(DiscreteModel model, ReadOnlySpan<(int Group, int Start)> starts, Func<int, bool> among)
    {
        long cost = 0;
        for (var call = 0; call < starts.Length; call++)
        {
            cost += among(call) ? model.CostOf(call, starts[call].Group, starts[call].Start) : 0;
        }

        return cost;
    }

    /// <summary>The berth of each call: in the order of starts, each takes the first one of its group that is free.</summary>
    public static int[] BerthsOf(DiscreteModel model, ReadOnlySpan<(int Group, int Start)> starts)
    {
        var all = starts.ToArray();
        var berths = new int[all.Length];
        var free = Array.ConvertAll(model.Berths, berth => model.Open[berth.Group]);
        foreach (var call in Enumerable.Range(0, all.Length).OrderBy(call => all[call].Start).ThenBy(call => call))
        {
            var (group, start) = all[call];
            var berth = 0;
            while (model.Berths[berth].Group != group || free[berth] > start)
            {
                berth++;
            }

            berths[call] = berth;
            free[berth] = start + model.Cells[(group * model.Calls) + call].Occupied;
        }

        return berths;
    }

    /// <summary>The plan.</summary>
    public static BerthPlan ToPlan(DiscreteModel model, ReadOnlySpan<(int Group, int Start)> starts)
    {
        var berths = BerthsOf(model, starts);
        var assignments = new Assignment?[starts.Length];
        for (var call = 0; call < berths.Length; call++)
        {
            var place = model.Berths[berths[call]];
            ref readonly var cell = ref model.Cells[(place.Group * model.Calls) + call];
            var start = starts[call].Start;
            assignments[call] = new Assignment(place.Quay, place.Number, place.Position, start, start + cell.Occupied - model.Clearance, cell.Cranes);
        }

        return new BerthPlan(assignments);
    }
}
