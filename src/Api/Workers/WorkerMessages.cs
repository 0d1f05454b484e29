using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>What a worker is to do. Costs of messages are in grid units.</summary>
/// <param name="Kind">Name of the kind of problem.</param>
/// <param name="TimeLimitSeconds">Limit on time.</param>
/// <param name="WorkLimit">Limit on work; null for none.</param>
/// <param name="Gap">Gap at which to stop.</param>
/// <param name="Target">Cost at which to stop; null for none.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Bounds">Whether bounds run.</param>
/// <param name="Attempt">How many workers have failed at it.</param>
/// <param name="InitialPlan">Document of a plan to start from; null for none.</param>
internal sealed record SolveOrder(
    string Kind, double TimeLimitSeconds, long? WorkLimit, double Gap, long? Target, ulong Seed, int Threads, bool Bounds, int Attempt, string? InitialPlan = null)
{
    public SolverOptions ToOptions() => new()
    {
        TimeLimit = TimeSpan.FromSeconds(TimeLimitSeconds),
        WorkLimit = WorkLimit,
        Gap = Gap,
        Target = Target,
        Seed = Seed,
        Threads = Threads,
        Bounds = Bounds,
    };
}

/// <summary>How far a run is.</summary>
internal sealed record WorkerProgress(long? Cost, long? LowerBound, double Seconds);

/// <summary>How a run ended; its best plan came before. Where there is none, the conflict says why, as its document.</summary>
internal sealed record WorkerResult(SolveStatus Status, StopReason StopReason, long? Cost, long? LowerBound, string BoundMethod, SolveStatistics Statistics, string? Conflict = null);

/// <summary>Why a run has failed.</summary>
/// <param name="Code">Code of the failure.</param>
/// <param name="Message">For the owner of the job; null when it would say nothing to him.</param>
internal sealed record WorkerFault(string Code, string? Message);
