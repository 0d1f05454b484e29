namespace BerthOpt.Cranes;

/// <summary>Lower bounds on the cost of any plan, each term by the best of its bounds; whole numbers only.</summary>
internal static class CraneBounds
{
    /// <summary>No plan costs less.</summary>
    /// <returns>The bound, which method gave the greatest part of it, and the bound on the makespan in it.</returns>
    public static (long Bound, string Method, long End) Of(ListModel model)
    {
        if (model.Tasks == 0)
        {
            return (0, "no tasks", 0);
        }

        var objective = model.Objective;
        var windows = new WindowBound(model);
        var flows = new VesselFlowBound(model);
        var (chains, ends) = Chains(model);
        var (bound, method, most, last) = (0L, "window", 0L, 0L);
        void Add(long part, string name)
        {
            bound += part;
            if (part > most)
            {
                (most, method) = (part, name);
            }
        }

        if (objective.Makespan > 0)
        {
            var (window, flow) = (windows.Of(-1), flows.All());
            var end = Math.Max(window, Math.Max(flow, chains));
            last = end;
            Add(objective.Makespan * end, end == window ? "window" : end == flow ? "vessel flow" : "chain");
        }

        if (model.IsByVessel)
        {
            var byVessel = 0L;
            var late = 0L;
            var least = new long[ends.Length];
            for (var vessel = 0; vessel < ends.Length; vessel++)
            {
                var end = Math.Max(ends[vessel], windows.Of(vessel));
                least[vessel] = end;
                byVessel += model.CompletionRate[vessel] * end;
                late += model.LatenessRate[vessel] * Math.Max(0, end - model.Due[vessel]);
            }

            var capacity = new CompletionPriceBound(model.Cranes, model.CompletionRate, flows.Work, flows.Ready, flows.Most, least).Value();
            Add(Math.Max(byVessel, capacity), capacity > byVessel ? "prices of crane time" : "vessel windows");
            Add(late, "vessel windows");
        }

        var (sections, slots) = Ways(model);
        Add(objective.Travel * sections, "travel");
        Add(objective.CraneSlots * (slots + Enumerable.Range(0, model.Tasks).Sum(task => (long)model.LeastHandling(task))), "work");
        return (bound, method, last);
    }

    /// <summary>Whether some vessel's work, or all of it, cannot be done in time.</summary>
    public static bool ProveInfeasible(ListModel model)
    {
        var problem = model.Model.Problem;
        if (model.Tasks == 0)
        {
            return false;
        }

        var windows = new WindowBound(model);
        var (all, ends) = Chains(model);
        if (Math.Max(all, Math.Max(windows.Of(-1), new VesselFlowBound(model).All())) > problem.Horizon)
        {
            return true;
        }

        for (var vessel = 0; vessel < problem.Vessels.Length; vessel++)
        {
            var deadline = problem.Vessels[vessel].Deadline;
            if (ends[vessel] > deadline || (deadline < problem.Horizon && windows.Of(vessel) > deadline))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest chain of precedences, and the longest to each vessel's end.</summary>
    private static (long All, long[] ByVessel) Chains(ListModel model)
    {
        var ends = new long[model.CompletionRate.Length];
        var end = new long[model.Tasks];
        var open = new int[model.Tasks];
        var free = new Stack<int>();
        for (var task = 0; task < model.Tasks; task++)
        {
            open[task] = model.Model.Predecessors[task].Length;
            if (open[task] == 0)
            {
                free.Push(task);
            }
        }

        while (free.TryPop(out var task))
        {
            var start = model.Model.Predecessors[task].Length == 0 ? 0 : model.Model.Predecessors[task].Max(before => end[before]);
            end[task] = long.MaxValue;
            foreach (var crane in model.Allowed[task])
            {
                var at = (task * model.Cranes) + crane;
                end[task] = Math.Min(end[task], Math.Max(start, model.Model.Release[at]) + model.Model.Handling[at]);
            }

            ref var vessel = ref ends[model.Vessel[task]];
            vessel = Math.Max(vessel, end[task]);
            foreach (var next in model.Model.Successors[task])
            {
                if (--open[next] == 0)
                {
                    free.Push(next);
                }
            }
        }

        return (ends.Max(), ends);
    }

    /// <summary>Sections that must be travelled, and slots for them: each gap between positions, but for one less than there are cranes.</summary>
    private static (long Sections, long Slots) Ways(ListModel model)
    {
        var positions = model.Model.GroupPosition;
        var gaps = new long[positions.Length - 1];
        for (var gap = 0; gap < gaps.Length; gap++)
        {
            gaps[gap] = (long)positions[gap + 1] - positions[gap];
        }

        Array.Sort(gaps);
        long sections = 0;
        for (var gap = 0; gap < gaps.Length - (model.Cranes - 1); gap++)
        {
            sections += gaps[gap];
        }

        return (sections, model.Model.Travel(sections));
    }
}
