using System.ComponentModel.DataAnnotations;

namespace BerthOpt.Api;

/// <summary>How many jobs are kept, how long, and where; section <c>Jobs</c> of the configuration.</summary>
internal sealed class StoreOptions
{
    /// <summary>The database file; its folder is made. Default <c>berthopt-jobs/jobs.db</c> in the folder for local data of the user.</summary>
    public string File { get; init; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "berthopt-jobs", "jobs.db");

    /// <summary>Greatest size of the database in megabytes. 16 to 1,000,000, default 4096.</summary>
    [Range(16, 1_000_000)]
    public int Megabytes { get; init; } = 4096;

    /// <summary>Jobs that may wait, of all tenants. 1 to 1,000,000, default 1000.</summary>
    [Range(1, 1_000_000)]
    public int Queue { get; init; } = 1000;

    /// <summary>Jobs of one tenant that may wait. 1 to 1,000,000, default 500.</summary>
    [Range(1, 1_000_000)]
    public int QueueOfTenant { get; init; } = 500;

    /// <summary>Hours for which a finished job is kept; after as many again nothing is known of it. 0.001 to 10,000, default 24.</summary>
    [Range(0.001, 10_000)]
    public double KeepHours { get; init; } = 24;

    /// <summary>Hours for which a job may wait. 0.001 to 10,000, default 24.</summary>
    [Range(0.001, 10_000)]
    public double WaitHours { get; init; } = 24;

    /// <summary>Seconds after which a job whose service is silent is taken up by another. 1 to 3600, default 15.</summary>
    [Range(1, 3600)]
    public int LeaseSeconds { get; init; } = 15;

    /// <summary>Where the service is to end dead, to see what becomes of jobs: such as <c>after-claim:3</c>; default nowhere. See docs/reliability.md.</summary>
    public string? Drill { get; init; }
}
