using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Changes of a plan as documents have them.</summary>
internal static class ReplanDocumentShape
{
    private static readonly Property<int> StartRate = Property<int>.Optional("startChangePerHour", "startRate", BerthKinds.CostPerHour, 0, "cost of each hour between old and new start");
    private static readonly Property<int> SectionRate = Property<int>.Optional("positionChangePerMetre", "sectionRate", BerthKinds.CostPerMetre, 0, "cost of each metre between old and new position at the same quay");
    private static readonly Property<int> MoveCost = Property<int>.Optional("moveCost", "moveCost", BerthKinds.Cost, 0, "cost, once, when quay or position change");
    private static readonly Property<int> CraneRate = Property<int>.Optional("craneChangeCost", "craneRate", BerthKinds.Cost, 0, "cost of each crane more or fewer");

    private static readonly Shape<ChangePrices> PricesShape = new(
        "set of change prices",
        [StartRate, SectionRate, MoveCost, CraneRate],
        from => new ChangePrices { StartRate = from.Get(StartRate), SectionRate = from.Get(SectionRate), MoveCost = from.Get(MoveCost), CraneRate = from.Get(CraneRate) },
        (to, prices) =>
        {
            to.Put(StartRate, prices.StartRate);
            to.Put(SectionRate, prices.SectionRate);
            to.Put(MoveCost, prices.MoveCost);
            to.Put(CraneRate, prices.CraneRate);
        });

    private static readonly Property<int> CallId = Property<int>.Needed("call", "call", BerthKinds.CallId, "id of the call, which has not begun");
    private static readonly Shape<CallPin> PinShape = new(
        "pinned call",
        [CallId, .. CallParts.Pin.Properties],
        from => new CallPin(from.Get(CallId), CallParts.Pin.Read(from)),
        (to, pinned) =>
        {
            to.Put(CallId, pinned.Call);
            CallParts.Pin.Write(to, pinned.Pin);
        });

    private static readonly Property<int> Until = Property<int>.Needed("untilMinutes", null, BerthKinds.BoundedTime, "calls that start before stay as they are");
    private static readonly Shape<int> FreezeShape = new("freeze", [Until], from => from.Get(Until), (to, until) => to.Put(Until, until));

    private static readonly Property<int> Now = Property<int>.Needed("nowMinutes", "now", BerthKinds.BoundedTime, "calls that have begun before keep their place and start, and nothing else begins before");
    private static readonly Property<ImmutableArray<BerthEvent>> Events = Property<ImmutableArray<BerthEvent>>.Optional("events", "events", new ListKind<BerthEvent>(EventDocument.Kind), [], "what has happened");
    private static readonly Property<ChangePrices> Prices = Property<ChangePrices>.Optional("stability", "prices", new ObjectKind<ChangePrices>(PricesShape), new ChangePrices(), "what each change of the plan costs; default nothing");

    /// <summary>What a planner decides of some calls.</summary>
    public static readonly Property<ImmutableArray<CallPin>> Pins = Property<ImmutableArray<CallPin>>.Optional("pins", "pins", ListKind.Of(PinShape), [], "what is decided of some calls");

    /// <summary>How far a plan stays as it is.</summary>
    public static readonly Property<int> Freeze = Property<int>.Optional("freeze", "freezeUntil", new ObjectKind<int>(FreezeShape), 0, "how far the plan stays as it is; default nothing is frozen");

    public static readonly Shape<BerthReplan> Shape = new("replan document", [Now, Events, Prices, Pins, Freeze], Read, Write);

    public static BerthReplan Read(DocumentObject from) => new()
    {
        Now = from.Get(Now),
        Events = from.Get(Events),
        Prices = from.Get(Prices),
        Pins = from.Get(Pins),
        FreezeUntil = from.Get(Freeze),
    };

    public static void Write(DocumentWriter to, BerthReplan replan)
    {
        to.Put(Now, replan.Now);
        to.Put(Events, replan.Events);
        to.PutIfAny(Prices, replan.Prices);
        to.Put(Pins, replan.Pins);
        to.Put(Freeze, replan.FreezeUntil);
    }
}
