using BerthOpt.Cranes.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>All figures of one task, line by line, for its tooltip.</summary>
internal static class TaskFacts
{
    public static string Of(Scene scene, Stint stint) => string.Join('\n', Lines(scene, stint));

    private static IEnumerable<string> Lines(Scene scene, Stint stint)
    {
        var (task, clock) = (stint.Task, scene.Clock);
        var vessel = scene.Problem.Vessels.Length > 1 ? $", {scene.Problem.Vessels[task.Vessel].Id}" : "";
        yield return $"task {task.Id}{vessel}";
        yield return $"crane {stint.Crane!.Id} at {scene.Place(task.Position)}{(task.Bay > 0 ? $", bay {task.Bay:00}" : "")}{Place(task.Place)}";
        if (Work(task) is { Length: > 0 } work)
        {
            yield return work;
        }

        yield return $"{clock.Span(stint.Start, stint.Free)}, {clock.Duration(stint.Free - stint.Start)}";
        foreach (var fault in scene.FaultsOf[stint.Index].Take(3))
        {
            yield return $"broken rule: {fault.Message}";
        }
    }

    private static string Place(TaskPlace place) => place switch { TaskPlace.Deck => ", on deck", TaskPlace.Hold => ", in the hold", _ => "" };

    private static string Work(CraneTask task)
    {
        var moves = task.Moves > 0 ? $"{Words.Number(task.Moves)} {(task.Moves == 1 ? "move" : "moves")}" : "";
        var work = task.Work switch
        {
            TaskWork.Discharge => "discharge",
            TaskWork.Load => "load",
            TaskWork.DoubleCycle => "double cycling",
            TaskWork.HatchOpen => "hatch covers off",
            TaskWork.HatchClose => "hatch covers on",
            _ => "",
        };
        return work.Length > 0 && moves.Length > 0 ? $"{work}, {moves}" : work + moves;
    }
}
