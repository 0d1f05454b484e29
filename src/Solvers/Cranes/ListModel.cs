namespace BerthOpt.Cranes;

/// <summary>
/// What search over lists of tasks needs beyond the <see cref="CraneModel"/>. The place of a task is its position less the clearances of
/// its crane's index: two cranes conflict where the left one's place is the greater one, and the way that makes room is the difference
/// of places. Immutable; shared by all lanes.
/// </summary>
internal sealed class ListModel
{
    private const int MostTabled = 1 << 16;

    private readonly int[] _travel;
    private readonly Interval[][] _outages;

    public ListModel(CraneModel model)
    {
        Model = model;
        var problem = model.Problem;
        Objective = problem.Objective;
        (Tasks, Cranes) = (model.Tasks, model.Cranes);
        Vessel = [.. model.TaskOf.Select(task => problem.Vessels.IsEmpty ? 0 : problem.Tasks[task].Vessel)];
        var vessels = Math.Max(1, problem.Vessels.Length);
        CompletionRate = new long[vessels];
        LatenessRate = new long[vessels];
        Due = new int[vessels];
        for (var vessel = 0; vessel < problem.Vessels.Length; vessel++)
        {
            var terms = problem.Vessels[vessel];
            (CompletionRate[vessel], LatenessRate[vessel], Due[vessel]) = (Objective.Completion * terms.Rate, Objective.Lateness * terms.Rate, terms.Due);
        }

        IsByVessel = CompletionRate.Any(rate => rate > 0) || LatenessRate.Any(rate => rate > 0);
        Tracks = IsByVessel ? vessels : 1;
        (Before, After) = (Closure(model.Predecessors), Closure(model.Successors));
        Apart = Partners();
        Allowed = [.. Enumerable.Range(0, Tasks).Select(task => Enumerable.Range(0, Cranes).Where(crane => model.Can(task, crane)).ToArray())];
        var spread = Tasks == 0 ? 0 : (long)model.Position[^1] - model.Position[0] + ((long)model.Clearance * Cranes);
        _travel = new int[spread < MostTabled ? spread + 1 : 0];
        for (var sections = 0; sections < _travel.Length; sections++)
        {
            _travel[sections] = (int)Math.Min(model.Travel(sections), CraneProblem.MaxHorizon);
        }

        _outages = [.. problem.Cranes.Select(crane => crane.Outages.ToArray())];
        HasOutages = _outages.Any(outages => outages.Length > 0);
        HasLimits = Limits();
        Penalty = Enumerable.Range(0, vessels).Aggregate(Objective.Makespan + Objective.CraneSlots, (sum, vessel) => Math.Max(sum, CompletionRate[vessel] + LatenessRate[vessel])) * 64;
        MeanHandling = Tasks == 0 ? 1 : Math.Max(1, Enumerable.Range(0, Tasks).Sum(task => (long)LeastHandling(task)) / Tasks);
    }

    public CraneModel Model { get; }

    public CraneObjective Objective { get; }

    public int Tasks { get; }

    public int Cranes { get; }

    public int[] Vessel { get; }

    /// <summary>Cost of a slot of each vessel's completion and of its lateness.</summary>
    public long[] CompletionRate { get; }

    public long[] LatenessRate { get; }

    public int[] Due { get; }

    /// <summary>Whether ends of single vessels cost anything.</summary>
    public bool IsByVessel { get; }

    /// <summary>Whether vessels come at different times.</summary>
    public bool HasReadyTimes => Model.Problem.Vessels.Length > 1 && Model.Problem.Vessels.Any(vessel => vessel.Ready != Model.Problem.Vessels[0].Ready);

    /// <summary>Ends that are told apart: one for each vessel, or one for all.</summary>
    public int Tracks { get; }

    /// <summary>All tasks that must end before each task starts, at however many removes.</summary>
    public int[][] Before { get; }

    public int[][] After { get; }

    /// <summary>Tasks that may not be worked on together with each task.</summary>
    public int[][] Apart { get; }

    /// <summary>Cranes that can do each task.</summary>
    public int[][] Allowed { get; }

    public bool HasOutages { get; }

    /// <summary>Whether some latest end could be missed by a plan without needless waits.</summary>
    public bool HasLimits { get; }

    /// <summary>What search pays for a slot behind a latest end.</summary>
    public long Penalty { get; }

    public long MeanHandling { get; }

    /// <summary>Sign of the way that all cranes work: 0 for any.</summary>
    public int Direction { get; init; }

    /// <summary>Place of a task done by a crane.</summary>
    public int Place(int task, int crane) => Model.Position[task] - (Model.Clearance * crane);

    /// <summary>Slots to travel a difference of places.</summary>
    public int Travel(int sections) => sections >= 0 && sections < _travel.Length ? _travel[sections] : (int)Math.Min(Model.Travel(sections), CraneProblem.MaxHorizon);

    /// <summary>First start from a slot on at which a crane can work without an outage.</summary>
    public int Fit(int crane, int start, int handling)
    {
        foreach (var outage in _outages[crane])
        {
            if (outage.To > start && outage.From < start + handling)
            {
                start = outage.To;
            }
        }

        return start;
    }

    /// <summary>Last start up to a slot at which a crane can work without an outage.</summary>
    public int FitBack(int crane, int start, int handling)
    {
        for (var index = _outages[crane].Length - 1; index >= 0; index--)
        {
            var outage = _outages[crane][index];
            if (outage.To > start && outage.From < start + handling)
            {
                start = outage.From - handling;
            }
        }

        return start;
    }

    public int LeastHandling(int task)
    {
        var least = int.MaxValue;
        foreach (var crane in Allowed[task])
        {
            least = Math.Min(least, Model.Handling[(task * Cranes) + crane]);
        }

        return least == int.MaxValue ? 0 : least;
    }

    private bool Limits()
    {
        long latest = 0;
        long least = long.MaxValue;
        for (var task = 0; task < Tasks; task++)
        {
            foreach (var crane in Allowed[task])
            {
                latest = Math.Max(latest, Model.Release[(task * Cranes) + crane]);
                least = Math.Min(least, Model.LatestEnd[(task * Cranes) + crane]);
            }
        }

        var most = latest;
        for (var task = 0; task < Tasks; task++)
        {
            most += Allowed[task].Length == 0 ? 0 : Allowed[task].Max(crane => Model.Handling[(task * Cranes) + crane]);
            most += Model.Travel((long)Model.Position[^1] - Model.Position[0] + ((long)Model.Clearance * Cranes));
        }

        return HasOutages || least < most;
    }

    private int[][] Closure(int[][] direct)
    {
        if (Array.TrueForAll(direct, tasks => tasks.Length == 0))
        {
            return direct;
        }

        var closed = new int[Tasks][];
        var mark = new int[Tasks];
        var stack = new Stack<int>();
        for (var task = 0; task < Tasks; task++)
        {
            var all = new List<int>();
            stack.Push(task);
            while (stack.TryPop(out var next))
            {
                foreach (var other in direct[next])
                {
                    if (mark[other] != task + 1)
                    {
                        mark[other] = task + 1;
                        all.Add(other);
                        stack.Push(other);
                    }
                }
            }

            closed[task] = [.. all.Order()];
        }

        return closed;
    }

    private int[][] Partners()
    {
        var pairs = Model.Problem.NonSimultaneous.Select(pair => (First: Model.IndexOf[pair.First], Second: Model.IndexOf[pair.Second])).ToArray();
        var partners = pairs.Concat(pairs.Select(pair => (First: pair.Second, Second: pair.First))).Distinct().Order().ToLookup(pair => pair.First, pair => pair.Second);
        return [.. Enumerable.Range(0, Tasks).Select(task => partners[task].ToArray())];
    }
}
