using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>What became of a plan that was changed.</summary>
public sealed record BerthReplanResult
{
    /// <summary>The problem that was solved, and what went over of the old plan.</summary>
    public required BerthRevision Revision { get; init; }

    /// <summary>What was found and proven for it.</summary>
    public required SolveResult<BerthPlan> Result { get; init; }

    /// <summary>What has changed against the old plan, as the new problem's baseline has it; null without a plan.</summary>
    public PlanChanges? Changes { get; init; }
}
