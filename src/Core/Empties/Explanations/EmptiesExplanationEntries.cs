using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>The entries of an explanation.</summary>
internal static class EmptiesExplanationEntries
{
    private static readonly Property<CounterfactualStatus> Status = Property<CounterfactualStatus>.Needed("status", null, new WordKind<CounterfactualStatus>(), "`exact`, or `atMost`; `impossible` where there is proven to be no such plan, `unknown` where none was found");
    private static readonly Property<long> CostChange = Property<long>.Optional("costChange", null, EmptiesKinds.TotalCost, 0, "what the plan would cost more, the shortage saved; left out without one");
    private static readonly Property<long> LeastCostChange = Property<long>.Optional("leastCostChange", null, EmptiesKinds.TotalCost, 0, "no such plan costs less than this more; left out when nothing is known");
    private static readonly Property<EmptiesPlanParts> Plan = Property<EmptiesPlanParts>.Optional("plan", null, new ObjectKind<EmptiesPlanParts>(EmptiesPlanDocumentShape.Shape), null!, "the plan, as a plan document; left out without one");

    private static readonly Shape<OneMoreServed> OneMore = new(
        "one more that is served",
        [Status, CostChange, LeastCostChange, Plan],
        from => new OneMoreServed(from.Get(Status), from.Find(CostChange), from.Find(LeastCostChange), from.FindObject(Plan)?.Plan),
        (to, what) =>
        {
            to.Put(Status, what.Status);
            to.PutIfAny(CostChange, what.CostChange);
            to.PutIfAny(LeastCostChange, what.LeastCostChange);
            to.PutIfAny(Plan, what.Plan is { } plan ? new EmptiesPlanParts("", plan.Hash, null, plan) : null);
        });

    private static readonly Property<int> At = Property<int>.Needed("demand", null, EmptiesKinds.Number, "number of the demand in the problem's list, from 0");
    private static readonly Property<int> Place = Property<int>.Needed("location", null, EmptiesKinds.LocationId, "id of its location");
    private static readonly Property<int> Type = Property<int>.Needed("type", null, EmptiesKinds.TypeId, "id of the container type");
    private static readonly Property<int> Period = Property<int>.Needed("period", null, EmptiesKinds.Period, "its period");
    private static readonly Property<int> Asked = Property<int>.Needed("asked", null, EmptiesKinds.Count, "how many it asks for");
    private static readonly Property<int> Missing = Property<int>.Needed("missing", null, EmptiesKinds.Count, "how many of them it does not get");
    private static readonly Property<long> Cost = Property<long>.Needed("cost", null, EmptiesKinds.TotalCost, "what that costs");
    private static readonly Property<long> BoxPrice = Property<long>.Optional("price", null, EmptiesKinds.TotalCost, 0, "what one container, there and then, would save; left out where nothing was priced");
    private static readonly Property<OneMoreServed> More = Property<OneMoreServed>.Optional("oneMore", null, new ObjectKind<OneMoreServed>(OneMore), null!, "what it would cost to serve one more; left out where that was not asked");

    public static readonly Shape<ShortageExplanation> Shortage = new(
        "shortage",
        [At, Place, Type, Period, Asked, Missing, Cost, BoxPrice, More],
        from => new ShortageExplanation(from.Get(At), from.Get(Place), from.Get(Type), from.Get(Period), from.Get(Asked), from.Get(Missing), from.Get(Cost)) { Price = from.Find(BoxPrice), OneMore = from.FindObject(More) },
        (to, shortage) =>
        {
            to.Put(At, shortage.Demand);
            to.Put(Place, shortage.Location);
            to.Put(Type, shortage.Type);
            to.Put(Period, shortage.Period);
            to.Put(Asked, shortage.Asked);
            to.Put(Missing, shortage.Missing);
            to.Put(Cost, shortage.Cost);
            to.PutIfAny(BoxPrice, shortage.Price);
            to.PutIfAny(More, shortage.OneMore);
        });

    private static readonly Property<int> Voyage = Property<int>.Optional("voyage", null, EmptiesKinds.VoyageId, -1, "id of the voyage");
    private static readonly Property<int> Link = Property<int>.Optional("link", null, EmptiesKinds.LinkId, -1, "id of the link");
    private static readonly Property<int> Lease = Property<int>.Optional("lease", null, EmptiesKinds.LeaseId, -1, "id of the contract by which they are hired");
    private static readonly Property<int> From = Property<int>.Optional("from", null, EmptiesKinds.LocationId, -1, "id of the location that they leave; left out for hired ones");
    private static readonly Property<int> To = Property<int>.Needed("to", null, EmptiesKinds.LocationId, "id of the location where they come to");
    private static readonly Property<int> Departure = Property<int>.Needed("departure", null, EmptiesKinds.Free, "period in which they leave");
    private static readonly Property<int> Arrival = Property<int>.Needed("arrival", null, EmptiesKinds.Free, "period in which they arrive");
    private static readonly Property<int> Count = Property<int>.Needed("count", null, EmptiesKinds.Count, "how many");
    private static readonly Property<EmptiesCost> Terms = Property<EmptiesCost>.Needed("cost", null, new ObjectKind<EmptiesCost>(EmptiesCostDocument.Shape), "what that costs, by term; of hires what it costs to take them, without rent");
    private static readonly Property<long> Gain = Property<long>.Optional("gain", null, EmptiesKinds.TotalCost, 0, "what one container more by this way would save; 0 where there is room for it; left out where nothing was priced");

    public static readonly Shape<MoveExplanation> Move = new(
        "explained move",
        [Voyage, Link, Lease, From, To, Departure, Arrival, Type, Count, Terms, Gain],
        from => new MoveExplanation(from.Find(Voyage), from.Find(Link), from.Find(Lease), from.Find(From), from.Get(To), from.Get(Departure), from.Get(Arrival), from.Get(Type), from.Get(Count), from.Get(Terms)) { Gain = from.Find(Gain) },
        (to, move) =>
        {
            to.PutIfAny(Voyage, move.Voyage);
            to.PutIfAny(Link, move.Link);
            to.PutIfAny(Lease, move.Lease);
            to.PutIfAny(From, move.From);
            to.Put(To, move.To);
            to.Put(Departure, move.Departure);
            to.Put(Arrival, move.Arrival);
            to.Put(Type, move.Type);
            to.Put(Count, move.Count);
            to.Put(Terms, move.Cost);
            to.PutIfAny(Gain, move.Gain);
        });

    private static readonly Property<string> Code = Property<string>.Needed("code", null, TextKind.Any, "what is full: `leg-full`, `link-full`, `conversion-full`, `location-full`");
    private static readonly Property<int> Conversion = Property<int>.Optional("conversion", null, EmptiesKinds.ConversionId, -1, "id of the conversion");
    private static readonly Property<int> Location = Property<int>.Optional("location", null, EmptiesKinds.LocationId, -1, "id of the location");
    private static readonly Property<int> Leg = Property<int>.Optional("leg", null, EmptiesKinds.Number, 0, "number of the voyage's leg, from 0");
    private static readonly Property<int> When = Property<int>.Optional("period", null, EmptiesKinds.Period, 0, "the period; not of voyages");
    private static readonly Property<long> Price = Property<long>.Needed("price", null, EmptiesKinds.TotalCost, "what room for one container of that type more would save");

    public static readonly Shape<ScarceRoom> Room = new(
        "scarce room",
        [Code, Voyage, Leg, Link, Conversion, Location, When, Type, Price],
        from => new ScarceRoom(from.Get(Code), from.Find(Voyage) ?? from.Find(Link) ?? from.Find(Conversion) ?? from.Find(Location) ?? 0, from.Find(Leg) ?? from.Find(When) ?? 0, from.Get(Type), from.Get(Price)),
        (to, room) =>
        {
            to.Put(Code, room.Code);
            to.PutIfAny(Voyage, room.Code == ScarceRoomCodes.Leg ? room.Item : null);
            to.PutIfAny(Leg, room.Code == ScarceRoomCodes.Leg ? room.Number : null);
            to.PutIfAny(Link, room.Code == ScarceRoomCodes.Link ? room.Item : null);
            to.PutIfAny(Conversion, room.Code == ScarceRoomCodes.Conversion ? room.Item : null);
            to.PutIfAny(Location, room.Code == ScarceRoomCodes.Storage ? room.Item : null);
            to.PutIfAny(When, room.Code == ScarceRoomCodes.Leg ? null : room.Number);
            to.Put(Type, room.Type);
            to.Put(Price, room.Price);
        });
}
