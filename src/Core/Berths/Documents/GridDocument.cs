using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The grid as documents have it; its origin stands beside it, at the top.</summary>
internal static class GridDocument
{
    private static readonly Property<decimal> Minutes = Property<decimal>.Optional("minutesPerSlot", "minutesPerSlot", new DecimalKind("minutes", BerthRules.MinGridStep, BerthRules.MaxGridStep), 60, "minutes in one slot; all times are multiples of it; default 60");
    private static readonly Property<decimal> Metres = Property<decimal>.Optional("metresPerSection", "metresPerSection", new DecimalKind("metres", BerthRules.MinGridStep, BerthRules.MaxGridStep), 10, "metres in one section; all lengths and positions are multiples of it; default 10");
    private static readonly Property<int> CostScale = Property<int>.Optional("costScale", "costScale", new WholeKind("(grid units of cost in one unit of cost)", 1, 1_000_000_000), 1, "the cost of a plan is a multiple of one unit of cost divided by this; default 1");

    public static readonly Shape<Grid> Shape = new("grid", [Minutes, Metres, CostScale], Read, Write);

    private static Grid Read(DocumentObject from) => new() { MinutesPerSlot = from.Get(Minutes), MetresPerSection = from.Get(Metres), CostScale = from.Get(CostScale) };

    private static void Write(DocumentWriter to, Grid grid)
    {
        to.Put(Minutes, grid.MinutesPerSlot);
        to.Put(Metres, grid.MetresPerSection);
        to.Put(CostScale, grid.CostScale);
    }
}
