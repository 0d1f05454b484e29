using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Cranes;

namespace BerthOpt.Port;

/// <summary>One crane problem of all calls at a rail: places and times from the berth plan, who works where from the split.</summary>
internal sealed class RailProblem
{
    private readonly PortWork _work;
    private readonly BerthPlan _plan;
    private readonly PortClock _clock;

    private RailProblem(PortWork work, BerthPlan plan, int pool, CraneSplit split, bool doubleCycling)
    {
        (_work, _plan, Pool, _clock) = (work, plan, pool, new PortClock(work));
        var quays = work.Berths.CranePools[pool].Quays;
        ImmutableArray<CraneStint> stints = [.. split.Stints.Where(stint => plan.Assignments[stint.Call] is { } stay && quays.Contains(stay.Quay))];
        Calls = [.. stints.Select(stint => stint.Call).Distinct().Where(call => work.VesselOfCall[call] >= 0).OrderBy(call => plan.Assignments[call]!.Value.Start).ThenBy(call => call)];
        Problem = Create(stints, doubleCycling);
    }

    /// <summary>Index of the pool.</summary>
    public int Pool { get; }

    /// <summary>The call of each vessel.</summary>
    public ImmutableArray<int> Calls { get; }

    public CraneProblem Problem { get; }

    /// <summary>The problem of each rail that has calls with bays.</summary>
    public static IEnumerable<RailProblem> All(PortWork work, BerthPlan plan, CraneSplit split, bool doubleCycling) =>
        Enumerable.Range(0, work.Berths.CranePools.Length).Select(pool => new RailProblem(work, plan, pool, split, doubleCycling)).Where(rail => !rail.Calls.IsEmpty);

    /// <summary>Slots of the berth problem from berthing to the end of the last task of a vessel.</summary>
    public int Measured(CranePlan plan, int vessel)
    {
        var end = Problem.Tasks.Zip(plan.Assignments).Where(task => task.First.Vessel == vessel).Max(task => (long)task.Second.End);
        return _clock.BerthSlots(end - Problem.Vessels[vessel].Ready);
    }

    private CraneProblem Create(ImmutableArray<CraneStint> stints, bool doubleCycling)
    {
        var vesselOf = Calls.Select((call, index) => (_work.VesselOfCall[call], index)).ToDictionary(pair => pair.Item1, pair => pair.index);
        var cranes = _work.CranesOf(Pool);
        var workload = _work.Bays with
        {
            Name = $"{_work.Berths.Name} {_work.Berths.CranePools[Pool].Id}".Trim(),
            Cranes = [.. cranes.Select((crane, index) => crane with { Crane = Timed(crane.Crane, index, stints) })],
            Vessels = [.. Calls.Select(Vessel)],
            Work = [.. _work.Bays.Work.Where(bay => vesselOf.ContainsKey(bay.Vessel)).Select(bay => bay with { Vessel = vesselOf[bay.Vessel] })],
            Objective = new CraneObjective { Makespan = 0, Completion = 1, Lateness = 4 },
        };
        var parts = workload.ToProblem(doubleCycling).Parts;
        var last = _clock.CraneSlots(stints.Max(stint => stint.Slots.To));
        return new CraneProblem(parts with
        {
            Horizon = (int)Math.Min(CraneProblem.MaxHorizon, parts.Horizon + last),
            Tasks = [.. parts.Tasks.Select(task => task with { HandlingByCrane = Allowed(task, Calls[task.Vessel], stints, cranes.Length) })],
        });
    }

    /// <summary>A crane is ready for its first stint; it is out where the pool says so, and while it works on a call without bays.</summary>
    private Crane Timed(Crane crane, int index, ImmutableArray<CraneStint> stints)
    {
        var mine = stints.Where(stint => stint.Cranes.Contains(index)).ToList();
        var pool = _work.Berths.CranePools[Pool];
        var away = crane.Outages
            .Concat(pool.Outages.Where(outage => outage.Crane == index).Select(outage => Slots(outage.Slots)))
            .Concat(mine.Where(stint => _work.VesselOfCall[stint.Call] < 0).Select(stint => Slots(stint.Slots))).OrderBy(slots => slots.From).ToList();
        var merged = new List<Interval>();
        foreach (var slots in away)
        {
            if (merged.Count > 0 && slots.From <= merged[^1].To)
            {
                merged[^1] = new Interval(merged[^1].From, Math.Max(merged[^1].To, slots.To));
            }
            else
            {
                merged.Add(slots);
            }
        }

        var ready = mine.Count == 0 ? 0 : Clamp(_clock.CraneSlots(mine.Min(stint => stint.Slots.From)));
        return crane with { Ready = Math.Max(crane.Ready, ready), Outages = [.. merged] };
    }

    private Interval Slots(Interval slots) => new(Clamp(_clock.CraneSlots(slots.From)), Clamp(_clock.CraneSlots(slots.To)));

    private WorkloadVessel Vessel(int call)
    {
        var (stay, visit) = (_plan.Assignments[call]!.Value, _work.Berths.Calls[call]);
        var metres = _work.Berths.Grid.MetresPerSection;
        var quays = _work.Berths.CranePools[Pool].Quays;
        var left = (quays.TakeWhile(quay => quay != stay.Quay).Sum(quay => (long)_work.Berths.Quays[quay].Length) + stay.Position) * metres;
        var vessel = _work.Bays.Vessels[_work.VesselOfCall[call]];
        return vessel with
        {
            BowMetres = vessel.Bow == BowSide.Smaller ? left : left + (visit.Length * metres),
            Vessel = new CraneVessel
            {
                Id = visit.Id,
                Ready = Clamp(_clock.CraneSlots(stay.Start)),
                Due = Clamp(_clock.CraneSlots(stay.End)),
                Rate = Math.Clamp(visit.Priority, 1, 1000),
            },
        };
    }

    /// <summary>A crane that never works on the call in the split is none for its tasks.</summary>
    private static ImmutableArray<int> Allowed(CraneTask task, int call, ImmutableArray<CraneStint> stints, int cranes) =>
    [
        .. Enumerable.Range(0, cranes).Select(crane => stints.Any(stint => stint.Call == call && stint.Cranes.Contains(crane)) ? task.HandlingByCrane.IsEmpty ? task.Handling : task.HandlingByCrane[crane] : -1),
    ];

    private static int Clamp(long slots) => (int)Math.Min(slots, CraneProblem.MaxHorizon);
}
