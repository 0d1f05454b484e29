using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>The words of empties documents: what stands at the places of their properties.</summary>
internal static class EmptiesKinds
{
    public static readonly Kind<int> Count = new WholeKind("containers", 0, EmptiesProblem.MaxCount);
    public static readonly Kind<int> Cost = new WholeKind("(a cost)", 0, EmptiesProblem.MaxUnitCost);
    public static readonly Kind<int> AnyCost = new WholeKind("(a cost, negative where it is earned)", -EmptiesProblem.MaxUnitCost, EmptiesProblem.MaxUnitCost);
    public static readonly Kind<long> TotalCost = new WholeLongKind("(a cost)", long.MinValue, long.MaxValue);
    public static readonly Kind<int> Period = new WholeKind("(a period)", 0, EmptiesRules.LastPeriod);
    public static readonly Kind<int> Length = new WholeKind("periods", 0, EmptiesProblem.MaxPeriods);
    public static readonly Kind<int> Some = new WholeKind("periods", 1, EmptiesProblem.MaxPeriods);
    public static readonly Kind<int> Ratio = new WholeKind("containers", 1, EmptiesRules.MaxRatio);
    public static readonly Kind<int> Grams = new WholeKind("grams", 0, EmptiesProblem.MaxUnitCost);
    public static readonly Kind<int> Number = new WholeKind("(a number in its list, from 0)", 0, int.MaxValue);

    /// <summary>A number of a plan, which may say anything: its judge is the checker.</summary>
    public static readonly Kind<int> Free = new WholeKind("(a number)", int.MinValue, int.MaxValue);

    /// <summary>TEU, of which there are hundredths: 45' are 2.25.</summary>
    public static readonly Kind<int> Teu = new GridKind<int>(Measure.Teu, 0, int.MaxValue);

    public static readonly Kind<int> TypeId = new ReferenceKind(EmptiesScope.Type);
    public static readonly Kind<int> LocationId = new ReferenceKind(EmptiesScope.Location);
    public static readonly Kind<int> VoyageId = new ReferenceKind(EmptiesScope.Voyage);
    public static readonly Kind<int> LinkId = new ReferenceKind(EmptiesScope.Link);
    public static readonly Kind<int> ConversionId = new ReferenceKind(EmptiesScope.Conversion);
    public static readonly Kind<int> LeaseId = new ReferenceKind(EmptiesScope.Lease);
}
