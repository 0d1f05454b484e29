using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Links as documents have them.</summary>
internal static class LinkDocument
{
    private const int DefaultMost = 1_000_000;

    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the links");
    private static readonly Property<TransportMode> Mode = Property<TransportMode>.Optional("mode", "mode", new WordKind<TransportMode>(), TransportMode.Truck, "what it is; default a truck");
    private static readonly Property<int> Begin = Property<int>.Needed("from", "from", EmptiesKinds.LocationId, "id of the location where it begins");
    private static readonly Property<int> End = Property<int>.Needed("to", "to", EmptiesKinds.LocationId, "id of the location where it ends");
    private static readonly Property<int> First = Property<int>.Optional("firstPeriod", "first", EmptiesKinds.Period, 0, "first period of departure; default 0");
    private static readonly Property<int> Every = Property<int>.Optional("everyPeriods", "every", EmptiesKinds.Some, 1, "periods from one departure to the next; default 1");
    private static readonly Property<int> Last = Property<int>.Optional("lastPeriod", "last", EmptiesKinds.Period, 0, "last period in which it may depart; default the last of the plan");
    private static readonly Property<int> Transit = Property<int>.Needed("transitPeriods", "transit", EmptiesKinds.Length, "periods from departure to arrival");
    private static readonly Property<int> Cost = Property<int>.Optional("cost", "cost", EmptiesKinds.AnyCost, 0, "cost of one container, handling included; may be negative where the transit takes time");
    private static readonly Property<Room> Room = ContainerTypeDocument.RoomOf("each departure");
    private static readonly Property<int> Most = Property<int>.Optional("most", "most", EmptiesKinds.Count, DefaultMost, "most containers at each departure; default 1000000");
    private static readonly Property<int> Type = Property<int>.Optional("type", "type", EmptiesKinds.TypeId, 0, "id of the only container type that it takes; default all");
    private static readonly Property<int> Co2 = Property<int>.Optional("co2GramsPerTeu", "co2Grams", EmptiesKinds.Grams, 0, "CO2 of carrying one TEU");

    public static readonly Shape<Link> Shape = new("link", [Id, Mode, Begin, End, First, Every, Last, Transit, Cost, Room, Most, Type, Co2], Read, Write);

    private static Link Read(DocumentObject from) => new()
    {
        Id = from.Get(Id),
        Mode = from.Get(Mode),
        From = from.Get(Begin),
        To = from.Get(End),
        First = from.Get(First),
        Every = from.Get(Every),
        Last = from.Find(Last),
        Transit = from.Get(Transit),
        Cost = from.Get(Cost),
        Room = from.Get(Room),
        Most = from.Get(Most),
        Type = from.Find(Type),
        Co2Grams = from.Get(Co2),
    };

    private static void Write(DocumentWriter to, Link link)
    {
        to.Put(Id, link.Id);
        to.Put(Mode, link.Mode);
        to.Put(Begin, link.From);
        to.Put(End, link.To);
        to.Put(First, link.First);
        to.Put(Every, link.Every);
        to.PutIfAny(Last, link.Last);
        to.Put(Transit, link.Transit);
        to.Put(Cost, link.Cost);
        to.Put(Room, link.Room);
        to.Put(Most, link.Most);
        to.PutIfAny(Type, link.Type);
        to.Put(Co2, link.Co2Grams);
    }
}
