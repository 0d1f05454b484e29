using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A call as documents have it.</summary>
internal static class CallDocument
{
    internal static readonly Kind<ImmutableArray<Interval>> Windows = ListKind.Of(CallParts.Window);

    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the calls");
    private static readonly Property<int> Length = Property<int>.Needed("lengthMetres", "length", BerthKinds.Length, "length of the hull");
    private static readonly Property<int> Arrival = Property<int>.Needed("arrivalMinutes", "arrival", BerthKinds.BoundedTime, BerthProblem.MaxExtent, "expected time of arrival, from which waiting counts");
    private static readonly Property<Handling> Work = Property<Handling>.Needed("handling", "handling", new ObjectKind<Handling>(HandlingDocument.Shape), "how long it is worked on");
    private static readonly Property<int> EarliestStart = Property<int>.Optional("earliestStartMinutes", "earliestStart", BerthKinds.BoundedTime, 0, "first time at which it can berth; default the arrival, earlier means sailing faster");
    private static readonly Property<int> LatestStart = Time("latestStartMinutes", "latestStart", "last time at which it may berth; default never");
    private static readonly Property<int> Due = Time("dueMinutes", "due", "time by which it should have left; default never");
    private static readonly Property<int> Deadline = Time("deadlineMinutes", "deadline", "time by which it must have left; default never");
    private static readonly Property<int> Draught = Property<int>.Optional("draughtMetres", "draughtCentimetres", BerthKinds.Depth, 0, "water that it needs, under-keel clearance included, in whole centimetres");
    private static readonly Property<int> BerthsNeeded = Property<int>.Optional("berthsNeeded", "berthsNeeded", new WholeKind("berths", 0, int.MaxValue), 0, "neighbouring berths that it fills at a hybrid quay; default the fewest that hold the hull");
    private static readonly Property<int> Moves = Property<int>.Optional("moves", "moves", new WholeKind("containers", 0, int.MaxValue), 0, "containers that the cranes move on and off; default unknown, only key figures use it");
    private static readonly Property<ImmutableArray<Interval>> ArrivalWindows = Property<ImmutableArray<Interval>>.Optional("arrivalWindows", null, Windows, default, "times at which it may berth, in ascending order; default all");
    private static readonly Property<ImmutableArray<Interval>> DepartureWindows = Property<ImmutableArray<Interval>>.Optional("departureWindows", null, Windows, default, "times at which it may leave, in ascending order; default all");
    private static readonly Property<ImmutableArray<Place>> Allowed = Property<ImmutableArray<Place>>.Optional("allowed", "allowed", ListKind.Of(CallParts.Place), [], "the only places where it may lie; default all");
    private static readonly Property<ImmutableArray<string>> Requires = Property<ImmutableArray<string>>.Optional("requires", null, BerthKinds.Words, [], "what its place must offer");
    private static readonly Property<int> PreferredQuay = Property<int>.Optional("preferredQuay", "preferredQuay", BerthKinds.QuayId, -1, "id of the wished quay");
    private static readonly Property<int> PreferredPosition = Property<int>.Optional("preferredPositionMetres", "preferredPosition", BerthKinds.Position, 0, "wished left end of the hull");
    private static readonly Property<int> Priority = Property<int>.Optional("priority", "priority", new WholeKind("(a multiplier)", 1, 1_000_000), 1, "multiplies waiting, stay and lateness; default 1");
    private static readonly Property<Rates> Costs = Property<Rates>.Optional("rates", "rates", new ObjectKind<Rates>(RatesDocument.Shape), new Rates(), "what each unit costs");
    private static readonly Property<bool> Optional = Property<bool>.Optional("optional", "optional", BerthKinds.Flag, false, "whether it may be left out");
    private static readonly Property<Pin> Fixed = Property<Pin>.Optional("pin", "pin", new ObjectKind<Pin>(CallParts.Pin), null!, "what a planner has fixed");
    private static readonly Property<GivenCall> Given = Property<GivenCall>.Optional("given", "given", new ObjectKind<GivenCall>(GivenCallDocument.Shape), null!, "what it was before replanning changed it, for later replans; default as it is");

    public static readonly Shape<Call> Shape = new(
        "call",
        [
            Id, Length, Arrival, Work, EarliestStart, LatestStart, Due, Deadline, Draught, BerthsNeeded, Moves, ArrivalWindows,
            DepartureWindows, Allowed, Requires, PreferredQuay, PreferredPosition, Priority, Costs, Optional, Fixed, Given,
        ],
        Read,
        Write);

    private static Property<int> Time(string name, string model, string meaning) => Property<int>.Optional(name, model, BerthKinds.Time, Call.Never, meaning);

    private static Call Read(DocumentObject from) => new()
    {
        Id = from.Get(Id),
        Length = from.Get(Length),
        Arrival = from.Get(Arrival),
        Handling = from.Get(Work),
        EarliestStart = from.Find(EarliestStart),
        LatestStart = from.Get(LatestStart),
        Due = from.Get(Due),
        Deadline = from.Get(Deadline),
        DraughtCentimetres = from.Get(Draught),
        BerthsNeeded = from.Get(BerthsNeeded),
        Moves = from.Get(Moves),
        ArrivalWindows = ReadWindows(from, ArrivalWindows),
        DepartureWindows = ReadWindows(from, DepartureWindows),
        Allowed = from.Get(Allowed),
        Requires = from.Get(Requires),
        PreferredQuay = from.Find(PreferredQuay),
        PreferredPosition = from.Find(PreferredPosition),
        Priority = from.Get(Priority),
        Rates = from.Get(Costs),
        Optional = from.Get(Optional),
        Pin = from.FindObject(Fixed),
        Given = from.FindObject(Given),
    };

    internal static TideWindows? ReadWindows(DocumentObject from, Property<ImmutableArray<Interval>> property)
    {
        var before = from.Scope.Faults.Count;
        if (!from.TryGet(property, out var windows) || from.Scope.Faults.Count != before || !from.Scope.Units.Known)
        {
            return null;
        }

        for (var index = 1; index < windows.Length; index++)
        {
            if (windows[index].From < windows[index - 1].To)
            {
                from.Scope.Faults.Add("unordered-windows", from.Place[property.Name].Open()[index], "starts before the window in front of it ends; expected ascending windows that do not overlap.");
            }
        }

        return from.Scope.Faults.Count == before ? new TideWindows(windows) : null;
    }

    private static void Write(DocumentWriter to, Call call)
    {
        to.Put(Id, call.Id);
        to.Put(Length, call.Length);
        to.Put(Arrival, call.Arrival);
        to.Put(Work, call.Handling);
        to.PutIfAny(EarliestStart, call.EarliestStart);
        to.Put(LatestStart, call.LatestStart);
        to.Put(Due, call.Due);
        to.Put(Deadline, call.Deadline);
        to.Put(Draught, call.DraughtCentimetres);
        to.Put(BerthsNeeded, call.BerthsNeeded);
        to.Put(Moves, call.Moves);
        to.PutIfAny(ArrivalWindows, call.ArrivalWindows?.Windows);
        to.PutIfAny(DepartureWindows, call.DepartureWindows?.Windows);
        to.Put(Allowed, call.Allowed);
        to.Put(Requires, call.Requires);
        to.PutIfAny(PreferredQuay, call.PreferredQuay);
        to.PutIfAny(PreferredPosition, call.PreferredPosition);
        to.Put(Priority, call.Priority);
        to.Put(Costs, call.Rates);
        to.Put(Optional, call.Optional);
        to.PutIfAny(Fixed, call.Pin);
        to.PutIfAny(Given, call.Given);
    }
}
