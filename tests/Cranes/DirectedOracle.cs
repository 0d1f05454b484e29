using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

/// <summary>The least makespan of all assignments of tasks to cranes that all move one way, straight from the definitions.</summary>
internal static class DirectedOracle
{
    /// <summary>The least makespan; null when there is no plan.</summary>
    public static int? Best(CraneProblem problem)
    {
        int? best = null;
        foreach (var way in problem.Direction switch { CraneDirection.Upward => new[] { 1 }, CraneDirection.Downward => [-1], _ => [1, -1] })
        {
            var cranes = new int[problem.Tasks.Length];
            do
            {
                best = Makespan(problem, cranes, way) is { } makespan && !(best <= makespan) ? makespan : best;
            }
            while (Next(cranes, problem.Cranes.Length));
        }

        return best;
    }

    private static bool Next(int[] cranes, int count)
    {
        for (var task = 0; task < cranes.Length; task++)
        {
            if (++cranes[task] < count)
            {
                return true;
            }

            cranes[task] = 0;
        }

        return false;
    }

    /// <summary>Starts are raised until all rules hold; a circle of rules raises them beyond all limits.</summary>
    private static int? Makespan(CraneProblem problem, int[] cranes, int way)
    {
        var (tasks, rail) = (problem.Tasks, problem.Rail);
        var starts = new long[tasks.Length];
        var slots = new long[tasks.Length];
        for (var task = 0; task < tasks.Length; task++)
        {
            var (work, who) = (tasks[task], problem.Cranes[cranes[task]]);
            slots[task] = work.HandlingByCrane.IsDefaultOrEmpty ? ((work.Handling * 100L) + who.RatePercent - 1) / who.RatePercent : work.HandlingByCrane[cranes[task]];
            starts[task] = Math.Max(problem.Vessels[work.Vessel].Ready, who.Ready + (who.Start is { } from ? rail.Travel(Math.Abs(from - work.Position)) : 0));
            for (var other = 0; rail.StartsBlock && other < problem.Cranes.Length; other++)
            {
                var overlap = problem.Cranes[other].Start is { } place && other != cranes[task] ? Overlap(rail, work.Position, cranes[task], place, other) : 0;
                starts[task] = Math.Max(starts[task], overlap > 0 ? problem.Cranes[other].Ready + rail.Travel(overlap) : 0);
            }

            if (slots[task] < 0 || who.Reach?.Contains(work.Position) == false || (work.Pin?.Crane ?? cranes[task]) != cranes[task]
                || work.Position - (rail.Clearance * cranes[task]) < rail.From
                || work.Position + (rail.Clearance * (problem.Cranes.Length - 1 - cranes[task])) > rail.To)
            {
                return null;
            }
        }

        for (var raised = true; raised;)
        {
            raised = false;
            for (var first = 0; first < tasks.Length; first++)
            {
                for (var second = 0; second < tasks.Length; second++)
                {
                    if (first != second && Gap(problem, cranes, way, first, second) is { } gap && starts[second] < starts[first] + slots[first] + gap)
                    {
                        starts[second] = starts[first] + slots[first] + gap;
                        raised = true;
                    }
                }
            }

            if (starts.Max() > 1000)
            {
                return null;
            }
        }

        for (var task = 0; task < tasks.Length; task++)
        {
            var (end, who) = (starts[task] + slots[task], problem.Cranes[cranes[task]]);
            var home = who.Final is { } final && who.Until != Crane.Never ? rail.Travel(Math.Abs(final - tasks[task].Position)) : 0;
            if (end > problem.Horizon || end > problem.Vessels[tasks[task].Vessel].Deadline || end + home > who.Until)
            {
                return null;
            }
        }

        return (int)Enumerable.Range(0, tasks.Length).Max(task => starts[task] + slots[task]);
    }

    /// <summary>Sections by which a crane at one place is in the way of another.</summary>
    private static long Overlap(Rail rail, int position, int crane, int place, int other) =>
        crane < other ? position - place + ((long)rail.Clearance * (other - crane)) : place - position + ((long)rail.Clearance * (crane - other));

    /// <summary>Slots that must lie between the first and the second task when the first must come before; null when it need not.</summary>
    private static long? Gap(CraneProblem problem, int[] cranes, int way, int first, int second)
    {
        var (tasks, rail) = (problem.Tasks, problem.Rail);
        var ahead = way * (tasks[second].Position - tasks[first].Position);
        if (cranes[first] == cranes[second])
        {
            var before = ahead > 0 || (ahead == 0 && (problem.Precedences.Contains(new TaskPair(first, second)) || !problem.Precedences.Contains(new TaskPair(second, first)) && Rank(problem, first).CompareTo(Rank(problem, second)) < 0));
            return before ? rail.Travel(Math.Abs(ahead)) : null;
        }

        long? gap = problem.Precedences.Contains(new TaskPair(first, second)) ? 0 : null;
        var overlap = Overlap(rail, tasks[first].Position, cranes[first], tasks[second].Position, cranes[second]);
        return overlap > 0 && way * (cranes[first] - cranes[second]) > 0 ? rail.Travel(overlap) : gap;
    }

    /// <summary>Of tasks at one position those whose vessel, and those that their vessel's earlier tasks, let start first; an index breaks ties.</summary>
    private static (int Ready, int Index) Rank(CraneProblem problem, int task)
    {
        var ready = problem.Vessels[problem.Tasks[task].Vessel].Ready;
        foreach (var pair in problem.Precedences.Where(pair => pair.Second == task))
        {
            ready = Math.Max(ready, Rank(problem, pair.First).Ready);
        }

        return (ready, task);
    }
}
