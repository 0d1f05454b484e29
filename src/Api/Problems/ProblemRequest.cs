using System.Collections.Immutable;

namespace BerthOpt.Api;

/// <summary>What is to be solved.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Settings">How.</param>
/// <param name="Tags">Words to find the job by.</param>
/// <param name="InitialPlan">A plan to start from; null for none.</param>
internal sealed record JobRequest(OpenProblem Problem, SolveSettings Settings, ImmutableArray<string> Tags, JudgedPlan? InitialPlan = null)
{
    /// <summary>What its owner should know before it runs.</summary>
    public ImmutableArray<JobFailure> Warnings { get; init; } = [];
}

/// <summary>What is to be judged.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Plan">The plan.</param>
internal sealed record EvaluateRequest(OpenProblem Problem, JudgedPlan Plan);
