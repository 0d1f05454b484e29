namespace BerthOpt.Cranes;

/// <summary>
/// A problem as search sees it: plain arrays, tasks in order of their position and grouped by it, with reach, rail ends, ready times and
/// the way from each crane's start worked into one handling time, release and latest end for each pair of task and crane.
/// Tasks here have an index of their own, <see cref="TaskOf"/> leads back to the problem. Immutable; shared by all threads.
/// </summary>
internal sealed class CraneModel
{
    public CraneModel(CraneProblem problem)
    {
        Problem = problem;
        Tasks = problem.Tasks.Length;
        Cranes = problem.Cranes.Length;
        Clearance = problem.Rail.Clearance;
        var divisor = Math.Max(1, (int)System.Numerics.BigInteger.GreatestCommonDivisor(problem.Rail.TravelSlots, problem.Rail.TravelSections));
        (TravelSlots, TravelSections) = (problem.Rail.TravelSlots / divisor, problem.Rail.TravelSections / divisor);
        TaskOf = CraneModelBuilder.Order(problem);
        IndexOf = new int[Tasks];
        for (var task = 0; task < Tasks; task++)
        {
            IndexOf[TaskOf[task]] = task;
        }

        Position = [.. TaskOf.Select(task => problem.Tasks[task].Position)];
        GroupOf = new int[Tasks];
        var starts = new List<int>();
        for (var task = 0; task < Tasks; task++)
        {
            if (task == 0 || Position[task] != Position[task - 1])
            {
                starts.Add(task);
            }

            GroupOf[task] = starts.Count - 1;
        }

        Groups = starts.Count;
        GroupStart = [.. starts, Tasks];
        GroupPosition = [.. starts.Select(task => Position[task])];
        (Predecessors, Successors) = CraneModelBuilder.Neighbours(this);
        Handling = new int[Tasks * Cranes];
        Release = new int[Tasks * Cranes];
        LatestEnd = new int[Tasks * Cranes];
        CraneModelBuilder.Fill(this);
    }

    private CraneModel(CraneModel other)
    {
        Problem = other.Problem;
        Mirror = !other.Mirror;
        (Tasks, Cranes, Groups, Clearance) = (other.Tasks, other.Cranes, other.Groups, other.Clearance);
        (TravelSlots, TravelSections) = (other.TravelSlots, other.TravelSections);
        var index = new int[Tasks];
        var starts = new List<int>();
        var next = 0;
        for (var group = Groups - 1; group >= 0; group--)
        {
            starts.Add(next);
            for (var task = other.GroupStart[group]; task < other.GroupStart[group + 1]; task++)
            {
                index[next++] = task;
            }
        }

        var place = new int[Tasks];
        for (var task = 0; task < Tasks; task++)
        {
            place[index[task]] = task;
        }

        GroupStart = [.. starts, Tasks];
        TaskOf = [.. index.Select(task => other.TaskOf[task])];
        IndexOf = [.. other.IndexOf.Select(task => place[task])];
        Position = [.. index.Select(task => -other.Position[task])];
        GroupPosition = [.. other.GroupPosition.Reverse().Select(position => -position)];
        GroupOf = [.. index.Select(task => Groups - 1 - other.GroupOf[task])];
        Predecessors = [.. index.Select(task => Map(other.Predecessors[task], place))];
        Successors = [.. index.Select(task => Map(other.Successors[task], place))];
        Handling = Turn(other.Handling, index);
        Release = Turn(other.Release, index);
        LatestEnd = Turn(other.LatestEnd, index);
    }

    private CraneModel(CraneModel other, int firstGroup, int endGroup)
    {
        Problem = other.Problem;
        Mirror = other.Mirror;
        (Cranes, Clearance, TravelSlots, TravelSections) = (other.Cranes, other.Clearance, other.TravelSlots, other.TravelSections);
        var (from, to) = (other.GroupStart[firstGroup], other.GroupStart[endGroup]);
        (Tasks, Groups) = (to - from, endGroup - firstGroup);
        TaskOf = other.TaskOf[from..to];
        IndexOf = [.. other.IndexOf.Select(task => task >= from && task < to ? task - from : -1)];
        Position = other.Position[from..to];
        GroupOf = [.. other.GroupOf[from..to].Select(group => group - firstGroup)];
        GroupStart = [.. other.GroupStart[firstGroup..(endGroup + 1)].Select(start => start - from)];
        GroupPosition = other.GroupPosition[firstGroup..endGroup];
        int[] Inside(int[] tasks) => [.. tasks.Where(task => task >= from && task < to).Select(task => task - from)];
        Predecessors = [.. other.Predecessors[from..to].Select(Inside)];
        Successors = [.. other.Successors[from..to].Select(Inside)];
        Handling = other.Handling[(from * Cranes)..(to * Cranes)];
        Release = other.Release[(from * Cranes)..(to * Cranes)];
        LatestEnd = other.LatestEnd[(from * Cranes)..(to * Cranes)];
    }

    public CraneProblem Problem { get; }

    /// <summary>Whether left and right are exchanged: positions negated, cranes in reverse order.</summary>
    public bool Mirror { get; }

    public int Tasks { get; }

    public int Cranes { get; }

    /// <summary>Least distance between neighbouring cranes, in sections.</summary>
    public int Clearance { get; }

    /// <summary>A distance of d sections takes <c>ceil(d * TravelSlots / TravelSections)</c> slots; in lowest terms.</summary>
    public int TravelSlots { get; }

    public int TravelSections { get; }

    /// <summary>Index in the problem of each task of the model.</summary>
    public int[] TaskOf { get; }

    /// <summary>Index in the model of each task of the problem; -1 when it is none of the model's.</summary>
    public int[] IndexOf { get; }

    /// <summary>Position of each task, ascending; tasks at one position in an order that respects their precedences.</summary>
    public int[] Position { get; }

    /// <summary>Number of positions with tasks.</summary>
    public int Groups { get; }

    /// <summary>Group of each task.</summary>
    public int[] GroupOf { get; }

    /// <summary>First task of each group; one entry more than groups.</summary>
    public int[] GroupStart { get; }

    public int[] GroupPosition { get; }

    /// <summary>Tasks that must end before each task starts, at any position.</summary>
    public int[][] Predecessors { get; }

    /// <summary>Tasks that may not start before each task ends, at any position.</summary>
    public int[][] Successors { get; }

    /// <summary>Slots that crane c works on task i, at <c>i * Cranes + c</c>; -1 when it cannot do it.</summary>
    public int[] Handling { get; }

    /// <summary>Earliest start of task i by crane c, at <c>i * Cranes + c</c>: vessel, crane, way from its start, starts of others in the way, pin.</summary>
    public int[] Release { get; }

    /// <summary>Latest end of task i by crane c, at <c>i * Cranes + c</c>: horizon, deadline, the crane's last slot less its way to its final position, pin.</summary>
    public int[] LatestEnd { get; }

    /// <summary>Task that no crane can do in time even alone; -1 when there is none.</summary>
    public int Impossible => Array.FindIndex([.. Enumerable.Range(0, Tasks)], task => !Enumerable.Range(0, Cranes).Any(crane => Can(task, crane)));

    /// <summary>Whether a crane can do a task, were it alone.</summary>
    public bool Can(int task, int crane) => Handling[(task * Cranes) + crane] >= 0;

    /// <summary>The crane's index in the problem.</summary>
    public int CraneOf(int crane) => Mirror ? Cranes - 1 - crane : crane;

    /// <summary>Slots that a crane travels for a distance.</summary>
    public long Travel(long sections) => ((sections * TravelSlots) + TravelSections - 1) / TravelSections;

    /// <summary>The tasks of some neighbouring groups alone.</summary>
    public CraneModel Part(int firstGroup, int endGroup) => new(this, firstGroup, endGroup);

    /// <summary>The same problem seen from the other side of the rail.</summary>
    public CraneModel Mirrored() => new(this);

    private static int[] Map(int[] tasks, int[] place) => [.. tasks.Select(task => place[task]).Order()];

    private int[] Turn(int[] table, int[] index)
    {
        var turned = new int[table.Length];
        for (var task = 0; task < Tasks; task++)
        {
            for (var crane = 0; crane < Cranes; crane++)
            {
                turned[(task * Cranes) + crane] = table[(index[task] * Cranes) + Cranes - 1 - crane];
            }
        }

        return turned;
    }
}
