namespace BerthOpt.Cranes;

/// <summary>A crane comes to a position: it takes some of what the higher cranes have left there.</summary>
internal sealed class SweepEvent
{
    public SweepEvent(CraneModel model, int group, int crane, int key)
    {
        (Group, Crane, Key) = (group, crane, key);
        Steps = [.. Enumerable.Range(model.GroupStart[group], model.GroupStart[group + 1] - model.GroupStart[group])
            .Where(task => model.Can(task, crane))
            .Select(task => new SweepStep(model, task, crane))];
        Last = [.. Enumerable.Range(model.GroupStart[group], model.GroupStart[group + 1] - model.GroupStart[group])
            .Where(task => !Enumerable.Range(0, crane).Any(lower => model.Can(task, lower)))];
    }

    public int Group { get; }

    public int Crane { get; }

    /// <summary>Key times travel, scaled.</summary>
    public int Key { get; }

    /// <summary>The tasks that the crane can do there, predecessors first.</summary>
    public SweepStep[] Steps { get; }

    /// <summary>Tasks that no lower crane can do: behind this event they must be done.</summary>
    public int[] Last { get; }

    /// <summary>Bits of <see cref="Last"/>.</summary>
    public ulong LastMask { get; private set; }

    /// <summary>Bits of the whole group.</summary>
    public ulong GroupMask { get; private set; }

    /// <summary>Whether no crane comes to this position behind this event.</summary>
    public bool Closes => Crane == 0;

    public void Place(int[] bits)
    {
        foreach (var task in Last)
        {
            LastMask |= 1UL << bits[task];
        }

        foreach (var step in Steps)
        {
            step.Bit = 1UL << bits[step.Task];
            GroupMask |= step.Bit;
            foreach (var before in step.Before)
            {
                step.BeforeMask |= 1UL << bits[before];
            }
        }

        GroupMask |= LastMask;
    }
}

/// <summary>A crane may do a task.</summary>
internal sealed class SweepStep
{
    public SweepStep(CraneModel model, int task, int crane)
    {
        Task = task;
        var at = (task * model.Cranes) + crane;
        (Handling, Release, LatestEnd) = (model.Handling[at], model.Release[at], model.LatestEnd[at]);
        Before = [.. model.Predecessors[task].Where(other => model.GroupOf[other] == model.GroupOf[task])];
    }

    public int Task { get; }

    public int Handling { get; }

    public int Release { get; }

    public int LatestEnd { get; }

    /// <summary>Tasks of the same position that must be done before.</summary>
    public int[] Before { get; }

    public ulong Bit { get; set; }

    public ulong BeforeMask { get; set; }
}
