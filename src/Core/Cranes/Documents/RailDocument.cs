using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The rail as documents have it.</summary>
internal static class RailDocument
{
    private static readonly Property<int> TravelTime = Property<int>.Optional("travelSeconds", "travelSlots", CraneKinds.TravelTime, 0, "time that a crane needs for `travelMetres`, rounded up to slots for a whole way; default 0, none");
    private static readonly Property<int> TravelWay = Property<int>.Optional("travelMetres", "travelSections", CraneKinds.TravelWay, 1, "distance travelled in `travelSeconds`; default one section");
    private static readonly Property<int> Clearance = Property<int>.Optional("clearanceMetres", "clearance", CraneKinds.Distance, 1, "least distance between neighbouring cranes, from centre to centre; default one section");
    private static readonly Property<int> From = Property<int>.Optional("fromMetres", "from", CraneKinds.Position, 0, "first position at which a crane can stand; default no end");
    private static readonly Property<int> To = Property<int>.Optional("toMetres", "to", CraneKinds.Position, 0, "last position at which a crane can stand; default no end");
    private static readonly Property<bool> StartsBlock = Property<bool>.Optional("startsBlock", "startsBlock", CraneKinds.Flag, false, "whether cranes with a start stand there when they are ready, in the way of others");

    public static readonly Shape<Rail> Shape = new("rail", [TravelTime, TravelWay, Clearance, From, To, StartsBlock], Read, Write);

    private static Rail Read(DocumentObject from) => new()
    {
        TravelSlots = from.Get(TravelTime),
        TravelSections = from.Get(TravelWay),
        Clearance = from.Get(Clearance),
        From = from.Find(From),
        To = from.Find(To),
        StartsBlock = from.Get(StartsBlock),
    };

    private static void Write(DocumentWriter to, Rail rail)
    {
        to.Put(TravelTime, rail.TravelSlots);
        to.Put(TravelWay, rail.TravelSections);
        to.Put(Clearance, rail.Clearance);
        to.PutIfAny(From, rail.From);
        to.PutIfAny(To, rail.To);
        to.Put(StartsBlock, rail.StartsBlock);
    }
}
