using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>A vessel of a workload as documents have it: that of crane documents, and where its bays are.</summary>
internal static class WorkloadVesselShape
{
    private static readonly Property<decimal> BowMetres = Property<decimal>.Needed("bowMetres", "bowMetres", new DecimalKind("metres", -WorkloadRules.MostMetres, WorkloadRules.MostMetres), "position of the bow along the rail");
    private static readonly Property<BowSide> Bow = Property<BowSide>.Optional("bow", "bow", new WordKind<BowSide>(), BowSide.Smaller, "whether the bow points to smaller or greater positions; default smaller");
    private static readonly Property<decimal> FirstBay = Property<decimal>.Optional("firstBayMetres", "firstBayMetres", new DecimalKind("metres", 0, WorkloadRules.MostMetres), 20, "from the bow to the middle of bay 1; default 20");
    private static readonly Property<decimal> BayMetres = Property<decimal>.Optional("bayMetres", "bayMetres", new DecimalKind("metres", 0.01m, 100), 7.25m, "between neighbouring 20' bays, such as 1 and 3; default 7.25");

    public static readonly Shape<WorkloadVessel> Shape = new("vessel of a workload", [.. CraneVesselDocument.Shape.Properties, BowMetres, Bow, FirstBay, BayMetres], Read, Write);

    private static WorkloadVessel Read(DocumentObject from) => new()
    {
        Vessel = CraneVesselDocument.Shape.Read(from),
        BowMetres = from.Get(BowMetres),
        Bow = from.Get(Bow),
        FirstBayMetres = from.Get(FirstBay),
        BayMetres = from.Get(BayMetres),
    };

    private static void Write(DocumentWriter to, WorkloadVessel vessel)
    {
        CraneVesselDocument.Shape.Write(to, vessel.Vessel);
        to.Put(BowMetres, vessel.BowMetres);
        to.Put(Bow, vessel.Bow);
        to.Put(FirstBay, vessel.FirstBayMetres);
        to.Put(BayMetres, vessel.BayMetres);
    }
}
