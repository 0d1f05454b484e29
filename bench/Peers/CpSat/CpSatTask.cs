using BerthOpt.Cranes;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>The decisions on one task.</summary>
/// <param name="Index">Index of the task.</param>
/// <param name="Task">The task.</param>
/// <param name="Start">Slot of its start.</param>
/// <param name="End">Slot of its end.</param>
/// <param name="By">For each crane that can do it, whether it does.</param>
internal sealed record CpSatTask(int Index, CraneTask Task, IntVar Start, IntVar End, IReadOnlyDictionary<int, BoolVar> By)
{
    /// <summary>Adds all tasks: each done by one crane, with no overlap for each crane.</summary>
    public static List<CpSatTask> All(CraneProblem problem, CpModel model)
    {
        var works = problem.Cranes.Select(_ => new List<IntervalVar>()).ToArray();
        var tasks = problem.Tasks.Select((task, index) => Of(problem, model, task, index, works)).ToList();
        foreach (var work in works)
        {
            model.AddNoOverlap(work);
        }

        return tasks;
    }

    private static CpSatTask Of(CraneProblem problem, CpModel model, CraneTask task, int index, List<IntervalVar>[] works)
    {
        var vessel = problem.Vessels[task.Vessel];
        var start = model.NewIntVar(vessel.Ready, Math.Max(vessel.Ready, problem.Horizon), $"start{index}");
        if (task.Pin?.Start is { } pinned)
        {
            model.Add(start == pinned);
        }

        var end = model.NewIntVar(0, Math.Min(problem.Horizon, vessel.Deadline), $"end{index}");
        var by = new Dictionary<int, BoolVar>();
        for (var crane = 0; crane < problem.Cranes.Length; crane++)
        {
            if (Slots(problem, task, crane) is not { } slots)
            {
                continue;
            }

            var (its, does) = (problem.Cranes[crane], model.NewBoolVar($"crane{crane}does{index}"));
            by[crane] = does;
            works[crane].Add(model.NewOptionalIntervalVar(start, slots, end, does, $"work{crane}of{index}"));
            var ready = its.Ready + (its.Start is { } from ? problem.Rail.Travel(Math.Abs((long)from - task.Position)) : 0);
            model.Add(start >= ready).OnlyEnforceIf(does);
        }

        model.AddExactlyOne(by.Values);
        return new CpSatTask(index, task, start, end, by);
    }

    /// <summary>Slots that a crane works on the task; null when it cannot do it.</summary>
    private static long? Slots(CraneProblem problem, CraneTask task, int crane)
    {
        var (its, rail) = (problem.Cranes[crane], problem.Rail);
        var slots = task.HandlingByCrane.IsEmpty ? ((100L * task.Handling) + its.RatePercent - 1) / its.RatePercent : task.HandlingByCrane[crane];
        var fits = (rail.From is not { } from || task.Position - ((long)rail.Clearance * crane) >= from)
            && (rail.To is not { } to || task.Position + ((long)rail.Clearance * (problem.Cranes.Length - 1 - crane)) <= to);
        return slots >= 0 && fits && its.Reach?.Contains(task.Position) != false && (task.Pin?.Crane is not { } pinned || pinned == crane) ? slots : null;
    }
}
