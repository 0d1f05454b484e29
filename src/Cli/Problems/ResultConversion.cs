using BerthOpt.Search;

namespace BerthOpt.Cli.Problems;

/// <summary>The same result with its plan seen another way.</summary>
internal static class ResultConversion
{
    /// <summary>The result with what <paramref name="judge"/> makes of its plan.</summary>
    public static SolveResult<JudgedPlan> Judged<TPlan>(this SolveResult<TPlan> result, Func<TPlan, JudgedPlan> judge)
        where TPlan : class => new()
        {
            Status = result.Status,
            StopReason = result.StopReason,
            Plan = result.Plan is { } plan ? judge(plan) : null,
            Cost = result.Cost,
            LowerBound = result.LowerBound,
            BoundMethod = result.BoundMethod,
            Statistics = result.Statistics,
        };
}
