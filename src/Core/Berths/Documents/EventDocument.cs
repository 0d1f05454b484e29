using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Events as documents have them: each type has its own properties.</summary>
internal static class EventDocument
{
    private static readonly Property<int> CallId = Property<int>.Needed("call", "call", BerthKinds.CallId, "id of the call, which has not begun");
    private static readonly Property<int> Arrival = Property<int>.Needed("arrivalMinutes", "arrival", BerthKinds.BoundedTime, BerthProblem.MaxExtent, "new expected time of arrival");
    private static readonly Property<int> EarliestStart = Property<int>.Optional("earliestStartMinutes", "earliestStart", BerthKinds.BoundedTime, 0, "new first time at which it can berth; default as long before the arrival as it was");
    private static readonly Property<Call> NewCall = Property<Call>.Needed("newCall", "newCall", new ObjectKind<Call>(CallDocument.Shape), "the call that was not known before");
    private static readonly Property<int> Pool = Property<int>.Needed("pool", "pool", new ReferenceKind(BerthScope.Pool), "id of the crane pool");
    private static readonly Property<int> Crane = Property<int>.Needed("crane", "crane", new WholeKind("(a crane's number, from 1)", 1, 10_000), "number of the crane, from 1 at the left");
    private static readonly Property<int> QuayId = Property<int>.Needed("quay", "quay", BerthKinds.QuayId, "id of the quay");
    private static readonly Property<int> MinLength = Property<int>.Needed("minLengthMetres", "minLength", BerthKinds.AnyLength, "hulls of this length and more stay where they are");

    private static readonly Shape<BerthEvent> Eta = Of<EtaChanged>(
        [CallId, Arrival, EarliestStart],
        from => new EtaChanged { Call = from.Get(CallId), Arrival = from.Get(Arrival), EarliestStart = from.Find(EarliestStart) },
        (to, eta) =>
        {
            to.Put(CallId, eta.Call);
            to.Put(Arrival, eta.Arrival);
            to.PutIfAny(EarliestStart, eta.EarliestStart);
        });

    private static readonly Shape<BerthEvent> Added = Of<CallAdded>([NewCall], from => new CallAdded { NewCall = from.Get(NewCall) }, (to, added) => to.Put(NewCall, added.NewCall));

    private static readonly Shape<BerthEvent> Omitted = Of<CallOmitted>([CallId], from => new CallOmitted { Call = from.Get(CallId) }, (to, omitted) => to.Put(CallId, omitted.Call));

    private static readonly Shape<BerthEvent> Down = Of<CraneDown>(
        [Pool, Crane, SpanProperties.Slots.From, SpanProperties.Slots.To, BerthKinds.Reason],
        from =>
        {
            var pool = from.Get(Pool);
            return new CraneDown { Pool = pool, Crane = ReadCrane(from, pool), Slots = SpanProperties.Slots.Read(from), Reason = from.Get(BerthKinds.Reason) };
        },
        (to, down) =>
        {
            to.Put(Pool, down.Pool);
            to.Put(Crane, down.Crane + 1);
            SpanProperties.Slots.Write(to, down.Slots);
            to.Put(BerthKinds.Reason, down.Reason);
        });

    private static readonly Shape<BerthEvent> Closed = Of<BerthClosed>(
        [QuayId, SpanProperties.OfQuay.From, SpanProperties.OfQuay.To, SpanProperties.Slots.From, SpanProperties.Slots.To, BerthKinds.Reason],
        from =>
        {
            var quay = from.Get(QuayId);
            return new BerthClosed { Quay = quay, Sections = SpanProperties.OfQuay.Read(from, ((BerthScope)from.Scope).LengthOf(quay)), Slots = SpanProperties.Slots.Read(from), Reason = from.Get(BerthKinds.Reason) };
        },
        (to, closed) =>
        {
            to.Put(QuayId, closed.Quay);
            SpanProperties.OfQuay.Write(to, closed.Sections);
            SpanProperties.Slots.Write(to, closed.Slots);
            to.Put(BerthKinds.Reason, closed.Reason);
        });

    private static readonly Shape<BerthEvent> Wind = Of<WindLimit>(
        [SpanProperties.Slots.From, SpanProperties.Slots.To, MinLength, BerthKinds.Reason],
        from => new WindLimit { Slots = SpanProperties.Slots.Read(from), MinLength = from.Get(MinLength), Reason = from.FindObject(BerthKinds.Reason) ?? "wind" },
        (to, wind) =>
        {
            SpanProperties.Slots.Write(to, wind.Slots);
            to.Put(MinLength, wind.MinLength);
            to.PutIfAny(BerthKinds.Reason, wind.Reason);
        });

    private static readonly Shape<BerthEvent> Fog = Of<VisibilityClosed>(
        [SpanProperties.Slots.From, SpanProperties.Slots.To, BerthKinds.Reason],
        from => new VisibilityClosed { Slots = SpanProperties.Slots.Read(from), Reason = from.FindObject(BerthKinds.Reason) ?? "visibility" },
        (to, fog) =>
        {
            SpanProperties.Slots.Write(to, fog.Slots);
            to.PutIfAny(BerthKinds.Reason, fog.Reason);
        });

    /// <summary>An event of any type.</summary>
    public static readonly Kind<BerthEvent> Kind = new ChoiceKind<BerthEvent>("event", [Eta, Added, Omitted, Down, Closed, Wind, Fog], new VisibilityClosed { Slots = new Interval(0, int.MaxValue) });

    private static Shape<BerthEvent> Of<T>(Property[] properties, Func<DocumentObject, T> read, Action<DocumentWriter, T> write)
        where T : BerthEvent => new($"{char.ToLowerInvariant(typeof(T).Name[0])}{typeof(T).Name[1..]}", properties, read, (to, happened) => write(to, (T)happened));

    private static int ReadCrane(DocumentObject from, int pool)
    {
        var (number, pools) = (from.Get(Crane), ((BerthScope)from.Scope).Pools);
        if (pool < 0 || number <= pools[pool].Count)
        {
            return number - 1;
        }

        from.Fault("unknown-reference", Crane, $"is {number}; expected the number of a crane of the pool, 1 to {pools[pool].Count}.");
        return 0;
    }
}
