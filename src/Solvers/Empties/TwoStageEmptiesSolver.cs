using BerthOpt.Diagnostics;
using BerthOpt.Empties.Scenarios;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// Decides what begins in the first periods so that it is good on the average of many scenarios (<see cref="EmptiesScenarios"/>), each of which is then planned to its end
/// with its own numbers: a stochastic program of two stages (Cheung and Chen 1998), solved by scenario decomposition. With the same options the result is the same, whatever the threads.
/// </summary>
public static class TwoStageEmptiesSolver
{
    /// <summary>Plans the first periods.</summary>
    /// <param name="problem">The problem, with quantiles of its supplies and demands.</param>
    /// <param name="stages">Scenarios and periods; null for the defaults.</param>
    /// <param name="options">Seed of the scenarios, threads, and the clock; the time and work limits bound the plan for expected numbers alone. Null for the defaults.</param>
    /// <param name="cancellation">Ends the run; there is no result then.</param>
    /// <returns>The first decisions, and how they do beside those for expected numbers; null where these or a scenario have no plan within their limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or the problem has no periods behind the first ones.</exception>
    /// <exception cref="InvalidInputException">The problem would fill the memory, or a scenario overflows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TwoStageResult? Solve(EmptiesProblem problem, TwoStageOptions? stages = null, SolverOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        (stages, options) = (stages ?? new TwoStageOptions(), options ?? new SolverOptions());
        stages.Validate();
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stages.FirstPeriods, problem.Periods);
        cancellation.ThrowIfCancellationRequested();
        EmptiesSize.Require(problem);
        var stop = new StopMonitor(options, cancellation);
        return new TwoStageRun(problem, stages, options, stop, cancellation).Solve();
    }
}
