namespace BerthOpt.Cranes;

/// <summary>
/// The upward sweep of a <see cref="CraneModel"/>. When cranes only move upwards, crane v at position x has the key <c>x - v * Clearance</c>,
/// and a task waits for another exactly when the other is of the same or a higher crane and has the smaller key: until its end, and then
/// for the travel time of the difference of keys. So all (position, crane) pairs can be gone through once, in order of their keys, and
/// of the past only one number counts for each crane: the greatest end less key, over the tasks of that crane and the higher ones.
/// Times are scaled by <see cref="CraneModel.TravelSections"/>, so that keys times travel are whole numbers.
/// </summary>
internal sealed class SweepModel
{
    private SweepModel(CraneModel model)
    {
        Model = model;
        Cranes = model.Cranes;
        Stride = (Cranes + 7) & ~7;
        Scale = model.TravelSections;
        var lowest = model.GroupPosition[0] - ((long)(Cranes - 1) * model.Clearance);
        Start = new int[model.Groups * Stride];
        Bits = new int[model.Tasks];
        var pairs = new List<(long Key, int Group, int Crane)>();
        for (var group = 0; group < model.Groups; group++)
        {
            for (var crane = 0; crane < Cranes; crane++)
            {
                var key = model.GroupPosition[group] - ((long)crane * model.Clearance) - lowest;
                Start[(group * Stride) + crane] = (int)(key * model.TravelSlots);
                pairs.Add((key, group, crane));
            }
        }

        pairs.Sort((a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Crane.CompareTo(b.Crane));
        Load = [.. Enumerable.Range(0, model.Tasks).Select(task => Enumerable.Range(0, Cranes).Where(crane => model.Can(task, crane)).Select(crane => model.Handling[(task * Cranes) + crane]).DefaultIfEmpty(0).Min() * Scale)];
        Events = new SweepEvent[pairs.Count];
        Top = new int[(pairs.Count + 1) * model.Groups];
        Array.Fill(Top, Cranes - 1, 0, model.Groups);
        for (var index = 0; index < Events.Length; index++)
        {
            var (_, group, crane) = pairs[index];
            Events[index] = new SweepEvent(model, group, crane, Start[(group * Stride) + crane]);
            Top.AsSpan(index * model.Groups, model.Groups).CopyTo(Top.AsSpan((index + 1) * model.Groups));
            Top[((index + 1) * model.Groups) + group] = crane - 1;
        }

        Floors = FindFloors();
    }

    public CraneModel Model { get; }

    public int Cranes { get; }

    /// <summary>No plan without needless waits ends later.</summary>
    public int Longest { get; private init; }

    /// <summary>Whether the sweep knows all rules of the problem, and the makespan is all that costs anything.</summary>
    public bool IsWhole
    {
        get
        {
            var problem = Model.Problem;
            var elsewhere = problem.Precedences.Concat(problem.NonSimultaneous).Any(pair => problem.Tasks[pair.First].Position != problem.Tasks[pair.Second].Position);
            return !elsewhere && problem.Cranes.All(crane => crane.Outages.IsDefaultOrEmpty) && problem.Objective == new CraneObjective { Makespan = problem.Objective.Makespan };
        }
    }

    /// <summary>Numbers that a state keeps: cranes, rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>What one slot counts in scaled times.</summary>
    public int Scale { get; }

    /// <summary>The pairs of position and crane, by key.</summary>
    public SweepEvent[] Events { get; }

    /// <summary>Key of each (group, crane) times travel, scaled, at <c>group * Stride + crane</c>.</summary>
    public int[] Start { get; }

    /// <summary>Bit of each task in the masks of states.</summary>
    public int[] Bits { get; }

    /// <summary>Least handling of each task over all cranes, scaled.</summary>
    public int[] Load { get; }

    /// <summary>Before event e, the highest crane that still comes to group g, at <c>e * Groups + g</c>; -1 for none.</summary>
    public int[] Top { get; }

    /// <summary>Before event e, the number of crane v below which nothing that it still can do changes, at <c>e * Stride + v</c>.</summary>
    public int[] Floors { get; }

    /// <summary>The sweep of a model; null when its numbers or its open groups are too large for it, or cranes may take turns at one position in any order because they need no clearance.</summary>
    public static SweepModel? TryCreate(CraneModel model)
    {
        if (model.Tasks == 0 || model.Cranes > 64 || model.Clearance == 0)
        {
            return null;
        }

        // No wait of an upward plan goes back in keys: so this is the longest that one without needless waits can take.
        var span = model.GroupPosition[^1] - (long)model.GroupPosition[0] + ((long)model.Cranes * model.Clearance);
        var longest = model.Release.Max() + model.Travel(span) + model.Tasks + model.Handling.Chunk(model.Cranes).Sum(row => (long)Math.Max(0, row.Max()));
        if ((double)longest * model.TravelSections * model.Cranes > int.MaxValue / 8.0)
        {
            return null;
        }

        var sweep = new SweepModel(model) { Longest = (int)longest };
        return sweep.Place() ? sweep : null;
    }

    /// <summary>Gives each task of the groups that are open at one time a bit of its own.</summary>
    private bool Place()
    {
        var next = 0;
        var first = 0;
        for (var index = 0; index < Events.Length; index++)
        {
            var open = Top.AsSpan((index + 1) * Model.Groups, Model.Groups);
            while (first < Model.Groups && open[first] < 0)
            {
                first++;
            }

            var last = Events[index].Group;
            if (first <= last && Model.GroupStart[last + 1] - Model.GroupStart[first] > 64)
            {
                return false;
            }
        }

        for (var task = 0; task < Model.Tasks; task++)
        {
            Bits[task] = next++ & 63;
        }

        foreach (var at in Events)
        {
            at.Place(Bits);
        }

        return true;
    }

    private int[] FindFloors()
    {
        var floors = new int[(Events.Length + 1) * Stride];
        Array.Fill(floors, int.MaxValue / 4, Events.Length * Stride, Stride);
        for (var index = Events.Length - 1; index >= 0; index--)
        {
            floors.AsSpan((index + 1) * Stride, Stride).CopyTo(floors.AsSpan(index * Stride));
            var at = Events[index];
            foreach (var step in at.Steps)
            {
                floors[(index * Stride) + at.Crane] = Math.Min(floors[(index * Stride) + at.Crane], (step.Release * Scale) - at.Key);
            }
        }

        return floors;
    }
}
