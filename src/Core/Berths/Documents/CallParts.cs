using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What calls hold, as documents have it.</summary>
internal static class CallParts
{
    private static readonly Property<int> QuayOfPlace = Property<int>.Needed("quay", "quay", BerthKinds.QuayId, "id of the quay");
    private static readonly Property<int> Quay = Property<int>.Optional("quay", "quay", BerthKinds.QuayId, -1, "id of the quay");
    private static readonly Property<int> Position = Property<int>.Optional("positionMetres", "position", new GridKind<int>(Measure.Metres, 0, int.MaxValue), 0, "left end of the hull; needs `quay`");
    private static readonly Property<int> Start = Property<int>.Optional("startMinutes", "start", new GridKind<int>(Measure.Minutes, 0, int.MaxValue), 0, "time of berthing");
    private static readonly Property<int> Cranes = Property<int>.Optional("cranes", "cranes", BerthKinds.Cranes, 0, "number of cranes");
    private static readonly Property<int> FirstCrane = Property<int>.Optional("firstCrane", "firstCrane", new WholeKind("(a crane's number, from 1)", 1, 10_001), 1, "number of the leftmost crane, from 1; needs `cranes`");

    public static readonly Shape<Interval> Window = new(
        "window",
        [SpanProperties.Window.From, SpanProperties.Window.To],
        from => SpanProperties.Window.Read(from),
        (to, window) => SpanProperties.Window.Write(to, window));

    public static readonly Shape<Place> Place = new(
        "place",
        [QuayOfPlace, SpanProperties.OfQuay.From, SpanProperties.OfQuay.To],
        from =>
        {
            var quay = from.Get(QuayOfPlace);
            return new Place(quay, SpanProperties.OfQuay.Read(from, ((BerthScope)from.Scope).LengthOf(quay)));
        },
        (to, place) =>
        {
            to.Put(QuayOfPlace, place.Quay);
            SpanProperties.OfQuay.Write(to, place.Sections);
        });

    public static readonly Shape<Pin> Pin = new(
        "pin",
        [Quay, Position, Start, Cranes, FirstCrane],
        from => new Pin(from.Find(Quay), from.Find(Position), from.Find(Start), from.Find(Cranes), from.Find(FirstCrane) - 1),
        (to, pin) =>
        {
            to.PutIfAny(Quay, pin.Quay);
            to.PutIfAny(Position, pin.Position);
            to.PutIfAny(Start, pin.Start);
            to.PutIfAny(Cranes, pin.Cranes);
            to.PutIfAny(FirstCrane, pin.FirstCrane + 1);
        });
}
