using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>Pairs of tasks as documents have them.</summary>
internal static class TaskPairDocument
{
    /// <summary>One before the other.</summary>
    public static readonly Shape<TaskPair> Precedence = Pair("precedence", "before", "id of the task that must have ended", "after", "id of the task that starts then at the earliest");

    /// <summary>Not at the same time.</summary>
    public static readonly Shape<TaskPair> Apart = Pair("pair of tasks", "task", "id of one task", "other", "id of the other");

    private static Shape<TaskPair> Pair(string name, string first, string meaning, string second, string other)
    {
        var one = Property<int>.Needed(first, "first", CraneKinds.TaskId, meaning);
        var two = Property<int>.Needed(second, "second", CraneKinds.TaskId, other);
        return new Shape<TaskPair>(
            name,
            [one, two],
            from => new TaskPair(from.Get(one), from.Get(two)),
            (to, pair) =>
            {
                to.Put(one, pair.First);
                to.Put(two, pair.Second);
            });
    }
}
