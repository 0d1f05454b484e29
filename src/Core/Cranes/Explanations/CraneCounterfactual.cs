using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>What it would cost to do one task as somebody wishes, the others making room.</summary>
public sealed record CraneCounterfactual
{
    /// <summary>What was asked (<see cref="CraneCounterfactualCodes"/>).</summary>
    public required string Code { get; init; }

    /// <summary>What the task was pinned to.</summary>
    public required TaskPin Pin { get; init; }

    /// <summary>Whether there is such a plan, and whether its price is exact.</summary>
    public required CounterfactualStatus Status { get; init; }

    /// <summary>What that plan costs more than the present one; less than 0 where it is cheaper; null without one.</summary>
    public long? CostChange { get; init; }

    /// <summary>No such plan costs less than this more; null when nothing is known.</summary>
    public long? LeastCostChange { get; init; }

    /// <summary>The tasks that change, the task itself first; empty without a plan.</summary>
    public ImmutableArray<MovedTask> Moves { get; init; } = [];
}

/// <summary>A task that changes.</summary>
/// <param name="Task">Index of the task.</param>
/// <param name="From">Who does it now, and when.</param>
/// <param name="To">Who would do it, and when.</param>
public sealed record MovedTask(int Task, TaskAssignment From, TaskAssignment To);

/// <summary>The codes of <see cref="CraneCounterfactual"/>.</summary>
public static class CraneCounterfactualCodes
{
    /// <summary>By another crane.</summary>
    public const string OtherCrane = "other-crane";

    /// <summary>By its crane, as early as that could begin it if no other task were in the way but those that come before it.</summary>
    public const string FirstStart = "first-start";

    /// <summary>Something that was asked for.</summary>
    public const string Asked = "asked";
}
