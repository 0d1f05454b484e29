using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Limits of flows and locked moves as documents have them.</summary>
internal static class LimitDocument
{
    private static readonly Property<int> Voyage = Property<int>.Optional("voyage", "voyage", EmptiesKinds.VoyageId, 0, "id of the voyage; either this or `link`");
    private static readonly Property<int> Leg = Property<int>.Optional("leg", "leg", EmptiesKinds.Number, 0, "number of the voyage's leg, from 0");
    private static readonly Property<int> Link = Property<int>.Optional("link", "link", EmptiesKinds.LinkId, 0, "id of the link");
    private static readonly Property<int> First = Property<int>.Optional("firstPeriod", "first", EmptiesKinds.Period, 0, "first period of the link's departures that it holds for; default 0");
    private static readonly Property<int> Last = Property<int>.Optional("lastPeriod", "last", EmptiesKinds.Period, 0, "last period of these; default the last of the plan");
    private static readonly Property<int> AnyType = Property<int>.Optional("type", "type", EmptiesKinds.TypeId, 0, "id of the container type that it counts; default all together");
    private static readonly Property<int> Least = Property<int>.Optional("least", "least", EmptiesKinds.Count, 0, "least containers");
    private static readonly Property<int> Most = Property<int>.Optional("most", "most", EmptiesKinds.Count, 0, "most containers; default no limit");

    public static readonly Shape<FlowLimit> Shape = new(
        "flow limit",
        [Voyage, Leg, Link, First, Last, AnyType, Least, Most],
        from => new FlowLimit { Voyage = from.Find(Voyage), Leg = from.Get(Leg), Link = from.Find(Link), First = from.Get(First), Last = from.Find(Last), Type = from.Find(AnyType), Least = from.Get(Least), Most = from.Find(Most) },
        (to, limit) =>
        {
            to.PutIfAny(Voyage, limit.Voyage);
            to.Put(Leg, limit.Leg);
            to.PutIfAny(Link, limit.Link);
            to.Put(First, limit.First);
            to.PutIfAny(Last, limit.Last);
            to.PutIfAny(AnyType, limit.Type);
            to.Put(Least, limit.Least);
            to.PutIfAny(Most, limit.Most);
        });

    private static readonly Property<int> On = Property<int>.Needed("voyage", "voyage", EmptiesKinds.VoyageId, "id of the voyage");
    private static readonly Property<int> FromStop = Property<int>.Needed("fromStop", "fromStop", EmptiesKinds.Number, "number of the stop where they go on board, from 0");
    private static readonly Property<int> ToStop = Property<int>.Needed("toStop", "toStop", EmptiesKinds.Number, "number of the stop where they come ashore");
    private static readonly Property<int> Type = Property<int>.Needed("type", "type", EmptiesKinds.TypeId, "id of the container type");
    private static readonly Property<int> Count = Property<int>.Needed("count", "count", EmptiesKinds.Count, "containers that are booked");

    public static readonly Shape<LockedMove> Lock = new(
        "locked move",
        [On, FromStop, ToStop, Type, Count],
        from => new LockedMove { Voyage = from.Get(On), FromStop = from.Get(FromStop), ToStop = from.Get(ToStop), Type = from.Get(Type), Count = from.Get(Count) },
        (to, locked) =>
        {
            to.Put(On, locked.Voyage);
            to.Put(FromStop, locked.FromStop);
            to.Put(ToStop, locked.ToStop);
            to.Put(Type, locked.Type);
            to.Put(Count, locked.Count);
        });
}
