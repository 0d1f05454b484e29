using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A berth as documents have it.</summary>
internal static class BerthShape
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique in the document");
    private static readonly Property<int> Start = Property<int>.Needed("startMetres", "start", BerthKinds.Position, "left end");
    private static readonly Property<int> Length = Property<int>.Needed("lengthMetres", "length", BerthKinds.Length, "length");
    private static readonly Property<ImmutableArray<string>> Offers = Property<ImmutableArray<string>>.Optional("offers", null, BerthKinds.Words, [], "what it offers on top of what its quay does");

    public static readonly Shape<Berth> Shape = new("berth", [Id, Start, Length, OpeningProperties.Open, OpeningProperties.Close, Offers], Read, Write);

    private static Berth Read(DocumentObject from)
    {
        var (open, close) = OpeningProperties.Read(from);
        return new Berth { Id = from.Get(Id), Start = from.Get(Start), Length = from.Get(Length), Open = open, Close = close, Offers = from.Get(Offers) };
    }

    private static void Write(DocumentWriter to, Berth berth)
    {
        to.Put(Id, berth.Id);
        to.Put(Start, berth.Start);
        to.Put(Length, berth.Length);
        OpeningProperties.Write(to, berth.Open, berth.Close);
        to.Put(Offers, berth.Offers);
    }
}
