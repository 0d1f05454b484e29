using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Container types and room as documents have them.</summary>
internal static class ContainerTypeDocument
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the types");
    private static readonly Property<int> Teu = Property<int>.Optional("teu", "teu", EmptiesKinds.Teu, 200, "size in TEU, in hundredths; default 2");
    private static readonly Property<int> Slots = Property<int>.Optional("slots", "slots", new WholeKind("slots", 0, 100), 1, "slots that one takes; default 1");
    private static readonly Property<int> Plugs = Property<int>.Optional("plugs", "plugs", new WholeKind("plugs", 0, 100), 0, "reefer plugs that one takes; default 0");
    private static readonly Property<int> Kilograms = Property<int>.Optional("kilograms", "kilograms", new WholeKind("kilograms", 0, 1_000_000), 0, "tare; default 0, not counted");

    public static readonly Shape<ContainerType> Shape = new(
        "container type",
        [Id, Teu, Slots, Plugs, Kilograms],
        from => new ContainerType { Id = from.Get(Id), Teu = from.Get(Teu), Slots = from.Get(Slots), Plugs = from.Get(Plugs), Kilograms = from.Get(Kilograms) },
        (to, type) =>
        {
            to.Put(Id, type.Id);
            to.Put(Teu, type.Teu);
            to.Put(Slots, type.Slots);
            to.Put(Plugs, type.Plugs);
            to.Put(Kilograms, type.Kilograms);
        });

    private static readonly Property<int> RoomTeu = Limit("teu", EmptiesKinds.Teu, "TEU");
    private static readonly Property<int> RoomSlots = Limit("slots", new WholeKind("slots", 0, int.MaxValue), "slots");
    private static readonly Property<int> RoomPlugs = Limit("plugs", new WholeKind("plugs", 0, int.MaxValue), "reefer plugs");
    private static readonly Property<int> RoomKilograms = Limit("kilograms", new WholeKind("kilograms", 0, int.MaxValue), "kilograms");

    public static readonly Shape<Room> Room = new(
        "room",
        [RoomTeu, RoomSlots, RoomPlugs, RoomKilograms],
        from => new Room { Teu = from.Find(RoomTeu), Slots = from.Find(RoomSlots), Plugs = from.Find(RoomPlugs), Kilograms = from.Find(RoomKilograms) },
        (to, room) =>
        {
            to.PutIfAny(RoomTeu, room.Teu);
            to.PutIfAny(RoomSlots, room.Slots);
            to.PutIfAny(RoomPlugs, room.Plugs);
            to.PutIfAny(RoomKilograms, room.Kilograms);
        });

    /// <summary>A property with the room that laden cargo leaves.</summary>
    public static Property<Room> RoomOf(string of) => Property<Room>.Optional("room", "room", new ObjectKind<Room>(Room), Empties.Room.Unlimited, $"what {of} has room for; default no limit");

    private static Property<int> Limit(string name, Kind<int> kind, string what) => Property<int>.Optional(name, name, kind, 0, $"{what} left for empties; default no limit");
}
