using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What a call was before replanning changed it, as documents have it.</summary>
internal static class GivenCallDocument
{
    private static readonly Property<int> Arrival = Property<int>.Needed("arrivalMinutes", "arrival", BerthKinds.BoundedTime, BerthProblem.MaxExtent, "arrival from which another one that is expected now is counted");
    private static readonly Property<int> EarliestStart = Property<int>.Optional("earliestStartMinutes", "earliestStart", BerthKinds.BoundedTime, 0, "first time at which it could berth for that arrival; default the arrival");
    private static readonly Property<ImmutableArray<Interval>> ArrivalWindows = Property<ImmutableArray<Interval>>.Optional("arrivalWindows", null, CallDocument.Windows, default, "its arrival windows, those in the past too; default all");
    private static readonly Property<ImmutableArray<Interval>> DepartureWindows = Property<ImmutableArray<Interval>>.Optional("departureWindows", null, CallDocument.Windows, default, "its departure windows, those in the past too; default all");
    private static readonly Property<Interval> Leaving = Property<Interval>.Optional("leaving", null, new ObjectKind<Interval>(CallParts.Window), default, "times at which it leaves, since it has begun: from now on, or when it did; default any");
    private static readonly Property<Pin> Fixed = Property<Pin>.Optional("pin", "pin", new ObjectKind<Pin>(CallParts.Pin), null!, "what a planner has fixed");
    private static readonly Property<bool> Optional = Property<bool>.Optional("optional", "optional", BerthKinds.Flag, false, "whether it might be left out");
    private static readonly Property<long> Rejection = Property<long>.Optional("rejectionCost", "rejection", BerthKinds.GreatCost, 0, "leaving it out");
    private static readonly Property<int> Now = Property<int>.Optional("nowMinutes", "now", BerthKinds.BoundedTime, 0, "time before which it may not begin any more although it might have; default 0");
    private static readonly Property<CallHold> Hold = Property<CallHold>.Optional("hold", "hold", new WordKind<CallHold>(), CallHold.Free, "why it is kept where it is; default free");

    public static readonly Shape<GivenCall> Shape = new("given call", [Arrival, EarliestStart, ArrivalWindows, DepartureWindows, Leaving, Fixed, Optional, Rejection, Now, Hold], Read, Write);

    private static GivenCall Read(DocumentObject from) => new()
    {
        Arrival = from.Get(Arrival),
        EarliestStart = from.Find(EarliestStart),
        ArrivalWindows = CallDocument.ReadWindows(from, ArrivalWindows),
        DepartureWindows = CallDocument.ReadWindows(from, DepartureWindows),
        Leaving = from.Find(Leaving),
        Pin = from.FindObject(Fixed),
        Optional = from.Get(Optional),
        Rejection = from.Get(Rejection),
        Now = from.Get(Now),
        Hold = from.Get(Hold),
    };

    private static void Write(DocumentWriter to, GivenCall given)
    {
        to.Put(Arrival, given.Arrival);
        to.PutIfAny(EarliestStart, given.EarliestStart);
        to.PutIfAny(ArrivalWindows, given.ArrivalWindows?.Windows);
        to.PutIfAny(DepartureWindows, given.DepartureWindows?.Windows);
        to.PutIfAny(Leaving, given.Leaving);
        to.PutIfAny(Fixed, given.Pin);
        to.Put(Optional, given.Optional);
        to.Put(Rejection, given.Rejection);
        to.Put(Now, given.Now);
        to.Put(Hold, given.Hold);
    }
}
