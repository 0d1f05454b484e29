using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes.Drawing;

/// <summary>Why a crane waits before a task.</summary>
internal enum WaitReason
{
    /// <summary>It does not wait, or for nothing that can be named.</summary>
    None,

    /// <summary>For another crane that is in its way.</summary>
    Interference,

    /// <summary>For a task that must be done before, or may not be done at the same time.</summary>
    Order,
}

/// <summary>The wait before a task: from when, and for which task of another crane.</summary>
/// <param name="Reason">Why.</param>
/// <param name="From">Slot at which the crane could have been there.</param>
/// <param name="For">The task that is waited for; null for none.</param>
internal readonly record struct Waiting(WaitReason Reason, long From, Stint? For)
{
    /// <summary>The wait between two tasks of a crane, by what ends when it ends.</summary>
    public static Waiting Between(Scene scene, Stint before, Stint task)
    {
        var rail = scene.Problem.Rail;
        var from = before.Free + rail.Travel(Math.Abs((long)task.Task.Position - before.Task.Position));
        if (task.Start <= from)
        {
            return default;
        }

        foreach (var other in scene.Stints.Where(other => other.Number != task.Number && other.Free <= task.Start))
        {
            var missing = RailCheck.Missing(rail, other.Number, other.Task.Position, task.Number, task.Task.Position);
            if (missing > 0 && other.Free + rail.Travel(missing) == task.Start)
            {
                return new Waiting(WaitReason.Interference, from, other);
            }
        }

        var awaited = scene.Stints.FirstOrDefault(other => other.Free == task.Start && other.Number != task.Number && scene.Apart[task.Index].Contains(other.Index));
        return new Waiting(awaited is null ? WaitReason.None : WaitReason.Order, from, awaited);
    }
}
