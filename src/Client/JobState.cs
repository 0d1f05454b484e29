using System.Collections.Immutable;

namespace BerthOpt.Client;

/// <summary>A job as the service tells of it. Costs are in the problem's units.</summary>
public sealed record JobState
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of its problem: berths, cranes or empties.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it stands: queued, running, completed, stopped, failed or expired.</summary>
    public required string Status { get; init; }

    /// <summary>What is known of the problem: unknown, feasible, optimal or infeasible.</summary>
    public required string SolutionStatus { get; init; }

    /// <summary>Why the run ended: proven, time-limit, work-limit, no-improvement, target-reached or cancelled; null before its end.</summary>
    public string? StopReason { get; init; }

    /// <summary>Cost of the best plan so far; null without one.</summary>
    public decimal? TotalCost { get; init; }

    /// <summary>No plan costs less; null when nothing is known.</summary>
    public decimal? LowerBound { get; init; }

    /// <summary><c>(cost - bound) / |cost|</c>; null when there is no such number.</summary>
    public double? Gap { get; init; }

    /// <summary>Identity of the best plan; null without one.</summary>
    public string? PlanHash { get; init; }

    /// <summary>Id of the job whose plan it changes; null for none.</summary>
    public string? ReplannedFrom { get; init; }

    /// <summary>Why no worker could finish it; null when one could.</summary>
    public JobFailure? Failure { get; init; }

    /// <summary>Calls that have begun or were frozen and that a replan could not keep as they were, with the rule that they would break.</summary>
    public ImmutableArray<JobFailure> Warnings { get; init; } = [];

    /// <summary>Words to find it by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Status is "completed" or "stopped" or "failed" or "expired";
}

/// <summary>Why a job failed.</summary>
/// <param name="Code">Stable code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Message">What happened.</param>
public sealed record JobFailure(string Code, string Message);

/// <summary>Something that happened to a job.</summary>
/// <param name="Number">Counts from 1 within the job.</param>
/// <param name="Type">status, incumbent, bound, warning or done.</param>
/// <param name="Data">What, as JSON (<c>docs/api.md</c>).</param>
public sealed record JobEvent(long Number, string Type, string Data);
