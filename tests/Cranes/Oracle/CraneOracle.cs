using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes.Oracle;

/// <summary>
/// A second judge of crane plans, written from the words of the model by another way: it plays the plan slot by slot. It knows
/// which kinds of rules are broken. Tasks without an entry are not planned yet.
/// </summary>
internal sealed class CraneOracle(CraneProblem problem)
{
    /// <summary>The kinds of rules that a plan breaks; "rail" for all that needs the places of cranes between tasks.</summary>
    public SortedSet<string> Broken(TaskAssignment?[] plan)
    {
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        for (var task = 0; task < plan.Length; task++)
        {
            if (plan[task] is { } at)
            {
                Alone(task, at, broken);
            }
        }

        // Without a crane, or with times outside the period, there is nothing to play.
        if (broken.Overlaps(["crane", "end", "cannot", "horizon", "vessel"]) || plan.Any(at => at is { } entry && (entry.Start < 0 || entry.End < entry.Start || entry.End > problem.Horizon)))
        {
            return broken;
        }

        Calendar(plan, broken);
        Order(plan, broken);
        Ways(plan, broken);
        if (problem.Rail.TravelSlots == 0 ? !HoldsAtOnce(plan) : !Simulation(plan).Holds())
        {
            broken.Add("rail");
        }

        return broken;
    }

    /// <summary>Slots that a crane works on a task: it does its rate in every slot; null when it cannot.</summary>
    public int? Slots(int task, int crane)
    {
        var work = problem.Tasks[task];
        if (work.HandlingByCrane.Length > 0)
        {
            return work.HandlingByCrane[crane] < 0 ? null : work.HandlingByCrane[crane];
        }

        var slots = 0;
        for (var done = 0; done < 100 * work.Handling; done += problem.Cranes[crane].RatePercent)
        {
            slots++;
        }

        return slots;
    }

    /// <summary>The cranes on their rail, made to do a plan.</summary>
    public CraneRailSimulation Simulation(TaskAssignment?[] plan)
    {
        var rail = new CraneRailSimulation(problem);
        for (var task = 0; task < plan.Length; task++)
        {
            if (plan[task] is { } at)
            {
                rail.Need(at.Crane, problem.Tasks[task].Position, at.Start, at.End);
            }
        }

        return rail;
    }

    private void Alone(int task, TaskAssignment at, SortedSet<string> broken)
    {
        void Need(bool holds, string rule)
        {
            if (!holds)
            {
                broken.Add(rule);
            }
        }

        var work = problem.Tasks[task];
        Need(at.Start >= problem.Vessels[work.Vessel].Ready, "vessel");
        Need(at.End <= problem.Vessels[work.Vessel].Deadline, "deadline");
        Need(at.End <= problem.Horizon, "horizon");
        Need((work.Pin?.Crane ?? at.Crane) == at.Crane && (work.Pin?.Start ?? at.Start) == at.Start, "pin");
        if (at.Crane < 0 || at.Crane >= problem.Cranes.Length)
        {
            broken.Add("crane");
            return;
        }

        var crane = problem.Cranes[at.Crane];
        var slots = Slots(task, at.Crane);
        Need(slots is not null, "cannot");
        Need(slots is null || at.End == (long)at.Start + slots, "end");
        Need(crane.Reach is not { } reach || Enumerable.Range(reach.From, reach.Length).Contains(work.Position), "reach");
        Need(at.Start >= crane.Ready + Way(crane.Start ?? work.Position, work.Position), "ready");
        Need((long)at.End + Way(work.Position, crane.Final ?? work.Position) <= crane.Until || crane.Until == Crane.Never, "gone");
    }

    /// <summary>Slots of one crane's way, walked.</summary>
    private int Way(int from, int to)
    {
        var (at, slots) = ((long)from * problem.Rail.TravelSlots, 0);
        for (var target = (long)to * problem.Rail.TravelSlots; at != target; slots++)
        {
            at = at < target ? Math.Min(target, at + problem.Rail.TravelSections) : Math.Max(target, at - problem.Rail.TravelSections);
        }

        return slots;
    }

    /// <summary>What each crane does in each slot: at most one task, and none while it is out. A moment lies inside what goes on before and behind it.</summary>
    private void Calendar(TaskAssignment?[] plan, SortedSet<string> broken)
    {
        for (var crane = 0; crane < problem.Cranes.Length; crane++)
        {
            var doing = new int[problem.Horizon + 2]; // one slot before the first; 0 for nothing
            var outage = new int[problem.Horizon + 2];
            for (var number = 0; number < problem.Cranes[crane].Outages.Length; number++)
            {
                var slots = problem.Cranes[crane].Outages[number];
                for (var slot = slots.From; slot < Math.Min(slots.To, problem.Horizon + 1); slot++)
                {
                    outage[slot + 1] = number + 1;
                }
            }

            foreach (var (task, at) in Done(plan).Where(done => done.At.Crane == crane))
            {
                for (var slot = at.Start; slot < at.End; slot++)
                {
                    Break(doing[slot + 1] != 0, "shared", broken);
                    Break(outage[slot + 1] != 0, "out", broken);
                    doing[slot + 1] = task + 1;
                }
            }

            foreach (var (_, at) in Done(plan).Where(done => done.At.Crane == crane && done.At.Start == done.At.End))
            {
                Break(doing[at.Start] != 0 && doing[at.Start] == doing[at.Start + 1], "shared", broken);
                Break(outage[at.Start] != 0 && outage[at.Start] == outage[at.Start + 1], "out", broken);
            }
        }
    }

    private void Order(TaskAssignment?[] plan, SortedSet<string> broken)
    {
        foreach (var (first, second) in problem.Precedences)
        {
            Break(plan[first] is { } before && plan[second] is { } behind && before.End > behind.Start, "precedence", broken);
        }

        foreach (var (first, second) in problem.NonSimultaneous)
        {
            Break(plan[first] is { } one && plan[second] is { } two && Enumerable.Range(0, problem.Horizon + 1).Any(slot => Together(one, two, slot)), "non-simultaneous", broken);
        }

        // A task of no length is together with one that goes on both before and behind it.
        static bool Together(TaskAssignment one, TaskAssignment two, int slot) => (one.Start == one.End, two.Start == two.End) switch
        {
            (false, false) => In(one, slot) && In(two, slot),
            (true, false) => slot == one.Start && In(two, slot - 1) && In(two, slot),
            (false, true) => slot == two.Start && In(one, slot - 1) && In(one, slot),
            _ => false,
        };

        static bool In(TaskAssignment at, int slot) => at.Start <= slot && slot < at.End;
    }

    private void Ways(TaskAssignment?[] plan, SortedSet<string> broken)
    {
        var (up, down) = (false, false);
        foreach (var (task, at) in Done(plan))
        {
            foreach (var (next, then) in Done(plan).Where(done => done.At.Crane == at.Crane && done.At.Start >= at.End && (done.At.Start > at.Start || done.At.End > at.End)))
            {
                up |= problem.Tasks[next].Position > problem.Tasks[task].Position;
                down |= problem.Tasks[next].Position < problem.Tasks[task].Position;
            }
        }

        // Of two tasks in each other's way the lower crane's comes first when all go down, the higher crane's when all go up.
        var all = Done(plan).ToList();
        foreach (var (low, high) in from low in all from high in all where low.At.Crane < high.At.Crane select (low, high))
        {
            var between = problem.Tasks[high.Task].Position - problem.Tasks[low.Task].Position;
            var crowded = between < problem.Rail.Clearance * (high.At.Crane - low.At.Crane);
            down |= crowded && low.At.Start < high.At.Start;
            up |= crowded && high.At.Start < low.At.Start;
        }

        Break(problem.Direction switch { CraneDirection.Upward => down, CraneDirection.Downward => up, CraneDirection.Either => up && down, _ => false }, "direction", broken);
    }

    /// <summary>Where travel takes no time: in every slot, and at every moment of a task of no length, all cranes at work must find their places.</summary>
    private bool HoldsAtOnce(TaskAssignment?[] plan)
    {
        var works = Done(plan).Select(done => (done.At.Crane, problem.Tasks[done.Task].Position, done.At.Start, done.At.End)).ToList();
        if (problem.Rail.StartsBlock)
        {
            works.AddRange(problem.Cranes.Select((crane, index) => (index, crane)).Where(pair => pair.crane.Start is not null).Select(pair => (pair.index, pair.crane.Start!.Value, -1, pair.crane.Ready)));
        }

        return Enumerable.Range(0, problem.Horizon).All(slot => Stand(works.Where(work => work.Start <= slot && slot < work.End)))
            && works.Where(work => work.Start == work.End).All(moment => Stand(works.Where(work => work.Start < moment.Start && moment.Start < work.End).Append(moment)));
    }

    private bool Stand(IEnumerable<(int Crane, int Position, int Start, int End)> works)
    {
        var at = works.ToLookup(work => work.Crane, work => work.Position);
        long least = problem.Rail.From ?? int.MinValue;
        for (var crane = 0; crane < problem.Cranes.Length; crane++, least += problem.Rail.Clearance)
        {
            foreach (var position in at[crane])
            {
                if (position < least || at[crane].Distinct().Count() > 1)
                {
                    return false;
                }

                least = position;
            }
        }

        return problem.Rail.To is not { } to || least - problem.Rail.Clearance <= to;
    }

    private static IEnumerable<(int Task, TaskAssignment At)> Done(TaskAssignment?[] plan) =>
        plan.Select((at, task) => (task, at)).Where(pair => pair.at is not null).Select(pair => (pair.task, pair.at!.Value));

    private static void Break(bool isBroken, string rule, SortedSet<string> broken)
    {
        if (isBroken)
        {
            broken.Add(rule);
        }
    }
}
