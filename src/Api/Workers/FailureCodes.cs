namespace BerthOpt.Api;

/// <summary>Why a job can fail; <c>docs/errors.md</c> says what to do about each.</summary>
internal static class FailureCodes
{
    /// <summary>The worker's process ended by itself.</summary>
    public const string WorkerCrashed = "worker-crashed";

    /// <summary>The worker had no memory left.</summary>
    public const string OutOfMemory = "out-of-memory";

    /// <summary>The worker did not end when its time was over, and was killed.</summary>
    public const string WorkerHung = "worker-hung";

    /// <summary>The checker refused what the worker gave for a plan.</summary>
    public const string PlanRefused = "plan-refused";

    /// <summary>The worker said something that makes no sense.</summary>
    public const string WorkerBabbled = "worker-babbled";

    /// <summary>The solver met a defect of its own.</summary>
    public const string SolverDefect = "solver-defect";

    /// <summary>A worker went wrong, and no other came in time.</summary>
    public const string NoWorker = "no-worker";

    /// <summary>The problem cannot be solved as it is; the message says why.</summary>
    public const string ProblemRefused = "problem-refused";

    /// <summary>Services have ended again and again while they worked on it.</summary>
    public const string GivenUp = "given-up";

    public static IReadOnlyList<string> All { get; } = CodeList.Of(typeof(FailureCodes));
}
