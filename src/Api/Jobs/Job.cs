using System.Collections.Immutable;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>A job as it is stored, without its documents. Costs are in the problem's units.</summary>
internal sealed record Job
{
    /// <summary>Its id: a UUID of version 7, so that ids sort by time.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Tenant { get; init; }

    /// <summary>Name of its kind of problem.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>Words to find it by.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>Identity of the problem.</summary>
    public required string ProblemHash { get; init; }

    /// <summary>Identity of the plan that it starts from; null for none.</summary>
    public string? InitialPlanHash { get; init; }

    /// <summary>Id of the job whose plan it changes; null for none.</summary>
    public string? ReplannedFrom { get; init; }

    /// <summary>The options as JSON.</summary>
    public required string Options { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When a worker took it up first; null before.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>How often a service took it up.</summary>
    public int Attempts { get; init; }

    /// <summary>Counts its changes.</summary>
    public long Version { get; init; }

    /// <summary>What is known so far.</summary>
    public JobFindings Findings { get; init; } = new();
}

/// <summary>What is known of a job's problem. Costs are in the problem's units.</summary>
internal sealed record JobFindings
{
    /// <summary>What is known of the problem.</summary>
    public SolveStatus SolutionStatus { get; init; }

    /// <summary>Why the run ended; null before its end.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>Cost of the best plan; null without one.</summary>
    public decimal? Cost { get; init; }

    /// <summary>No plan costs less; null when nothing is known.</summary>
    public decimal? LowerBound { get; init; }

    /// <summary>(cost - lower bound) / |cost|; null when there is no such number.</summary>
    public double? Gap { get; init; }

    /// <summary>How often another worker was asked for, with other settings, since one went wrong.</summary>
    public int Retries { get; init; }

    /// <summary>Name of the bound that proved it.</summary>
    public string BoundMethod { get; init; } = "none";

    /// <summary>Identity of the best plan; null without one.</summary>
    public string? PlanHash { get; init; }

    /// <summary>What the run took; null before its end.</summary>
    public SolveStatistics? Statistics { get; init; }

    /// <summary>What cannot hold together, as its document; null unless it is known why there is no plan.</summary>
    public string? Conflict { get; init; }

    /// <summary>Why no worker could finish it; null when one could.</summary>
    public JobFailure? Failure { get; init; }

    /// <summary>What its owner should know: calls that could not be kept as they were.</summary>
    public IReadOnlyList<JobFailure> Warnings { get; init; } = [];
}

/// <summary>Why a job failed, or what its owner should know of it.</summary>
/// <param name="Code">Stable code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Message">What happened, and what to do.</param>
internal sealed record JobFailure(string Code, string Message);

/// <summary>Something that happened to a job.</summary>
/// <param name="Number">Counts from 1 within the job.</param>
/// <param name="At">When.</param>
/// <param name="Type">status, incumbent, bound, warning or done.</param>
/// <param name="Data">What, as JSON.</param>
internal sealed record JobEvent(long Number, DateTimeOffset At, string Type, string Data);
