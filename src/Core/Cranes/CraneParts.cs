using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>The parts that a <see cref="CraneProblem"/> is composed of. Only <see cref="Horizon"/> and <see cref="Cranes"/> are always needed.</summary>
public sealed record CraneParts
{
    /// <summary>Name of the problem, for people; default empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one step of the grid means outside.</summary>
    public CraneGrid Grid { get; init; } = new();

    /// <summary>Number of slots; every task ends by it; 1 to 1,073,741,824.</summary>
    public required int Horizon { get; init; }

    /// <summary>The rail: how fast cranes travel on it and how far they must stay apart.</summary>
    public Rail Rail { get; init; } = new();

    /// <summary>The cranes, in their order along the rail; at least one.</summary>
    public required ImmutableArray<Crane> Cranes { get; init; }

    /// <summary>The vessels that are worked on; each task belongs to one.</summary>
    public ImmutableArray<CraneVessel> Vessels { get; init; } = [];

    /// <summary>The tasks; may be empty.</summary>
    public ImmutableArray<CraneTask> Tasks { get; init; } = [];

    /// <summary>Pairs of which the first task must end before the second starts.</summary>
    public ImmutableArray<TaskPair> Precedences { get; init; } = [];

    /// <summary>Pairs of tasks that may not be worked on at the same time, in either order.</summary>
    public ImmutableArray<TaskPair> NonSimultaneous { get; init; } = [];

    /// <summary>Which ways cranes may move while they work; default <see cref="CraneDirection.Free"/>.</summary>
    public CraneDirection Direction { get; init; }

    /// <summary>Weights of the cost terms.</summary>
    public CraneObjective Objective { get; init; } = new();
}

/// <summary>Two tasks, by index.</summary>
/// <param name="First">Index of the first task.</param>
/// <param name="Second">Index of the second task, another one.</param>
public readonly record struct TaskPair(int First, int Second);

/// <summary>
/// Which ways cranes may move once they work. The way from its start position to its first task is free for each crane, but none goes back
/// to let another to work: of two tasks that interfere (<see cref="Rail"/>) the one of the crane ahead comes first (Lim, Rodrigues and Xu 2007).
/// </summary>
public enum CraneDirection
{
    /// <summary>Any way, at any time.</summary>
    Free,

    /// <summary>All cranes upwards, or all downwards (unidirectional; Lim, Rodrigues and Xu 2007, Bierwirth and Meisel 2009).</summary>
    Either,

    /// <summary>All cranes towards greater positions.</summary>
    Upward,

    /// <summary>All cranes towards smaller positions.</summary>
    Downward,
}
