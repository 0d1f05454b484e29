using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>Makes the tasks of a workload that keeps its rules.</summary>
internal sealed class WorkloadTasks
{
    private readonly BayWorkload workload;
    private readonly SpreaderTimes times;
    private readonly List<CraneTask> tasks = [];
    private readonly List<(int Vessel, int Hatch, Stage Stage, int Task)> stages = [];

    public WorkloadTasks(BayWorkload workload, bool doubleCycling)
    {
        this.workload = workload;
        times = new SpreaderTimes(workload);
        var below = workload.Work.Where(work => work.Place == TaskPlace.Hold && work.Moves > 0).SelectMany(work => Hatches(work).Select(hatch => (work.Vessel, hatch))).ToHashSet();
        var loads = workload.Work.Where(work => work.Work == TaskWork.Load && work.Moves > 0).ToDictionary(work => (work.Vessel, work.Bay, work.Place));
        var joined = new HashSet<BayWork>(ReferenceEqualityComparer.Instance);
        foreach (var work in workload.Work.Where(work => work.Moves > 0).OrderBy(work => work.Work))
        {
            if (joined.Contains(work))
            {
                continue;
            }

            if (doubleCycling && work.Work == TaskWork.Discharge && loads.TryGetValue((work.Vessel, work.Bay, work.Place), out var load)
                && !work.StackLifts.IsEmpty && !load.StackLifts.IsEmpty
                && (work.Place == TaskPlace.Hold || !Hatches(work).Any(hatch => below.Contains((work.Vessel, hatch)))) && Join(work, load))
            {
                joined.Add(load);
                continue;
            }

            var stage = work.Work == TaskWork.Discharge ? work.Place == TaskPlace.Deck ? Stage.DeckDischarge : Stage.HoldDischarge : work.Place == TaskPlace.Deck ? Stage.DeckLoad : Stage.HoldLoad;
            Add(work, work.Work, work.Moves, Hatches(work), stage, times.Lifts(work));
        }

        foreach (var hatch in workload.Work.Where(work => work.Place == TaskPlace.Hold && work.Moves > 0).GroupBy(work => (work.Vessel, Hatch: Hatches(work)[0])).OrderBy(hatch => hatch.Key))
        {
            var covers = workload.Work.Where(work => work.Vessel == hatch.Key.Vessel && Hatches(work).Contains(hatch.Key.Hatch)).Max(work => work.HatchCovers);
            if (covers > 0)
            {
                var middle = new BayWork { Vessel = hatch.Key.Vessel, Bay = hatch.Key.Hatch, Place = TaskPlace.Hold, Work = TaskWork.Discharge };
                Add(middle, TaskWork.HatchOpen, 0, [hatch.Key.Hatch], Stage.Open, times.Covers(covers));
                Add(middle, TaskWork.HatchClose, 0, [hatch.Key.Hatch], Stage.Close, times.Covers(covers));
            }
        }
    }

    /// <summary>In which order a hatch is worked on.</summary>
    private enum Stage
    {
        DeckDischarge,
        DeckBoth,
        Open,
        HoldDischarge,
        HoldBoth,
        HoldLoad,
        Close,
        DeckLoad,
    }

    public DoubleCyclingSaving Saving { get; private set; }

    public CraneProblem Problem()
    {
        var problem = new CraneParts
        {
            Name = workload.Name,
            Grid = workload.Grid,
            Horizon = Horizon(),
            Rail = workload.Rail,
            Cranes = [.. workload.Cranes.Select(crane => crane.Crane with { RatePercent = 100 })],
            Vessels = [.. workload.Vessels.Select(vessel => vessel.Vessel)],
            Tasks = [.. tasks],
            Precedences = Precedences(),
            Objective = workload.Objective,
        };
        return new CraneProblem(problem);
    }

    /// <summary>The even bays whose covers lie under the work, or over it: bays 1, 2, 3 have hatch 2; bay 4 has 2 and 6.</summary>
    private static int[] Hatches(BayWork work) => work.Bay % 4 == 0 ? [work.Bay - 2, work.Bay + 2] : [((work.Bay - 1) / 4 * 4) + 2];

    private bool Join(BayWork discharge, BayWork load)
    {
        var count = Math.Max(discharge.StackLifts.Length, load.StackLifts.Length);
        StackLifts[] stacks = [.. Enumerable.Range(0, count).Select(index => new StackLifts(discharge.StackLifts.ElementAtOrDefault(index), load.StackLifts.ElementAtOrDefault(index)))];
        var cycles = DoubleCycling.LeastCycles(stacks);
        var both = times.Both(discharge, load, cycles);
        var apart = times.Lifts(discharge).Zip(times.Lifts(load), (one, other) => one + other).ToArray();
        if (both.Min() >= apart.Min())
        {
            return false;
        }

        Saving = new DoubleCyclingSaving(Saving.Tasks + 1, Saving.SingleCycles + discharge.Lifts + load.Lifts, Saving.Cycles + cycles, Saving.Seconds + apart.Min() - both.Min());
        Add(discharge, TaskWork.DoubleCycle, discharge.Moves + load.Moves, Hatches(discharge), discharge.Place == TaskPlace.Hold ? Stage.HoldBoth : Stage.DeckBoth, both);
        return true;
    }

    private void Add(BayWork work, TaskWork kind, int moves, int[] hatches, Stage stage, decimal[] seconds)
    {
        var vessel = workload.Vessels[work.Vessel];
        var name = kind switch
        {
            TaskWork.Discharge => "discharge",
            TaskWork.Load => "load",
            TaskWork.DoubleCycle => "double",
            TaskWork.HatchOpen => "open",
            _ => "close",
        };
        var section = decimal.Round(vessel.Position(work.Bay) / workload.Grid.MetresPerSection);
        var slots = times.Slots(seconds);
        stages.AddRange(hatches.Select(hatch => (work.Vessel, hatch, stage, tasks.Count)));
        tasks.Add(new CraneTask
        {
            Id = $"{(workload.Vessels.Length > 1 ? $"{work.Vessel + 1}/" : "")}{work.Bay:D2} {(kind is TaskWork.HatchOpen or TaskWork.HatchClose ? "hatch" : work.Place == TaskPlace.Deck ? "deck" : "hold")} {name}",
            Vessel = work.Vessel,
            Position = (int)Math.Clamp(section, int.MinValue, int.MaxValue),
            Handling = slots.Min(),
            HandlingByCrane = slots.Min() == slots.Max() ? [] : [.. slots],
            Moves = moves,
            Bay = work.Bay,
            Place = work.Place,
            Work = kind,
        });
    }

    /// <summary>In each hatch, all tasks of a stage come before all of the next stage that has any.</summary>
    private ImmutableArray<TaskPair> Precedences()
    {
        var pairs = new SortedSet<(int First, int Second)>();
        foreach (var hatch in stages.GroupBy(entry => (entry.Vessel, entry.Hatch)))
        {
            var steps = hatch.GroupBy(entry => entry.Stage).OrderBy(step => step.Key).Select(step => step.Select(entry => entry.Task).ToArray()).ToArray();
            for (var step = 1; step < steps.Length; step++)
            {
                pairs.UnionWith(steps[step - 1].SelectMany(before => steps[step].Select(after => (before, after))));
            }
        }

        return [.. pairs.Select(pair => new TaskPair(pair.First, pair.Second))];
    }

    /// <summary>Room for the slowest crane to do everything alone, bay after bay, back and forth for each stage.</summary>
    private int Horizon()
    {
        var work = tasks.Sum(task => (long)(task.HandlingByCrane.IsEmpty ? task.Handling : task.HandlingByCrane.Max()));
        var way = tasks.Count == 0 ? 0 : workload.Rail.Travel(tasks.Max(task => (long)task.Position) - tasks.Min(task => (long)task.Position));
        var ready = workload.Vessels.Select(vessel => vessel.Vessel.Ready).Concat(workload.Cranes.Select(crane => crane.Crane.Ready)).DefaultIfEmpty().Max();
        var outages = workload.Cranes.Sum(crane => crane.Crane.Outages.Sum(outage => (long)outage.Length));
        return (int)Math.Clamp(ready + outages + work + (way * 8L) + 1, 1, CraneProblem.MaxHorizon);
    }
}
