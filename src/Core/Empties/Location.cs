namespace BerthOpt.Empties;

/// <summary>What a location is; for people and key figures, no rule depends on it.</summary>
public enum LocationKind
{
    /// <summary>A sea port.</summary>
    Port,

    /// <summary>A depot of empties.</summary>
    Depot,

    /// <summary>An inland port or dry port.</summary>
    InlandPort,

    /// <summary>A rail terminal.</summary>
    RailTerminal,

    /// <summary>A consignee or a shipper.</summary>
    Customer,
}

/// <summary>A place where containers wait.</summary>
public sealed record Location
{
    /// <summary>Name, unique among the locations.</summary>
    public required string Id { get; init; }

    /// <summary>What it is; default a port.</summary>
    public LocationKind Kind { get; init; }

    /// <summary>Cost of bringing one container on board of a voyage here; 0 to 1,000,000,000; default 0.</summary>
    public int LoadCost { get; init; }

    /// <summary>Cost of taking one container off a voyage here; 0 to 1,000,000,000; default 0.</summary>
    public int DischargeCost { get; init; }

    /// <summary>Most that waits here at the end of a period, all types together, in hundredths of a TEU; null for no limit.</summary>
    public int? StorageTeu { get; init; }
}

/// <summary>Stock of one type at one location: what there is, what waiting costs, and what should be there.</summary>
public sealed record LocationStock
{
    /// <summary>Index of the location.</summary>
    public required int Location { get; init; }

    /// <summary>Index of the container type.</summary>
    public required int Type { get; init; }

    /// <summary>Containers there when period 0 begins; 0 to 100,000,000; default 0.</summary>
    public int Initial { get; init; }

    /// <summary>Cost of one container that waits over the end of a period; 0 to 1,000,000,000; default 0.</summary>
    public int StorageCost { get; init; }

    /// <summary>
    /// Ends of periods that each container waits free of charge, counted from the period in which it came; 0 to 4,000; default 0. The first that came is
    /// the first that goes. Initial stock counts as come in period 0.
    /// </summary>
    public int FreePeriods { get; init; }

    /// <summary>Containers that should be there at the end of every period; 0 to 100,000,000; default 0.</summary>
    public int SafetyStock { get; init; }

    /// <summary>Cost of each container short of <see cref="SafetyStock"/> at the end of each period; 0 to 1,000,000,000; default 0.</summary>
    public int SafetyCost { get; init; }

    /// <summary>Containers that should be there after the last period, those still on their way there included; 0 to 100,000,000; default 0.</summary>
    public int Target { get; init; }

    /// <summary>Cost of each container short of <see cref="Target"/>; 0 to 1,000,000,000; default 0.</summary>
    public int TargetCost { get; init; }
}
