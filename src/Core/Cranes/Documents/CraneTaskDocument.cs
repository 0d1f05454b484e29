using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>A task as documents have it.</summary>
internal static class CraneTaskDocument
{
    private static readonly Property<int> PinCrane = Property<int>.Optional("crane", "crane", CraneKinds.CraneId, -1, "id of the crane");
    private static readonly Property<int> PinStart = Property<int>.Optional("startSeconds", "start", CraneKinds.Time, 0, "time of its start");

    private static readonly Shape<TaskPin> Pin = new(
        "pin",
        [PinCrane, PinStart],
        from => new TaskPin(from.Find(PinCrane), from.Find(PinStart)),
        (to, pin) =>
        {
            to.PutIfAny(PinCrane, pin.Crane);
            to.PutIfAny(PinStart, pin.Start);
        });

    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the tasks");
    private static readonly Property<int> Vessel = Property<int>.Needed("vessel", "vessel", CraneKinds.VesselId, "id of its vessel");
    private static readonly Property<int> Position = Property<int>.Needed("positionMetres", "position", CraneKinds.Position, "position of the crane at work");
    private static readonly Property<int> Handling = Property<int>.Needed("handlingSeconds", "handling", CraneKinds.Work, "time that a crane of 100 percent works on it");
    private static readonly Property<ImmutableArray<int?>> ByCrane = Property<ImmutableArray<int?>>.Optional("handlingSecondsByCrane", "handlingByCrane", new MapKind<int>(CraneScope.Crane, CraneKinds.Work), [], "time that each crane works on it, instead of `handlingSeconds`; cranes left out cannot do it");
    private static readonly Property<int> Moves = Property<int>.Optional("moves", "moves", new WholeKind("containers", 0, int.MaxValue), 0, "containers moved; default unknown, only key figures use it");
    private static readonly Property<int> Bay = Property<int>.Optional("bay", "bay", new WholeKind("(a bay)", 0, int.MaxValue), 0, "bay of the vessel, odd for 20', even for 40'; for people");
    private static readonly Property<TaskPlace> Place = Property<TaskPlace>.Optional("place", "place", new WordKind<TaskPlace>(), TaskPlace.Unknown, "deck or hold; for people");
    private static readonly Property<TaskWork> Work = Property<TaskWork>.Optional("work", "work", new WordKind<TaskWork>(), TaskWork.Unknown, "what is done; for people");
    private static readonly Property<TaskPin> Fixed = Property<TaskPin>.Optional("pin", "pin", new ObjectKind<TaskPin>(Pin), null!, "what a planner has fixed");

    public static readonly Shape<CraneTask> Shape = new("task", [Id, Vessel, Position, Handling, ByCrane, Moves, Bay, Place, Work, Fixed], Read, Write);

    private static CraneTask Read(DocumentObject from) => new()
    {
        Id = from.Get(Id),
        Vessel = from.Get(Vessel),
        Position = from.Get(Position),
        Handling = from.Get(Handling),
        HandlingByCrane = [.. from.Get(ByCrane).Select(slots => slots ?? -1)],
        Moves = from.Get(Moves),
        Bay = from.Get(Bay),
        Place = from.Get(Place),
        Work = from.Get(Work),
        Pin = from.FindObject(Fixed),
    };

    private static void Write(DocumentWriter to, CraneTask task)
    {
        to.Put(Id, task.Id);
        to.Put(Vessel, task.Vessel);
        to.Put(Position, task.Position);
        to.Put(Handling, task.Handling);
        to.PutIfAny(ByCrane, task.HandlingByCrane.IsEmpty ? (ImmutableArray<int?>?)null : [.. task.HandlingByCrane.Select(slots => slots < 0 ? (int?)null : slots)]);
        to.Put(Moves, task.Moves);
        to.Put(Bay, task.Bay);
        to.Put(Place, task.Place);
        to.Put(Work, task.Work);
        to.PutIfAny(Fixed, task.Pin);
    }
}
