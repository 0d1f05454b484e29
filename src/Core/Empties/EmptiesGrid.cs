namespace BerthOpt.Empties;

/// <summary>What one period of an <see cref="EmptiesProblem"/> means outside.</summary>
public sealed record EmptiesGrid
{
    /// <summary>Hours in one period; 0.001 to 1,000,000; default 24, a day.</summary>
    public decimal HoursPerPeriod { get; init; } = 24;

    /// <summary>The instant at which period 0 begins, with its offset; null when the problem has no calendar.</summary>
    public DateTimeOffset? Origin { get; init; }
}
