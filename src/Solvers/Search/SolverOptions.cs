using Microsoft.Extensions.Logging;

namespace BerthOpt.Search;

/// <summary>How often search compares its incremental costs with a full recomputation.</summary>
public enum AssertionLevel
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Once, on the final plan.</summary>
    Final,

    /// <summary>On each new best plan.</summary>
    PerIncumbent,

    /// <summary>After every applied move; slow.</summary>
    PerMove,
}

/// <summary>
/// Limits, seed and threads of a run; declarative, and so reusable for any number of runs.
/// With the same problem, seed and work limit the plan is the same, bit for bit, whatever the number of threads.
/// </summary>
public sealed record SolverOptions
{
    /// <summary>Limit on wall-clock time, construction included; 0 or more; null for none. Default 10 seconds.</summary>
    public TimeSpan? TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Limit on work, in units that do not depend on the machine (<see cref="SolveStatistics.Work"/>); 0 or more; null for none. Default none.</summary>
    public long? WorkLimit { get; init; }

    /// <summary>Stop when <c>(cost - bound) / cost</c> is at most this; 0 to 1; default 0.</summary>
    public double Gap { get; init; }

    /// <summary>Stop at a plan that costs this or less, in the units of the problem's grid; null for none. Default none.</summary>
    public long? Target { get; init; }

    /// <summary>Seed of all random numbers; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads to use; 1 to 256; default the machine's number of processors. Does not change the plan of a run with a work limit.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 256);

    /// <summary>Whether bounds that take work run beside the search; default true. Without them no native code runs, and little is proven.</summary>
    public bool Bounds { get; init; } = true;

    /// <summary>How often costs are checked against a full recomputation; default per incumbent in Debug builds and final in others.</summary>
    public AssertionLevel Assertions { get; init; } =
#if DEBUG
        AssertionLevel.PerIncumbent;
#else
        AssertionLevel.Final;
#endif

    /// <summary>The source of time for the time limit; default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Told how a run goes: when it begins (event 1), of better plans and bounds (2 and 3, all Debug), and how it ended (4, Information);
    /// null for nobody. Default null. Changes no result.
    /// </summary>
    public ILogger? Logger { get; init; }

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        if (TimeLimit is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(TimeLimit));
        }

        if (WorkLimit is { } work)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(work, nameof(WorkLimit));
        }

        if (!(Gap >= 0 && Gap <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Gap), Gap, "Expected 0 to 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1, nameof(Threads));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 256, nameof(Threads));
    }
}
