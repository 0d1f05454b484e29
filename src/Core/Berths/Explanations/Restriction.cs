using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>One thing that restricts the plans of a problem and could be lifted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">
/// Whose it is: index of the call, of the quay (<see cref="RestrictionKind.Opening"/>, <see cref="RestrictionKind.Break"/>), of the pool (crane
/// outages, reaches and travel), or of the closure, ban or cap itself; 0 for clearances.
/// </param>
/// <param name="Part">Index of the break at its quay or of the outage in its pool, or the 0-based crane of a reach; -1 for all others.</param>
public readonly record struct Restriction(RestrictionKind Kind, int Index, int Part = -1)
{
    /// <summary>Everything that restricts the plans of a problem, calls first; optional calls do not.</summary>
    /// <param name="problem">The problem.</param>
    public static ImmutableArray<Restriction> Of(BerthProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return
        [
            .. problem.Calls.Index().Where(call => !call.Item.Optional).Select(call => new Restriction(RestrictionKind.Call, call.Index)),
            .. problem.Calls.Index().SelectMany(call => OfCall(call.Item, call.Index)),
            .. (problem.Baseline?.Entries ?? []).Index().Where(entry => entry.Item is { Frozen: true } && problem.Calls[entry.Index].Given?.Hold != CallHold.Frozen).Select(entry => new Restriction(RestrictionKind.Frozen, entry.Index)),
            .. problem.Closures.Select((_, index) => new Restriction(RestrictionKind.Closure, index)),
            .. problem.Movements.Bans.Select((_, index) => new Restriction(RestrictionKind.MovementBan, index)),
            .. problem.Movements.Caps.Select((_, index) => new Restriction(RestrictionKind.MovementCap, index)),
            .. problem.CranePools.Index().SelectMany(pool => OfPool(pool.Item, pool.Index)),
            .. problem.Quays.Index().SelectMany(quay => OfQuay(quay.Item, quay.Index)),
            .. problem.Clearances == new Clearances() ? Array.Empty<Restriction>() : [new Restriction(RestrictionKind.Clearances, 0)],
        ];
    }

    /// <summary>The problem without some of its restrictions; every plan of it is one of the new problem too, but for stays that a departure window alone had made longer.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="restrictions">What to lift. A call that is lifted becomes optional, at no price.</param>
    public static BerthProblem Lift(BerthProblem problem, IEnumerable<Restriction> restrictions)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(restrictions);
        return RestrictionLift.From(problem, restrictions.ToHashSet());
    }

    private static IEnumerable<Restriction> OfCall(Call call, int index)
    {
        // What replanning has made of the call is a rule of its own: that of the past, of what has begun, of what is frozen.
        var past = call.Given is { Now: > 0 } before ? before : null;
        var held = call.Given is { Hold: not CallHold.Free } kept ? kept : null;
        var kinds = new (bool Is, RestrictionKind Kind)[]
        {
            (((past is null ? call.EarliestStart : past.EarliestFor(call.Arrival)) ?? call.Arrival) > 0, RestrictionKind.Arrival),
            (call.LatestStart != Call.Never, RestrictionKind.LatestStart),
            (call.Deadline != Call.Never, RestrictionKind.Deadline),
            ((past is null ? call.ArrivalWindows : past.ArrivalWindows) is not null, RestrictionKind.ArrivalWindows),
            ((held?.Leaving is null ? call.DepartureWindows : held.DepartureWindows) is not null, RestrictionKind.DepartureWindows),
            (!call.Allowed.IsEmpty, RestrictionKind.AllowedPlaces),
            (!call.Requires.IsEmpty, RestrictionKind.Equipment),
            (call.DraughtCentimetres > 0, RestrictionKind.Draught),
            ((held is null ? call.Pin : held.Pin) is not null, RestrictionKind.Pin),
            (past is not null, RestrictionKind.Now),
            (held?.Hold == CallHold.Begun, RestrictionKind.Begun),
            (held?.Hold == CallHold.Frozen, RestrictionKind.Frozen),
        };
        return kinds.Where(kind => kind.Is).Select(kind => new Restriction(kind.Kind, index));
    }

    private static IEnumerable<Restriction> OfPool(CranePool pool, int index) =>
    [
        .. pool.Outages.Select((_, outage) => new Restriction(RestrictionKind.CraneOutage, index, outage)),
        .. pool.Reaches.Select(reach => reach.Crane).Distinct().Select(crane => new Restriction(RestrictionKind.CraneReach, index, crane)),
        .. pool.Travel is null ? Array.Empty<Restriction>() : [new Restriction(RestrictionKind.CraneTravel, index)],
    ];

    private static IEnumerable<Restriction> OfQuay(Quay quay, int index) =>
    [
        .. quay.Breaks.Select((_, number) => new Restriction(RestrictionKind.Break, index, number)),
        .. quay.Open > 0 || quay.Close != int.MaxValue || quay.Berths.Any(berth => berth.Open > 0 || berth.Close != int.MaxValue)
            ? [new Restriction(RestrictionKind.Opening, index)]
            : Array.Empty<Restriction>(),
    ];
}
