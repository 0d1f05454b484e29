using BerthOpt.Search;

namespace BerthOpt.Cli.Bench;

/// <summary>The moments of a run at which its cost or its bound was better than before.</summary>
internal sealed class RunTrace : IProgress<SolveProgress>
{
    private readonly List<SolveProgress> _steps = [];

    /// <summary>Those moments, in order.</summary>
    public IReadOnlyList<SolveProgress> Steps => _steps;

    /// <inheritdoc/>
    public void Report(SolveProgress value)
    {
        if (_steps.Count == 0 || (_steps[^1].Cost, _steps[^1].LowerBound) != (value.Cost, value.LowerBound))
        {
            // Without the plan, which would be kept as long as the trace.
            _steps.Add(new SolveProgress(value.Cost, value.LowerBound, value.Seconds, value.Work));
        }
    }
}
