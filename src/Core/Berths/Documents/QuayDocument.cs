using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A quay as documents have it.</summary>
internal static class QuayDocument
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the quays");
    private static readonly Property<int> Length = Property<int>.Needed("lengthMetres", "length", BerthKinds.Length, BerthProblem.MaxExtent, "length");
    private static readonly Property<QuayLayout> Layout = Property<QuayLayout>.Optional("layout", "layout", new WordKind<QuayLayout>(), QuayLayout.Continuous, "how calls lie here; default continuous");
    private static readonly Property<ImmutableArray<Berth>> Berths = Property<ImmutableArray<Berth>>.Optional("berths", "berths", ListKind.Of(BerthShape.Shape), [], "left to right; for discrete and hybrid quays");
    private static readonly Property<ImmutableArray<int>> Breaks = Property<ImmutableArray<int>>.Optional("breaksMetres", "breaks", new ListKind<int>(BerthKinds.Position), [], "places that no hull may lie across: corners, borders");
    private static readonly Property<ImmutableArray<DepthStretch>> Depths = Property<ImmutableArray<DepthStretch>>.Optional("depths", "depths", ListKind.Of(DepthDocument.Shape), [], "depth alongside; elsewhere deep enough for all");
    private static readonly Property<ImmutableArray<string>> Offers = Property<ImmutableArray<string>>.Optional("offers", null, BerthKinds.Words, [], "what the quay offers, such as \"reefer\"; matched with what calls require");

    public static readonly Shape<Quay> Shape = new("quay", [Id, Length, Layout, Berths, Breaks, Depths, OpeningProperties.Open, OpeningProperties.Close, Offers], Read, Write);

    private static Quay Read(DocumentObject from)
    {
        var (open, close) = OpeningProperties.Read(from);
        var berths = from.Get(Berths);
        var layout = QuayLayout.Continuous;
        if (!from.Read(Layout, ref layout) && !berths.IsEmpty)
        {
            layout = QuayLayout.Discrete;
        }

        return new Quay
        {
            Id = from.Get(Id),
            Length = from.Get(Length),
            Layout = layout,
            Berths = berths,
            Breaks = from.Get(Breaks),
            Depths = from.Get(Depths),
            Open = open,
            Close = close,
            Offers = from.Get(Offers),
        };
    }

    private static void Write(DocumentWriter to, Quay quay)
    {
        to.Put(Id, quay.Id);
        to.Put(Length, quay.Length);
        to.Put(Layout, quay.Layout);
        to.Put(Berths, quay.Berths);
        to.Put(Breaks, quay.Breaks);
        to.Put(Depths, quay.Depths);
        OpeningProperties.Write(to, quay.Open, quay.Close);
        to.Put(Offers, quay.Offers);
    }
}
