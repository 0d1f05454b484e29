using System.Collections.Immutable;

namespace BerthOpt.Client;

/// <summary>How a job is to be solved; null leaves a choice to the service (<c>docs/api.md</c>).</summary>
public sealed record JobOptions
{
    /// <summary>Stop after this time; 0 to 1 hour; default 10 seconds.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Stop after this much work, in units that do not depend on the machine; 0 or more; default none.</summary>
    public long? WorkLimit { get; init; }

    /// <summary>Stop when <c>(cost - bound) / cost</c> is at most this; 0 to 1; default 0.</summary>
    public decimal? Gap { get; init; }

    /// <summary>Stop at a plan that costs this or less, in the problem's units; default none.</summary>
    public decimal? Target { get; init; }

    /// <summary>Seed of all random numbers; default 1.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Threads, 1 to 256, but never more than the service has processors, which is the default.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether bounds that take work run; default true.</summary>
    public bool? Bounds { get; init; }

    /// <summary>Words to find the job by, up to 16 of 1 to 64 characters; default none.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
