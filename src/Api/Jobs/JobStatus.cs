namespace BerthOpt.Api;

/// <summary>Where a job stands. What is known of its problem, and why its run ended, are told apart from it.</summary>
internal enum JobStatus
{
    /// <summary>Stored; waits for a worker.</summary>
    Queued,

    /// <summary>A worker is on it.</summary>
    Running,

    /// <summary>Done; there is an answer.</summary>
    Completed,

    /// <summary>Stopped by its owner; the best plan so far is kept.</summary>
    Stopped,

    /// <summary>No worker could finish it; the failure says why.</summary>
    Failed,

    /// <summary>It waited too long for a worker, or its time here is over; problem and plan are gone.</summary>
    Expired,
}

/// <summary>Words of a job.</summary>
internal static class JobWords
{
    /// <summary>Whether the job changes no more, but for its expiry.</summary>
    public static bool IsFinal(this JobStatus status) => status >= JobStatus.Completed;
}
