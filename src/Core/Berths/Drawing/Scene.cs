using BerthOpt.Berths.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>What is drawn: the problem, the plan as the checker reads it, its verdict, and where all of it lies.</summary>
internal sealed class Scene
{
    public Scene(BerthProblem problem, BerthPlan plan, BerthSvgOptions options)
    {
        Problem = problem;
        Plan = plan;
        Options = options;
        Check = BerthChecker.Check(problem, plan);
        Visits = Visit.All(problem, plan);
        FaultsOf = Check.Faults.SelectMany(fault => new[] { fault.Call, fault.Other }.Distinct().Select(call => (Call: call, Fault: fault))).ToLookup(pair => pair.Call, pair => pair.Fault);
        Clock = new Clock((double)problem.Grid.MinutesPerSlot, problem.Grid.Origin, problem.Horizon);
        Slots = Shown();
    }

    public BerthProblem Problem { get; }

    public BerthPlan Plan { get; }

    public BerthSvgOptions Options { get; }

    public BerthCheck Check { get; }

    public Visit?[] Visits { get; }

    /// <summary>The broken rules of each call.</summary>
    public ILookup<int, PlanFault> FaultsOf { get; }

    public Clock Clock { get; }

    public Interval Slots { get; }

    public double Metres(double sections) => sections * (double)Problem.Grid.MetresPerSection;

    /// <summary>Whether a visit has a place and a time within the picture.</summary>
    public bool IsDrawn(Visit? visit) => visit is { Sections: not null } && visit.End > visit.Start && visit.Start < Slots.To && visit.End > Slots.From;

    public string Cost(long cost) => Words.Number(cost / (double)Problem.Grid.CostScale, 2);

    // From shortly before the first event to shortly behind the last one.
    private Interval Shown()
    {
        var stays = Visits.OfType<Visit>().Where(visit => visit.Sections is not null && visit.End > visit.Start).ToList();
        var first = stays.Select(visit => Math.Min(visit.Start, visit.Call.Arrival)).DefaultIfEmpty(0).Min();
        var last = stays.Select(visit => visit.End).Concat(Problem.Calls.Select(call => (long)call.Arrival)).DefaultIfEmpty(Problem.Horizon).Max();
        var margin = Math.Max(1, (last - first) / 50);

        // Not worth leaving out: less than a tenth before the first event.
        var from = Options.FromSlot ?? (first <= (last - first) / 10 ? 0 : Math.Clamp(first - margin, 0, Problem.Horizon - 1));
        var to = Options.ToSlot ?? Math.Clamp(last + margin, from + 1, Math.Max(from + 1, Problem.Horizon));
        return new Interval((int)from, (int)Math.Max(to, from + 1));
    }
}
