using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A closure as documents have it.</summary>
internal static class ClosureDocument
{
    private static readonly Property<int> Quay = Property<int>.Needed("quay", "quay", BerthKinds.QuayId, "id of the quay");

    public static readonly Shape<Closure> Shape = new(
        "closure",
        [Quay, SpanProperties.OfQuay.From, SpanProperties.OfQuay.To, SpanProperties.Slots.From, SpanProperties.Slots.To, BerthKinds.Reason],
        Read,
        Write);

    private static Closure Read(DocumentObject from)
    {
        var quay = from.Get(Quay);
        return new Closure
        {
            Quay = quay,
            Sections = SpanProperties.OfQuay.Read(from, ((BerthScope)from.Scope).LengthOf(quay)),
            Slots = SpanProperties.Slots.Read(from),
            Reason = from.Get(BerthKinds.Reason),
        };
    }

    private static void Write(DocumentWriter to, Closure closure)
    {
        to.Put(Quay, closure.Quay);
        SpanProperties.OfQuay.Write(to, closure.Sections);
        SpanProperties.Slots.Write(to, closure.Slots);
        to.Put(BerthKinds.Reason, closure.Reason);
    }
}
