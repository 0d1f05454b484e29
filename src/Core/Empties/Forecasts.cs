namespace BerthOpt.Empties;

/// <summary>
/// Containers that become empty at a location in a period: returns of importers, discharged empties that are already under way, new or bought ones.
/// A plan counts with <see cref="Count"/>; <see cref="Low"/> and <see cref="High"/> say how sure that is.
/// </summary>
public sealed record Supply
{
    /// <summary>Index of the location.</summary>
    public required int Location { get; init; }

    /// <summary>Index of the container type.</summary>
    public required int Type { get; init; }

    /// <summary>Period in which they come, at its beginning.</summary>
    public required int Period { get; init; }

    /// <summary>Containers expected; 0 to 100,000,000.</summary>
    public required int Count { get; init; }

    /// <summary>Quantile of 10 %: in one case of ten there are no more; at most <see cref="Count"/>; null for certain.</summary>
    public int? Low { get; init; }

    /// <summary>Quantile of 90 %: in nine cases of ten there are no more; at least <see cref="Count"/>; null for certain.</summary>
    public int? High { get; init; }
}

/// <summary>Containers that exporters ask for at a location in a period. What is not given is lost. At most one entry for each location, type and period.</summary>
public sealed record Demand
{
    /// <summary>Index of the location.</summary>
    public required int Location { get; init; }

    /// <summary>Index of the container type.</summary>
    public required int Type { get; init; }

    /// <summary>Period in which they are asked for.</summary>
    public required int Period { get; init; }

    /// <summary>Containers expected; 0 to 100,000,000.</summary>
    public required int Count { get; init; }

    /// <summary>Quantile of 10 %; at most <see cref="Count"/>; null for certain.</summary>
    public int? Low { get; init; }

    /// <summary>Quantile of 90 %; at least <see cref="Count"/>; null for certain.</summary>
    public int? High { get; init; }

    /// <summary>Cost of each container that is not given; 0 to 1,000,000,000.</summary>
    public required int ShortageCost { get; init; }
}
