using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>The parts that a <see cref="BerthProblem"/> is composed of. Only <see cref="Quays"/> and <see cref="Horizon"/> are always needed; what is left out costs nothing.</summary>
public sealed record BerthParts
{
    /// <summary>Name of the problem, for people; default empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one step of the grid means outside.</summary>
    public Grid Grid { get; init; } = new();

    /// <summary>Number of slots; every stay ends by it; 1 to 16,777,216.</summary>
    public required int Horizon { get; init; }

    /// <summary>The quays; at least one.</summary>
    public required ImmutableArray<Quay> Quays { get; init; }

    /// <summary>The calls; may be empty.</summary>
    public ImmutableArray<Call> Calls { get; init; } = [];

    /// <summary>The crane pools; a quay without one has cranes without limit.</summary>
    public ImmutableArray<CranePool> CranePools { get; init; } = [];

    /// <summary>Closed rectangles of quay and time.</summary>
    public ImmutableArray<Closure> Closures { get; init; } = [];

    /// <summary>Limits and bans on movements.</summary>
    public MovementLimits Movements { get; init; } = new();

    /// <summary>Room that must stay free.</summary>
    public Clearances Clearances { get; init; } = new();

    /// <summary>The plan in force; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Weights of the cost terms.</summary>
    public Objective Objective { get; init; } = new();
}
