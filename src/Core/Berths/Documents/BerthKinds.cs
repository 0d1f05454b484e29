using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The words of berth documents: what stands at the places of their properties.</summary>
internal static class BerthKinds
{
    private const int BeforeNever = int.MaxValue - 1;

    /// <summary>A time; one slot before "never" at the latest.</summary>
    public static readonly Kind<int> Time = new GridKind<int>(Measure.Minutes, 0, BeforeNever);

    /// <summary>A time within the greatest horizon.</summary>
    public static readonly Kind<int> BoundedTime = new GridKind<int>(Measure.Minutes, 0, BerthProblem.MaxExtent);

    /// <summary>A time that may lie before the start, as tides do.</summary>
    public static readonly Kind<int> AnyTime = new GridKind<int>(Measure.Minutes, -BerthProblem.MaxExtent, int.MaxValue - BerthProblem.MaxExtent);

    /// <summary>A time of a plan, which may say anything: its judge is the checker.</summary>
    public static readonly Kind<int> FreeTime = new GridKind<int>(Measure.Minutes, int.MinValue, int.MaxValue);

    /// <summary>A position of a plan.</summary>
    public static readonly Kind<int> FreePosition = new GridKind<int>(Measure.Metres, int.MinValue, int.MaxValue);

    /// <summary>At least one slot.</summary>
    public static readonly Kind<int> Duration = new GridKind<int>(Measure.Minutes, 1, BerthProblem.MaxExtent);

    /// <summary>A place along a quay.</summary>
    public static readonly Kind<int> Position = new GridKind<int>(Measure.Metres, 0, BerthProblem.MaxExtent);

    /// <summary>At least one section.</summary>
    public static readonly Kind<int> Length = new GridKind<int>(Measure.Metres, 1, BerthProblem.MaxExtent);

    /// <summary>A length from which on a rule holds.</summary>
    public static readonly Kind<int> AnyLength = new GridKind<int>(Measure.Metres, 0, int.MaxValue);

    public static readonly Kind<int> Depth = new GridKind<int>(Measure.Depth, 0, int.MaxValue);
    public static readonly Kind<int> CostPerHour = new GridKind<int>(Measure.CostPerHour, 0, int.MaxValue);
    public static readonly Kind<int> CostPerMetre = new GridKind<int>(Measure.CostPerMetre, 0, int.MaxValue);
    public static readonly Kind<int> Cost = new GridKind<int>(Measure.Cost, 0, int.MaxValue);
    public static readonly Kind<long> GreatCost = new GridKind<long>(Measure.Cost, 0, long.MaxValue);
    public static readonly Kind<long> AnyCost = new GridKind<long>(Measure.Cost, long.MinValue, long.MaxValue);
    public static readonly Kind<long> GreatCostPerHour = new GridKind<long>(Measure.CostPerHour, 0, long.MaxValue);

    public static readonly Kind<int> Weight = new WholeKind("(a weight)", 0, int.MaxValue);
    public static readonly Kind<int> Cranes = new WholeKind("cranes", 0, 10_000);

    public static readonly Kind<ImmutableArray<string>> Words = new ListKind<string>(TextKind.Any);
    public static readonly Kind<bool> Flag = new FlagKind();

    public static readonly Kind<int> QuayId = new ReferenceKind(BerthScope.Quay);
    public static readonly Kind<int> BerthId = new ReferenceKind(BerthScope.Berth);
    public static readonly Kind<int> CallId = new ReferenceKind(BerthScope.Call);
    public static readonly Kind<int> PoolId = new ReferenceKind(BerthScope.Pool);

    /// <summary>Reasons are for people and read the same everywhere.</summary>
    public static readonly Property<string> Reason = Property<string>.Optional("reason", null, TextKind.Any, "", "why, for people");
}
