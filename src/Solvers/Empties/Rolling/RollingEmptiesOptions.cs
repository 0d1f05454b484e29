namespace BerthOpt.Empties;

/// <summary>How <see cref="RollingEmptiesSolver"/> goes through a long horizon.</summary>
public sealed record RollingEmptiesOptions
{
    /// <summary>Periods that are planned at once; 1 to 4,000; default 42, six weeks of days.</summary>
    public int WindowPeriods { get; init; } = 42;

    /// <summary>Periods after which the rest is planned again; 1 to <see cref="WindowPeriods"/>; default 7, a week of days.</summary>
    public int StepPeriods { get; init; } = 7;

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WindowPeriods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WindowPeriods, EmptiesProblem.MaxPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(StepPeriods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(StepPeriods, WindowPeriods);
    }
}
