namespace BerthOpt.Berths;

/// <summary>How <see cref="RollingBerthSolver"/> cuts a long problem: into windows of calls in the order of their first possible start.</summary>
public sealed record RollingOptions
{
    /// <summary>New and still open calls that a window begins with, in calls; 2 or more; default 300. A problem with no more calls is solved as a whole.</summary>
    public int WindowCalls { get; init; } = 300;

    /// <summary>Calls at the end of a window that the next one plans again, unless they have begun before it; 0 or more and less than <see cref="WindowCalls"/>; default 100.</summary>
    public int OverlapCalls { get; init; } = 100;

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WindowCalls, 2, nameof(WindowCalls));
        ArgumentOutOfRangeException.ThrowIfNegative(OverlapCalls, nameof(OverlapCalls));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(OverlapCalls, WindowCalls, nameof(OverlapCalls));
    }
}
