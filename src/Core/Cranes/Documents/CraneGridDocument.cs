using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The grid as documents have it; its origin stands beside it, at the top.</summary>
internal static class CraneGridDocument
{
    private const decimal MostStep = 1_000_000;

    private static readonly Property<decimal> Seconds = Property<decimal>.Optional("secondsPerSlot", "secondsPerSlot", new DecimalKind("seconds", 0.001m, MostStep), 1, "seconds in one slot; all times are multiples of it; default 1");
    private static readonly Property<decimal> Metres = Property<decimal>.Optional("metresPerSection", "metresPerSection", new DecimalKind("metres", 0.0001m, MostStep), 1, "metres in one section; all positions and distances are multiples of it; default 1");

    public static readonly Shape<CraneGrid> Shape = new("grid", [Seconds, Metres], Read, Write);

    private static CraneGrid Read(DocumentObject from) => new() { SecondsPerSlot = from.Get(Seconds), MetresPerSection = from.Get(Metres) };

    private static void Write(DocumentWriter to, CraneGrid grid)
    {
        to.Put(Seconds, grid.SecondsPerSlot);
        to.Put(Metres, grid.MetresPerSection);
    }
}
