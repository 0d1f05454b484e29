namespace BerthOpt.Search;

/// <summary>A moment of a run, for progress displays. Whoever takes these can be told of any kind of plan.</summary>
/// <param name="Cost">Cost of the best plan so far, in grid cost units; null when there is none yet.</param>
/// <param name="LowerBound">Best bound so far; null when there is none yet.</param>
/// <param name="Seconds">Seconds since the start.</param>
/// <param name="Work">Work done.</param>
public record SolveProgress(long? Cost, long? LowerBound, double Seconds, long Work)
{
    /// <summary>The gap, as <see cref="SolveResult{TPlan}.Gap"/>.</summary>
    public double? Gap => SolveResult<object>.GapOf(Cost, LowerBound);
}

/// <summary>A moment of a run with the best plan so far, for who shows or keeps plans while better ones are sought.</summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
/// <param name="Plan">The best plan so far, not yet seen by the checker; null when there is none yet.</param>
/// <param name="Cost">Its cost, in grid cost units; null when there is none yet.</param>
/// <param name="LowerBound">Best bound so far; null when there is none yet.</param>
/// <param name="Seconds">Seconds since the start.</param>
/// <param name="Work">Work done.</param>
public sealed record SolveProgress<TPlan>(TPlan? Plan, long? Cost, long? LowerBound, double Seconds, long Work)
    : SolveProgress(Cost, LowerBound, Seconds, Work)
    where TPlan : class;
