using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes.Checking;

/// <summary>One task at work: by whom, from when to when. Slots are long: plans may say anything.</summary>
internal sealed class Stint : IPlanned
{
    private Stint(int index, CraneTask task, TaskAssignment assignment)
    {
        Index = index;
        Task = task;
        Number = assignment.Crane;
        Start = assignment.Start;
        End = assignment.End;
    }

    public int Index { get; }

    public CraneTask Task { get; }

    /// <summary>Index of the crane, whether or not there is such a crane.</summary>
    public int Number { get; }

    /// <summary>The crane; null when there is no such crane.</summary>
    public Crane? Crane { get; private init; }

    public long Start { get; }

    /// <summary>The end that the plan says.</summary>
    public long End { get; }

    /// <summary>End of the time in which the crane is taken; a task that ends before it starts takes the moment of its start.</summary>
    public long Free => Math.Max(Start, End);

    /// <summary>Slots that this crane works on the task; null when it cannot, or is unknown.</summary>
    public long? Handling { get; private init; }

    public string Name => $"Task \"{Task.Id}\"";

    /// <summary>Name, crane, place and time.</summary>
    public string Where(UnitWords words) => $"{Name} (crane {(Crane is null ? Number : $"\"{Crane.Id}\"")}, at {words.Metres(Task.Position)}, {words.Times(Start, End)})";

    /// <summary>One stint for each task that the plan speaks of, in the problem's order.</summary>
    public static Stint[] All(CraneProblem problem, CranePlan plan)
    {
        var stints = new Stint[Math.Min(problem.Tasks.Length, plan.Assignments.Length)];
        for (var index = 0; index < stints.Length; index++)
        {
            stints[index] = Of(problem, index, plan.Assignments[index]);
        }

        return stints;
    }

    /// <summary>The stints of each crane by start, then end, then index.</summary>
    public static List<Stint>[] ByCrane(CraneProblem problem, Stint[] stints)
    {
        var cranes = new List<Stint>[problem.Cranes.Length];
        for (var crane = 0; crane < cranes.Length; crane++)
        {
            cranes[crane] = [];
        }

        foreach (var stint in stints.Where(stint => stint.Crane is not null).OrderBy(stint => stint.Start).ThenBy(stint => stint.Free).ThenBy(stint => stint.Index))
        {
            cranes[stint.Number].Add(stint);
        }

        return cranes;
    }

    private static Stint Of(CraneProblem problem, int index, TaskAssignment assignment)
    {
        var task = problem.Tasks[index];
        if (assignment.Crane < 0 || assignment.Crane >= problem.Cranes.Length)
        {
            return new Stint(index, task, assignment);
        }

        var crane = problem.Cranes[assignment.Crane];
        long slots = task.HandlingByCrane.IsEmpty
            ? ((100L * task.Handling) + crane.RatePercent - 1) / crane.RatePercent
            : task.HandlingByCrane[assignment.Crane];
        return new Stint(index, task, assignment) { Crane = crane, Handling = slots < 0 ? null : slots };
    }
}
