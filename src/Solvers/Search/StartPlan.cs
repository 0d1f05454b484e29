using BerthOpt.Diagnostics;

namespace BerthOpt.Search;

/// <summary>A plan that a run starts from, and that its result is never worse than.</summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
/// <param name="Plan">The plan, which the checker accepts.</param>
/// <param name="Cost">What it costs.</param>
internal sealed record StartPlan<TPlan>(TPlan Plan, long Cost)
    where TPlan : class;

/// <summary>Makes plans to start from.</summary>
internal static class StartPlan
{
    /// <summary>A plan that its checker accepts.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cost">What the checker says that it costs.</param>
    /// <param name="faults">What the checker says that is wrong with it.</param>
    /// <exception cref="InvalidInputException">The checker does not accept it; with every fault.</exception>
    public static StartPlan<TPlan> Of<TPlan>(TPlan plan, long cost, IEnumerable<Fault> faults)
        where TPlan : class => faults.ToArray() is { Length: > 0 } wrong ? throw new InvalidInputException(wrong) : new StartPlan<TPlan>(plan, cost);
}
