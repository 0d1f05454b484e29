using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The words of crane documents: what stands at the places of their properties.</summary>
internal static class CraneKinds
{
    /// <summary>A time; one slot before "never" at the latest.</summary>
    public static readonly Kind<int> Time = new GridKind<int>(Measure.Seconds, 0, Crane.Never - 1);

    /// <summary>A time of a plan, which may say anything: its judge is the checker.</summary>
    public static readonly Kind<int> FreeTime = new GridKind<int>(Measure.Seconds, int.MinValue, int.MaxValue);

    /// <summary>At least one slot.</summary>
    public static readonly Kind<int> Horizon = new GridKind<int>(Measure.Seconds, 1, CraneProblem.MaxHorizon);

    /// <summary>Work, which may be none.</summary>
    public static readonly Kind<int> Work = new GridKind<int>(Measure.Seconds, 0, CraneProblem.MaxHorizon);

    /// <summary>A place on the rail.</summary>
    public static readonly Kind<int> Position = new GridKind<int>(Measure.Metres, -CraneProblem.MaxPosition, CraneProblem.MaxPosition);

    /// <summary>The end of a stretch of the rail.</summary>
    public static readonly Kind<int> Behind = new GridKind<int>(Measure.Metres, -CraneProblem.MaxPosition, CraneProblem.MaxPosition + 1);

    public static readonly Kind<int> Distance = new GridKind<int>(Measure.Metres, 0, CraneProblem.MaxPosition);
    public static readonly Kind<int> TravelTime = new GridKind<int>(Measure.Seconds, 0, 1_000_000);
    public static readonly Kind<int> TravelWay = new GridKind<int>(Measure.Metres, 1, 1_000_000);

    public static readonly Kind<long> Weight = new WholeLongKind("(a weight)", 0, 1_000_000_000_000);
    public static readonly Kind<long> AnyCost = new WholeLongKind("(a cost)", long.MinValue, long.MaxValue);

    public static readonly Kind<bool> Flag = new FlagKind();

    public static readonly Kind<int> CraneId = new ReferenceKind(CraneScope.Crane);
    public static readonly Kind<int> VesselId = new ReferenceKind(CraneScope.Vessel);
    public static readonly Kind<int> TaskId = new ReferenceKind(CraneScope.Task);
}
