namespace BerthOpt.Search;

/// <summary>What is known of the problem after a run; why the run ended is <see cref="StopReason"/>.</summary>
public enum SolveStatus
{
    /// <summary>No plan was found, and none was shown to be impossible.</summary>
    Unknown,

    /// <summary>There is a plan; a better one may exist.</summary>
    Feasible,

    /// <summary>There is a plan whose cost equals the lower bound.</summary>
    Optimal,

    /// <summary>It is proven that there is no plan.</summary>
    Infeasible,
}

/// <summary>Why a run ended; what it found is <see cref="SolveStatus"/>.</summary>
public enum StopReason
{
    /// <summary>The plan was proven optimal (or within the asked gap), or the problem infeasible.</summary>
    Proven,

    /// <summary>The time limit was reached.</summary>
    TimeLimit,

    /// <summary>The work limit was reached.</summary>
    WorkLimit,

    /// <summary>Nothing was left to try.</summary>
    NoImprovement,

    /// <summary>A plan at or below the target cost was found.</summary>
    TargetReached,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
