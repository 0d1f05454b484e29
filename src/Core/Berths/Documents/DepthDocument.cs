using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The depth of a stretch of quay as documents have it.</summary>
internal static class DepthDocument
{
    private static readonly SpanProperties Sections = new(
        Property<int>.Needed("fromMetres", null, BerthKinds.Position, "left end"),
        Property<int>.Needed("toMetres", null, BerthKinds.Position, "right end"));

    private static readonly Property<int> Depth = Property<int>.Needed("depthMetres", "centimetres", BerthKinds.Depth, "depth below chart datum, in whole centimetres");

    public static readonly Shape<DepthStretch> Shape = new("stretch of depth", [Sections.From, Sections.To, Depth], Read, Write);

    private static DepthStretch Read(DocumentObject from)
    {
        var (start, end) = Sections.Read(from);
        return new DepthStretch(start, end, from.Get(Depth));
    }

    private static void Write(DocumentWriter to, DepthStretch stretch)
    {
        Sections.Write(to, new Interval(stretch.From, stretch.To));
        to.Put(Depth, stretch.Centimetres);
    }
}
