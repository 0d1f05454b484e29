using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>A crane of a workload as documents have it: that of crane documents, and its cycle times.</summary>
internal static class WorkloadCraneShape
{
    private static readonly Property<decimal> Single = Seconds("singleSeconds", 120, "a lift of one container; default 120");
    private static readonly Property<decimal> Twin = Seconds("twinSeconds", 0, "a lift of two 20' end to end; default it cannot");
    private static readonly Property<decimal> Tandem = Seconds("tandemSeconds", 0, "a lift of two 40' side by side; default it cannot");
    private static readonly Property<decimal> Double = Seconds("doubleCycleSeconds", 0, "a cycle that brings one container on board and takes one ashore; default it does not");
    private static readonly Property<decimal> Hatch = Seconds("hatchCoverSeconds", 240, "taking one hatch cover off, or putting it on; default 240");

    public static readonly Shape<WorkloadCrane> Shape = new("crane of a workload", [.. OneCraneDocument.Shape.Properties, Single, Twin, Tandem, Double, Hatch], Read, Write);

    private static Property<decimal> Seconds(string name, decimal left, string meaning) =>
        Property<decimal>.Optional(name, name, new DecimalKind("seconds", 0, WorkloadRules.MostSeconds), left, meaning);

    private static WorkloadCrane Read(DocumentObject from) => new()
    {
        Crane = OneCraneDocument.Shape.Read(from),
        SingleSeconds = from.Get(Single),
        TwinSeconds = from.Find(Twin),
        TandemSeconds = from.Find(Tandem),
        DoubleCycleSeconds = from.Find(Double),
        HatchCoverSeconds = from.Get(Hatch),
    };

    private static void Write(DocumentWriter to, WorkloadCrane crane)
    {
        OneCraneDocument.Shape.Write(to, crane.Crane);
        to.Put(Single, crane.SingleSeconds);
        to.PutIfAny(Twin, crane.TwinSeconds);
        to.PutIfAny(Tandem, crane.TandemSeconds);
        to.PutIfAny(Double, crane.DoubleCycleSeconds);
        to.Put(Hatch, crane.HatchCoverSeconds);
    }
}
