using System.ComponentModel.DataAnnotations;

namespace BerthOpt.Api;

/// <summary>The processes that solve; section <c>Workers</c> of the configuration.</summary>
internal sealed class WorkerOptions
{
    /// <summary>Jobs that run at a time, each in a process of its own. 1 to 256, default half the number of processors.</summary>
    [Range(1, 256)]
    public int Count { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Memory of one worker in megabytes. 256 to 1,000,000, default 4096.</summary>
    [Range(256, 1_000_000)]
    public int Megabytes { get; init; } = 4096;

    /// <summary>Jobs after which a worker is replaced. 1 to 1,000,000, default 100.</summary>
    [Range(1, 1_000_000)]
    public int JobsOfProcess { get; init; } = 100;

    /// <summary>Time of processors in seconds that a worker may take in its life, after which it is killed; it is replaced after half of it. 1 to 1,000,000,000, default three hours of each processor: a job of the longest time on all of them fits in a half.</summary>
    [Range(1, 1_000_000_000)]
    public int ProcessorSeconds { get; init; } = 3 * 3600 * Environment.ProcessorCount;

    /// <summary>Priority of the workers below that of the service: 0 to 19, default 10.</summary>
    [Range(0, 19)]
    public int Nice { get; init; } = 10;

    /// <summary>Seconds beyond its time limit after which a run is asked to stop; after half as many again it is killed. 0.1 to 60, default 2.</summary>
    [Range(0.1, 60)]
    public double GraceSeconds { get; init; } = 2;

    /// <summary>Seconds after which an explanation is asked to come to its end with what it has; after half as many again, and the grace, its worker is killed. 0.1 to 60, default 20.</summary>
    [Range(0.1, 60)]
    public double ExplainSeconds { get; init; } = 20;

    /// <summary>What workers are to do wrong, to see what the service makes of it: abort, hang, memory or lie, or several behind commas; default nothing. See docs/reliability.md.</summary>
    public string? Drill { get; init; }
}
