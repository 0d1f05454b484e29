using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>A job as its owner sees it. Costs are in the problem's units.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind of its problem: berths, cranes or empties.</param>
/// <param name="Status">Where it stands: queued, running, completed, stopped, failed or expired.</param>
/// <param name="SolutionStatus">What is known of the problem: unknown, feasible, optimal or infeasible.</param>
/// <param name="StopReason">Why the run ended: proven, time-limit, work-limit, no-improvement, target-reached or cancelled; null before its end.</param>
/// <param name="TotalCost">Cost of the best plan as the checker computes it; null without a plan.</param>
/// <param name="LowerBound">No plan costs less; null when nothing is known.</param>
/// <param name="Gap">(cost - lower bound) / |cost|; null when there is no such number.</param>
/// <param name="BoundMethod">Name of the bound that proved it.</param>
/// <param name="PlanHash">Identity of the best plan; null without one.</param>
/// <param name="ProblemHash">Identity of the problem.</param>
/// <param name="InitialPlanHash">Identity of the plan that it starts from; null for none.</param>
/// <param name="ReplannedFrom">Id of the job whose plan it changes; null for none.</param>
/// <param name="ResultHash">Identity of problem, options, initial plan and plan together; null without a plan.</param>
/// <param name="Conflict">Calls and rules that cannot hold together, where there is proven to be no plan; null else, and where they are not known.</param>
/// <param name="Failure">Why no worker could finish it; null when one could.</param>
/// <param name="Warnings">Calls that have begun or were frozen and could not be kept as they were, with the rule that they would break.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Created">When it was accepted.</param>
/// <param name="Started">When a worker took it up first; null before.</param>
/// <param name="Finished">When it ended; null before.</param>
/// <param name="Attempts">How often it was tried; more than once when a worker went wrong, or a service ended in between.</param>
/// <param name="Options">The options, what equals its default left out.</param>
/// <param name="Statistics">What the run took; null before its end.</param>
/// <param name="Plan">The plan document, to who waited with <c>Prefer: wait</c>; null else, and without a plan.</param>
internal sealed record JobAnswer(
    string Id,
    string Kind,
    JobStatus Status,
    SolveStatus SolutionStatus,
    StopReason? StopReason,
    decimal? TotalCost,
    decimal? LowerBound,
    double? Gap,
    string BoundMethod,
    string? PlanHash,
    string ProblemHash,
    string? InitialPlanHash,
    string? ReplannedFrom,
    string? ResultHash,
    JsonElement? Conflict,
    JobFailure? Failure,
    IReadOnlyList<JobFailure> Warnings,
    IReadOnlyList<string> Tags,
    DateTimeOffset Created,
    DateTimeOffset? Started,
    DateTimeOffset? Finished,
    int Attempts,
    JsonElement Options,
    SolveStatistics? Statistics,
    JsonElement? Plan)
{
    public static JobAnswer Of(Job job, byte[]? plan = null)
    {
        var found = job.Findings;
        return new JobAnswer(
            job.Id,
            job.Kind,
            job.Status,
            found.SolutionStatus,
            found.StopReason,
            found.Cost,
            found.LowerBound,
            found.Gap,
            found.BoundMethod,
            found.PlanHash,
            job.ProblemHash,
            job.InitialPlanHash,
            job.ReplannedFrom,
            found.PlanHash is { } hash ? ResultHashOf(job, hash) : null,
            found.Conflict is { } conflict ? JsonElement.Parse(conflict) : null,
            found.Failure,
            found.Warnings,
            job.Tags,
            job.Created,
            job.Started,
            job.Finished,
            job.Attempts + found.Retries,
            JsonElement.Parse(job.Options),
            found.Statistics,
            plan is null ? null : JsonElement.Parse(plan));
    }

    private static string ResultHashOf(Job job, string planHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{job.ProblemHash}\n{job.Options}\n{planHash}{(job.InitialPlanHash is { } start ? $"\n{start}" : "")}")));
}

/// <summary>Some jobs, the newest first.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="Cursor">What <c>cursor</c> must be for the next ones; null when there are no more.</param>
internal sealed record JobsAnswer(IReadOnlyList<JobAnswer> Jobs, string? Cursor);
