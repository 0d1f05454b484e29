namespace BerthOpt.Empties;

/// <summary>How <see cref="TwoStageEmptiesSolver"/> plans for what may come.</summary>
public sealed record TwoStageOptions
{
    /// <summary>Scenarios that are planned for; 1 to 10,000; default 100.</summary>
    public int Scenarios { get; init; } = 100;

    /// <summary>Other scenarios on which the plan is tried; 0 to 10,000; default 100.</summary>
    public int TestScenarios { get; init; } = 100;

    /// <summary>Periods whose numbers are known and whose moves are decided now, the same for all scenarios; at least 1, fewer than the problem has; default 7, a week of days.</summary>
    public int FirstPeriods { get; init; } = 7;

    /// <summary>Rounds in which scenarios come to agree; 1 to 10,000; default 100.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>Work for what a single scenario makes of the first decisions; at least 1; default 50,000,000. A run that has no plan by then is given four times as much.</summary>
    public long ScenarioWork { get; init; } = 50_000_000;

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Scenarios, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Scenarios, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(TestScenarios, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TestScenarios, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstPeriods, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Rounds, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(ScenarioWork, 1);
    }
}
