using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Voyages as documents have them.</summary>
internal static class VoyageDocument
{
    private static readonly Property<int> At = Property<int>.Needed("location", "location", EmptiesKinds.LocationId, "id of the location");
    private static readonly Property<int> Arrival = Property<int>.Needed("arrivalPeriod", "arrival", EmptiesKinds.Period, "period in which containers come ashore");
    private static readonly Property<int> Departure = Property<int>.Optional("departurePeriod", "departure", EmptiesKinds.Period, 0, "period in which containers go on board; default that of the arrival");

    private static readonly Shape<VoyageStop> Stop = new(
        "stop",
        [At, Arrival, Departure],
        from =>
        {
            var arrival = from.Get(Arrival);
            return new VoyageStop(from.Get(At), arrival, from.Find(Departure) ?? arrival);
        },
        (to, stop) =>
        {
            to.Put(At, stop.Location);
            to.Put(Arrival, stop.Arrival);
            to.PutIfAny(Departure, stop.Departure == stop.Arrival ? (int?)null : stop.Departure);
        });

    private static readonly Property<Room> Room = ContainerTypeDocument.RoomOf("the leg");
    private static readonly Property<int> Cost = Property<int>.Optional("cost", "cost", EmptiesKinds.Cost, 0, "cost of carrying one container over the leg");
    private static readonly Property<int> Co2 = Property<int>.Optional("co2GramsPerTeu", "co2Grams", EmptiesKinds.Grams, 0, "CO2 of carrying one TEU over the leg");

    private static readonly Shape<VoyageLeg> Leg = new(
        "leg",
        [Room, Cost, Co2],
        from => new VoyageLeg { Room = from.Get(Room), Cost = from.Get(Cost), Co2Grams = from.Get(Co2) },
        (to, leg) =>
        {
            to.Put(Room, leg.Room);
            to.Put(Cost, leg.Cost);
            to.Put(Co2, leg.Co2Grams);
        });

    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the voyages");
    private static readonly Property<string> Service = Property<string>.Optional("service", "service", TextKind.Any, "", "name of its service, for people");
    private static readonly Property<TransportMode> Mode = Property<TransportMode>.Optional("mode", "mode", new WordKind<TransportMode>(), TransportMode.Vessel, "what it is; default a vessel");
    private static readonly Property<ImmutableArray<VoyageStop>> Stops = Property<ImmutableArray<VoyageStop>>.Needed("stops", "stops", ListKind.Of(Stop), "the stops in their order, at least two");
    private static readonly Property<ImmutableArray<VoyageLeg>> Legs = Property<ImmutableArray<VoyageLeg>>.Needed("legs", "legs", ListKind.Of(Leg), "the legs between them, one less than stops");

    public static readonly Shape<Voyage> Shape = new(
        "voyage",
        [Id, Service, Mode, Stops, Legs],
        from => new Voyage { Id = from.Get(Id), Service = from.Get(Service), Mode = from.Get(Mode), Stops = from.Get(Stops), Legs = from.Get(Legs) },
        (to, voyage) =>
        {
            to.Put(Id, voyage.Id);
            to.Put(Service, voyage.Service);
            to.Put(Mode, voyage.Mode);
            to.Put(Stops, voyage.Stops);
            to.Put(Legs, voyage.Legs);
        });
}
