using System.Collections.Immutable;

namespace BerthOpt.Api;

/// <summary>
/// Where jobs live. Whoever works on a job has claimed it and holds a fence token; what he writes with a token that is no longer the
/// job's is dropped, and he is told. All members may be called from any thread.
/// </summary>
internal interface IJobStore
{
    /// <summary>Stores a job, for good once it returns, or says why not.</summary>
    Submission Submit(NewJob job);

    /// <summary>A tenant's job; null when there is none.</summary>
    Job? Find(string tenant, string id);

    /// <summary>A tenant's jobs, the newest first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="tag">Of this tag; null for any.</param>
    /// <param name="status">Of this status; null for any.</param>
    /// <param name="before">Older than this id; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    IReadOnlyList<Job> List(string tenant, string? tag, JobStatus? status, string? before, int most);

    /// <summary>The documents of a job: its problem, and its best plan; null when they are gone.</summary>
    JobDocuments? Documents(string tenant, string id);

    /// <summary>What happened to a job after event <paramref name="after"/>, oldest first.</summary>
    IReadOnlyList<JobEvent> Events(string id, long after, int most);

    /// <summary>Has a job stopped: at once when it waits, else by who works on it. False when there is no such job.</summary>
    bool Stop(string tenant, string id);

    /// <summary>Removes a job and all of it. False when there is no such job.</summary>
    bool Delete(string tenant, string id);

    /// <summary>The oldest job that waits, or whose lease ran out, for <paramref name="owner"/>; null when there is none.</summary>
    ClaimedJob? Claim(string owner);

    /// <summary>Goes on with a claim; says whether it still holds, and whether the job is to stop.</summary>
    (bool Holds, bool Stop) Renew(string id, long fence);

    /// <summary>Stores a better plan that the checker has accepted. False when the claim is lost.</summary>
    bool SavePlan(string id, long fence, JobFindings findings, byte[] plan, string eventData);

    /// <summary>Stores something that happened. False when the claim is lost.</summary>
    bool Tell(string id, long fence, string type, string data, JobFindings? findings = null);

    /// <summary>Ends a job, for good once it returns. False when the claim is lost.</summary>
    bool Finish(string id, long fence, JobStatus status, JobFindings findings, string eventData);

    /// <summary>Gives a claim back, so that the job is taken up again.</summary>
    void Release(string id, long fence);

    /// <summary>Gives back what owners hold who are no longer there; returns how many jobs.</summary>
    int ReleaseOwners(Func<string, bool> isGone);

    /// <summary>Removes what has been here too long; returns the ids of jobs that changed.</summary>
    IReadOnlyList<string> Expire();

    /// <summary>What a submission under a key comes to that was used before; null when it was not, or its job is gone.</summary>
    Submission? FindByKey(string tenant, string key, string bodyHash);

    /// <summary>How many jobs wait and run.</summary>
    (int Queued, int Running) Count();
}

/// <summary>A job to be stored.</summary>
internal sealed record NewJob(
    string Tenant, string Kind, ImmutableArray<string> Tags, string ProblemHash, ReadOnlyMemory<byte> Problem, string Options, string? IdempotencyKey, string BodyHash)
{
    /// <summary>Document of the plan that it starts from; null for none.</summary>
    public byte[]? InitialPlan { get; init; }

    /// <summary>Identity of that plan.</summary>
    public string? InitialPlanHash { get; init; }

    /// <summary>Id of the job whose plan it changes; null for none.</summary>
    public string? ReplannedFrom { get; init; }

    /// <summary>What its owner should know before it runs.</summary>
    public ImmutableArray<JobFailure> Warnings { get; init; } = [];
}

/// <summary>What became of a job that was to be stored.</summary>
/// <param name="Verdict">Whether it was.</param>
/// <param name="Job">The job, new or the one of the same key; null when it was refused.</param>
internal readonly record struct Submission(SubmissionVerdict Verdict, Job? Job = null);

/// <inheritdoc cref="Submission"/>
internal enum SubmissionVerdict
{
    /// <summary>A new job.</summary>
    Stored,

    /// <summary>The job that was stored under the same key and with the same body.</summary>
    Known,

    /// <summary>The key stands for another body.</summary>
    KeyTaken,

    /// <summary>As many jobs wait as may.</summary>
    QueueFull,

    /// <summary>As many jobs of the tenant wait as may.</summary>
    QuotaUsed,
}

/// <summary>A job's documents.</summary>
internal sealed record JobDocuments(Job Job, byte[] Problem, byte[]? Plan);

/// <summary>A job that somebody works on.</summary>
/// <param name="Job">The job.</param>
/// <param name="Problem">Its problem document.</param>
/// <param name="Plan">The best plan of an earlier attempt; null when there is none.</param>
/// <param name="Fence">The token of the claim.</param>
/// <param name="InitialPlan">The plan that came with the job; null when none did.</param>
internal sealed record ClaimedJob(Job Job, byte[] Problem, byte[]? Plan, long Fence, byte[]? InitialPlan = null);

/// <summary>The store cannot take or give anything now.</summary>
/// <param name="full">Whether there is no room left; else somebody else holds it, or the disk fails.</param>
/// <param name="inner">What the store said.</param>
internal sealed class JobStoreException(bool full, Exception inner) : Exception(inner.Message, inner)
{
    public bool Full => full;
}
