using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Two properties that are one half-open run of slots or sections in the model.</summary>
internal sealed record SpanProperties(Property<int> From, Property<int> To)
{
    /// <summary>Slots, from 0 on.</summary>
    public static readonly SpanProperties Slots = new(
        Property<int>.Needed("fromMinutes", null, BerthKinds.Time, "first minute inside"),
        Property<int>.Needed("toMinutes", "slots", BerthKinds.Time, "first minute behind it"));

    /// <summary>Slots that may begin before the start.</summary>
    public static readonly SpanProperties Window = new(
        Property<int>.Needed("fromMinutes", null, BerthKinds.AnyTime, "first minute inside; may lie before the start"),
        Property<int>.Needed("toMinutes", null, BerthKinds.AnyTime, "first minute behind it"));

    /// <summary>Sections of a quay that stands beside them; the whole quay by default.</summary>
    public static readonly SpanProperties OfQuay = new(
        Property<int>.Optional("fromMetres", null, BerthKinds.Position, 0, "left end"),
        Property<int>.Optional("toMetres", "sections", BerthKinds.Position, int.MaxValue, "right end; default the end of the quay"));

    /// <summary>Reads the two; a run of one step stands in for what is faulty.</summary>
    /// <param name="from">The object that has them.</param>
    /// <param name="extent">Where it ends by default.</param>
    public Interval Read(DocumentObject from, int extent = 0)
    {
        var (first, behind) = (0, extent);
        if (!(from.Read(From, ref first) & from.Read(To, ref behind)))
        {
            from.Doubt(To);
            return new Interval(0, 1);
        }

        if (first < behind)
        {
            return new Interval(first, behind);
        }

        from.Fault("empty-interval", To, $"ends the run where it starts or before; expected more than \"{From.Name}\".");
        return new Interval(0, 1);
    }

    public void Write(DocumentWriter to, Interval span)
    {
        to.Put(From, span.From);
        to.PutIfAny(To, span.To);
    }
}
