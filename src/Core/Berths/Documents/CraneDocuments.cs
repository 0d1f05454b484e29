using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What crane pools hold, as documents have it. Cranes are numbered from 1 outside, from 0 inside.</summary>
internal static class CraneDocuments
{
    private static readonly Property<int> Crane = Property<int>.Needed("crane", "crane", new WholeKind("(a crane's number, from 1)", 1, 10_000), "number of the crane, from 1 at the left");
    private static readonly Property<int> QuayOfReach = Property<int>.Needed("quay", "quay", BerthKinds.QuayId, "id of the quay; on quays that no reach of this crane names it cannot work");
    private static readonly Property<int> Setup = Property<int>.Needed("setupMinutes", "setupSlots", BerthKinds.BoundedTime, "fixed time");
    private static readonly Property<int> SpeedSections = Property<int>.Needed("speedMetres", "speedSections", BerthKinds.Length, "distance travelled in `speedMinutes`");
    private static readonly Property<int> SpeedSlots = Property<int>.Needed("speedMinutes", "speedSlots", BerthKinds.Duration, "time needed for `speedMetres`");

    public static readonly Shape<CraneOutage> Outage = new(
        "crane outage",
        [Crane, SpanProperties.Slots.From, SpanProperties.Slots.To, BerthKinds.Reason],
        from => new CraneOutage(ReadCrane(from), SpanProperties.Slots.Read(from), from.Get(BerthKinds.Reason)),
        (to, outage) =>
        {
            to.Put(Crane, outage.Crane + 1);
            SpanProperties.Slots.Write(to, outage.Slots);
            to.Put(BerthKinds.Reason, outage.Reason);
        });

    public static readonly Shape<CraneReach> Reach = new(
        "crane reach",
        [Crane, QuayOfReach, SpanProperties.OfQuay.From, SpanProperties.OfQuay.To],
        from =>
        {
            var quay = from.Get(QuayOfReach);
            return new CraneReach(ReadCrane(from), quay, SpanProperties.OfQuay.Read(from, ((BerthScope)from.Scope).LengthOf(quay)));
        },
        (to, reach) =>
        {
            to.Put(Crane, reach.Crane + 1);
            to.Put(QuayOfReach, reach.Quay);
            SpanProperties.OfQuay.Write(to, reach.Sections);
        });

    public static readonly Shape<CraneTravel> Travel = new(
        "crane travel",
        [Setup, SpeedSections, SpeedSlots],
        from => new CraneTravel { SetupSlots = from.Get(Setup), SpeedSections = from.Get(SpeedSections), SpeedSlots = from.Get(SpeedSlots) },
        (to, travel) =>
        {
            to.Put(Setup, travel.SetupSlots);
            to.Put(SpeedSections, travel.SpeedSections);
            to.Put(SpeedSlots, travel.SpeedSlots);
        });

    private static int ReadCrane(DocumentObject from)
    {
        var (number, cranes) = (from.Get(Crane), ((BerthScope)from.Scope).Cranes);
        if (number <= cranes)
        {
            return number - 1;
        }

        from.Fault("unknown-reference", Crane, $"is {number}; expected the number of a crane of the pool, 1 to {cranes}.");
        return 0;
    }
}
