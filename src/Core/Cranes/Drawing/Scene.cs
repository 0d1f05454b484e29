using BerthOpt.Cranes.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>What is drawn: the problem, the plan as the checker reads it, its verdict, and how time is told.</summary>
internal sealed class Scene
{
    /// <summary>How many colours cranes have.</summary>
    public const int Colours = 8;

    public Scene(CraneProblem problem, CranePlan plan, CraneSvgOptions options)
    {
        Problem = problem;
        Plan = plan;
        Options = options;
        Check = CraneChecker.Check(problem, plan);
        Stints = [.. Stint.All(problem, plan).Where(stint => stint.Crane is not null)];
        ByCrane = Stint.ByCrane(problem, Stints);
        FaultsOf = Check.Faults.SelectMany(fault => new[] { fault.Task, fault.Other }.Distinct().Select(task => (Task: task, Fault: fault))).ToLookup(pair => pair.Task, pair => pair.Fault);
        Apart = problem.Precedences.Select(pair => (Task: pair.Second, Other: pair.First))
            .Concat(problem.NonSimultaneous.SelectMany(pair => new[] { (Task: pair.First, Other: pair.Second), (Task: pair.Second, Other: pair.First) }))
            .ToLookup(pair => pair.Task, pair => pair.Other);
        Slots = Shown();
        var minutes = (double)problem.Grid.SecondsPerSlot / 60;
        var span = Slots.Length * minutes;
        Clock = new Clock(minutes, problem.Grid.Origin, problem.Horizon, span >= 180 ? ClockUnit.Hours : span >= 60 ? ClockUnit.Minutes : ClockUnit.Seconds);
    }

    public CraneProblem Problem { get; }

    public CranePlan Plan { get; }

    public CraneSvgOptions Options { get; }

    public CraneCheck Check { get; }

    /// <summary>The tasks that have a crane.</summary>
    public Stint[] Stints { get; }

    /// <summary>The tasks of each crane, in their order.</summary>
    public List<Stint>[] ByCrane { get; }

    /// <summary>The broken rules of each task.</summary>
    public ILookup<int, CraneFault> FaultsOf { get; }

    /// <summary>For each task those that may make it wait: its predecessors, and those not to be done at the same time.</summary>
    public ILookup<int, int> Apart { get; }

    public Clock Clock { get; }

    public Interval Slots { get; }

    public static string Cost(long cost) => Words.Number(cost);

    /// <summary>A position as people read it.</summary>
    public string Place(double position) => Words.Number(position * (double)Problem.Grid.MetresPerSection, 1);

    public static string Colour(int crane) => $"crane{crane % Colours}";

    // From the first event, or from slot 0 where that is near, to shortly behind the last one.
    private Interval Shown()
    {
        var first = Stints.Select(stint => stint.Start).DefaultIfEmpty(0).Min();
        var last = Stints.Select(stint => stint.Free).DefaultIfEmpty(Problem.Horizon).Max();
        var margin = Math.Max(1, (last - first) / 60);
        var from = first <= (last - first) / 5 ? 0 : Math.Clamp(first - margin, 0, Problem.Horizon - 1L);
        return new Interval((int)from, (int)Math.Clamp(last + margin, from + 1, Math.Max(from + 1, Problem.Horizon)));
    }
}
