using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>The parts that an <see cref="EmptiesProblem"/> is composed of. Only <see cref="Periods"/>, <see cref="Types"/> and <see cref="Locations"/> are always needed.</summary>
public sealed record EmptiesParts
{
    /// <summary>Name of the problem, for people; default empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one period means outside.</summary>
    public EmptiesGrid Grid { get; init; } = new();

    /// <summary>Number of periods that are planned; 1 to 4,000.</summary>
    public required int Periods { get; init; }

    /// <summary>The container types; at least one.</summary>
    public required ImmutableArray<ContainerType> Types { get; init; }

    /// <summary>The places where containers wait; at least one.</summary>
    public required ImmutableArray<Location> Locations { get; init; }

    /// <summary>What is in stock, and what stock costs and should be; at most one entry for each location and type. What has no entry starts with none and waits free of charge.</summary>
    public ImmutableArray<LocationStock> Stocks { get; init; } = [];

    /// <summary>Containers that become empty, or arrive from outside.</summary>
    public ImmutableArray<Supply> Supplies { get; init; } = [];

    /// <summary>Containers that are asked for.</summary>
    public ImmutableArray<Demand> Demands { get; init; } = [];

    /// <summary>Vessels, feeders, barges and trains with their stops.</summary>
    public ImmutableArray<Voyage> Voyages { get; init; } = [];

    /// <summary>Direct ways that are open in regular periods.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>Ways to make containers of one type out of another.</summary>
    public ImmutableArray<Conversion> Conversions { get; init; } = [];

    /// <summary>Types that may stand in for others.</summary>
    public ImmutableArray<Substitution> Substitutions { get; init; } = [];

    /// <summary>Contracts by which containers are hired.</summary>
    public ImmutableArray<Lease> Leases { get; init; } = [];

    /// <summary>Least and greatest flows.</summary>
    public ImmutableArray<FlowLimit> Limits { get; init; } = [];

    /// <summary>Moves that are fixed.</summary>
    public ImmutableArray<LockedMove> Locks { get; init; } = [];
}
