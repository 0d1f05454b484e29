using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>
/// A contract by which containers are hired: taken at its on-hire places and given back at its off-hire places, any of the type. Rent is due for each
/// container on hire at the end of each period, those of before the plan included. A long hire has no off-hire places.
/// </summary>
public sealed record Lease
{
    /// <summary>Name, unique among the contracts.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the container type.</summary>
    public required int Type { get; init; }

    /// <summary>Most containers on hire at the end of any period; 0 to 100,000,000.</summary>
    public required int Most { get; init; }

    /// <summary>Containers on hire when period 0 begins, which may be given back at once; 0 to <see cref="Most"/>; default 0. They are part of the stocks, or under way.</summary>
    public int Initial { get; init; }

    /// <summary>Rent for each container on hire at the end of a period; 0 to 1,000,000,000; default 0.</summary>
    public int Rent { get; init; }

    /// <summary>Least number of periods from on-hire to off-hire, the first that came being the first to go; 0 to 4,000; default 0.</summary>
    public int MinimumTerm { get; init; }

    /// <summary>Places where containers are taken.</summary>
    public ImmutableArray<HirePlace> OnHire { get; init; } = [];

    /// <summary>Places where containers are given back.</summary>
    public ImmutableArray<HirePlace> OffHire { get; init; } = [];
}

/// <summary>Where containers are taken on hire or given back.</summary>
/// <param name="Location">Index of the location; at most once in each list.</param>
/// <param name="Cost">Cost of one container; 0 to 1,000,000,000.</param>
public readonly record struct HirePlace(int Location, int Cost);
