using System.Collections.Immutable;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Turns the checker's faults of one call in a new place into obstacles: who or what would have to give way.</summary>
/// <param name="problem">The problem.</param>
/// <param name="visits">The visits, with the call in its new place.</param>
/// <param name="call">The call.</param>
internal sealed class Obstacles(BerthProblem problem, Visit?[] visits, int call)
{
    private readonly Visit _here = visits[call]!;

    public ImmutableArray<Obstacle> Of(ImmutableArray<PlanFault> faults)
    {
        var found = new List<Obstacle>();
        foreach (var fault in faults)
        {
            var obstacle = new Obstacle(fault.Code, [.. Blame(fault).Distinct()], fault.Message);
            if (!found.Exists(obstacle.IsLike))
            {
                found.Add(obstacle);
            }
        }

        // A cap that holds once the other obstacles are gone is none of its own.
        var leaving = found.SelectMany(obstacle => obstacle.Restrictions).Where(restriction => restriction.Kind == RestrictionKind.Call).Select(restriction => restriction.Index).ToHashSet();
        Visit?[] rest = [.. visits.Select((visit, index) => leaving.Contains(index) ? null : visit)];
        found.RemoveAll(obstacle => obstacle.Code == BerthFaultCodes.MovementCap && !obstacle.Restrictions.Any(cap => IsFull(problem.Movements.Caps[cap.Index], rest)));
        return [.. found];
    }

    private IEnumerable<Restriction> Blame(PlanFault fault) => fault.Code switch
    {
        BerthFaultCodes.StartTooEarly or BerthFaultCodes.ArrivalWindow when _here.Start < _here.Call.Given?.Now => Own(RestrictionKind.Now),
        BerthFaultCodes.StartTooEarly => Own(RestrictionKind.Arrival),
        BerthFaultCodes.StartTooLate => Own(RestrictionKind.LatestStart),
        BerthFaultCodes.DeadlineMissed => Own(RestrictionKind.Deadline),
        BerthFaultCodes.ArrivalWindow => Own(RestrictionKind.ArrivalWindows),
        BerthFaultCodes.DepartureWindow when _here.Call.Given is { Hold: CallHold.Begun, Leaving: { } leaving } && (_here.End < leaving.From || _here.End >= leaving.To) => Own(RestrictionKind.Begun),
        BerthFaultCodes.DepartureWindow => Own(RestrictionKind.DepartureWindows),
        BerthFaultCodes.PlaceNotAllowed => Own(RestrictionKind.AllowedPlaces),
        BerthFaultCodes.EquipmentMissing => Own(RestrictionKind.Equipment),
        BerthFaultCodes.TooShallow => Own(RestrictionKind.Draught),
        BerthFaultCodes.PinBroken => Own(_here.Call.Given?.Hold switch { CallHold.Begun => RestrictionKind.Begun, CallHold.Frozen => RestrictionKind.Frozen, _ => RestrictionKind.Pin }),
        BerthFaultCodes.FrozenMoved => Own(RestrictionKind.Frozen),
        BerthFaultCodes.QuayShut => [new Restriction(RestrictionKind.Opening, _here.Assignment.Quay)],
        BerthFaultCodes.QuayEndClearance => [new Restriction(RestrictionKind.Clearances, 0)],
        BerthFaultCodes.AcrossBreak => Where(RestrictionKind.Break, _here.Quay!.Breaks, place => _here.Sections is { } at && at.From < place && place < at.To, _here.Assignment.Quay),
        BerthFaultCodes.Closed => Where(RestrictionKind.Closure, problem.Closures, IsIn),
        BerthFaultCodes.MovementBan => Where(RestrictionKind.MovementBan, problem.Movements.Bans, ban => _here.Call.Length >= ban.MinLength && (ban.Slots.Contains(_here.Assignment.Start) || ban.Slots.Contains(_here.Assignment.End))),
        BerthFaultCodes.MovementCap => Where(RestrictionKind.MovementCap, problem.Movements.Caps, cap => IsFull(cap, visits)),
        BerthFaultCodes.CraneCapacity => Capacity(),
        BerthFaultCodes.CraneOut => Outages(Pool, outage => outage.Crane >= _here.Assignment.FirstCrane && outage.Crane < _here.Assignment.FirstCrane + _here.Assignment.Cranes && Meets(outage.Slots)),
        BerthFaultCodes.CraneOutOfReach => Enumerable.Range(_here.Assignment.FirstCrane, _here.Assignment.Cranes)
            .Where(crane => problem.CranePools[Pool].Reaches.Any(reach => reach.Crane == crane)).Select(crane => new Restriction(RestrictionKind.CraneReach, Pool, crane)),
        _ when fault.Other >= 0 => [new Restriction(RestrictionKind.Call, fault.Call == call ? fault.Other : fault.Call)],
        _ => [],
    };

    private Restriction[] Own(RestrictionKind kind) => [new Restriction(kind, call)];

    private static IEnumerable<Restriction> Where<T>(RestrictionKind kind, ImmutableArray<T> all, Func<T, bool> isIt, int owner = -1) =>
        all.Index().Where(item => isIt(item.Item)).Select(item => owner < 0 ? new Restriction(kind, item.Index) : new Restriction(kind, owner, item.Index));

    private int Pool => problem.CranePools.Index().First(pool => pool.Item.Quays.Contains(_here.Assignment.Quay)).Index;

    private bool Meets(Interval slots) => slots.From < _here.WorkEnd && _here.Start < slots.To;

    private bool IsIn(Closure closure) => closure.Quay == _here.Assignment.Quay && _here.Sections is { } at
        && at.From < closure.Sections.To && closure.Sections.From < at.To && _here.Start < closure.Slots.To && closure.Slots.From < _here.End;

    private bool IsFull(MovementCap cap, Visit?[] there)
    {
        var faults = BerthFaultLog.New(problem);
        MovementCheck.Cap(cap, there, faults);
        return !faults.Listed.IsEmpty;
    }

    private IEnumerable<Restriction> Outages(int pool, Func<CraneOutage, bool> isIt) => Where(RestrictionKind.CraneOutage, problem.CranePools[pool].Outages, isIt, pool);

    /// <summary>Too few cranes: the calls that have the others, and, where they are too few even for this call alone, what keeps them out; nothing where the pool has too few.</summary>
    private List<Restriction> Capacity()
    {
        var pool = problem.CranePools[Pool];
        if (_here.Assignment.Cranes > pool.Count)
        {
            return [];
        }

        var working = visits.Where(visit => visit is not null && visit != _here && visit.Start < _here.WorkEnd && _here.Start < visit.WorkEnd
            && visit.Call.Handling.MaxCranes > 0 && pool.Quays.Contains(visit.Assignment.Quay)).OfType<Visit>().ToList();
        var found = new List<Restriction>();
        foreach (var slot in working.Select(visit => visit.Start).Concat(pool.Outages.Select(outage => (long)outage.Slots.From)).Append(_here.Start).Where(slot => slot >= _here.Start && slot < _here.WorkEnd).Distinct().Order())
        {
            var there = working.Where(visit => visit.Start <= slot && slot < visit.WorkEnd).ToList();
            var left = pool.Count - pool.Outages.Where(outage => outage.Slots.From <= slot && slot < outage.Slots.To).Select(outage => outage.Crane).Distinct().Count();
            if (there.Sum(visit => (long)visit.Assignment.Cranes) + _here.Assignment.Cranes > left)
            {
                found.AddRange(there.Select(visit => new Restriction(RestrictionKind.Call, visit.Index)));
            }

            if (_here.Assignment.Cranes > left)
            {
                found.AddRange(Outages(Pool, outage => outage.Slots.From <= slot && slot < outage.Slots.To));
            }
        }

        return found;
    }
}
