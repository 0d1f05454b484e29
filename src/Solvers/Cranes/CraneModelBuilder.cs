namespace BerthOpt.Cranes;

/// <summary>Works the rules of a problem into the arrays of a <see cref="CraneModel"/>.</summary>
internal static class CraneModelBuilder
{
    /// <summary>The tasks by position; at one position predecessors first, else by the vessel's ready time and index.</summary>
    public static int[] Order(CraneProblem problem)
    {
        var order = new List<int>(problem.Tasks.Length);
        var open = new int[problem.Tasks.Length];
        var after = problem.Precedences.ToLookup(pair => pair.First, pair => pair.Second);
        foreach (var pair in problem.Precedences)
        {
            open[pair.Second] += problem.Tasks[pair.First].Position == problem.Tasks[pair.Second].Position ? 1 : 0;
        }

        foreach (var group in Enumerable.Range(0, open.Length).GroupBy(task => problem.Tasks[task].Position).OrderBy(group => group.Key))
        {
            var free = new PriorityQueue<int, (int, int)>();
            void Offer(int task) => free.Enqueue(task, (Early(problem, task), task));
            foreach (var task in group.Where(task => open[task] == 0))
            {
                Offer(task);
            }

            while (free.TryDequeue(out var task, out _))
            {
                order.Add(task);
                foreach (var next in after[task].Where(next => problem.Tasks[next].Position == group.Key))
                {
                    if (--open[next] == 0)
                    {
                        Offer(next);
                    }
                }
            }
        }

        return [.. order];
    }

    public static (int[][] Predecessors, int[][] Successors) Neighbours(CraneModel model)
    {
        var pairs = model.Problem.Precedences.Select(pair => (First: model.IndexOf[pair.First], Second: model.IndexOf[pair.Second])).Distinct().Order().ToArray();
        var before = pairs.ToLookup(pair => pair.Second, pair => pair.First);
        var after = pairs.ToLookup(pair => pair.First, pair => pair.Second);
        var tasks = Enumerable.Range(0, model.Tasks);
        return ([.. tasks.Select(task => before[task].ToArray())], [.. tasks.Select(task => after[task].ToArray())]);
    }

    public static void Fill(CraneModel model)
    {
        for (var task = 0; task < model.Tasks; task++)
        {
            for (var crane = 0; crane < model.Cranes; crane++)
            {
                var at = (task * model.Cranes) + crane;
                var handling = HandlingOf(model.Problem, model.TaskOf[task], crane);
                var release = handling < 0 ? 0 : ReleaseOf(model, model.TaskOf[task], crane);
                var end = handling < 0 ? 0 : LatestEndOf(model, model.TaskOf[task], crane, handling);
                if (handling >= 0 && (release > CraneProblem.MaxHorizon || release + handling > end))
                {
                    handling = -1;
                }

                model.Handling[at] = handling;
                model.Release[at] = (int)Math.Min(release, CraneProblem.MaxHorizon);
                model.LatestEnd[at] = (int)Math.Max(end, 0);
            }
        }
    }

    private static int Early(CraneProblem problem, int task) =>
        Math.Max(problem.Tasks[task].Pin?.Start ?? 0, problem.Vessels.IsEmpty ? 0 : problem.Vessels[problem.Tasks[task].Vessel].Ready);

    private static int HandlingOf(CraneProblem problem, int index, int crane)
    {
        var (task, who, rail) = (problem.Tasks[index], problem.Cranes[crane], problem.Rail);
        var inReach = who.Reach is not { } reach || reach.Contains(task.Position);
        var room = task.Position - ((long)rail.Clearance * crane) >= (rail.From ?? long.MinValue)
            && task.Position + ((long)rail.Clearance * (problem.Cranes.Length - 1 - crane)) <= (rail.To ?? long.MaxValue);
        if (!inReach || !room || (task.Pin?.Crane ?? crane) != crane)
        {
            return -1;
        }

        return task.HandlingByCrane.IsDefaultOrEmpty
            ? (int)Math.Min((((long)task.Handling * 100) + who.RatePercent - 1) / who.RatePercent, int.MaxValue)
            : task.HandlingByCrane[crane];
    }

    private static long ReleaseOf(CraneModel model, int index, int crane)
    {
        var problem = model.Problem;
        var (task, who) = (problem.Tasks[index], problem.Cranes[crane]);
        var release = Math.Max(Early(problem, index), who.Ready + (who.Start is { } start ? model.Travel(Math.Abs((long)start - task.Position)) : 0));
        for (var other = 0; problem.Rail.StartsBlock && other < problem.Cranes.Length; other++)
        {
            if (other != crane && problem.Cranes[other].Start is { } place)
            {
                // A start is a task of length 0 of the other crane.
                var overlap = other > crane
                    ? (long)task.Position - place + ((long)model.Clearance * (other - crane))
                    : (long)place - task.Position + ((long)model.Clearance * (crane - other));
                release = Math.Max(release, overlap > 0 ? problem.Cranes[other].Ready + model.Travel(overlap) : 0);
            }
        }

        return release;
    }

    private static long LatestEndOf(CraneModel model, int index, int crane, int handling)
    {
        var problem = model.Problem;
        var (task, who) = (problem.Tasks[index], problem.Cranes[crane]);
        var end = (long)problem.Horizon;
        if (!problem.Vessels.IsEmpty)
        {
            end = Math.Min(end, problem.Vessels[task.Vessel].Deadline);
        }

        if (who.Until != Crane.Never)
        {
            end = Math.Min(end, who.Until - (who.Final is { } final ? model.Travel(Math.Abs((long)final - task.Position)) : 0));
        }

        return task.Pin?.Start is { } pinned ? Math.Min(end, (long)pinned + handling) : end;
    }
}
