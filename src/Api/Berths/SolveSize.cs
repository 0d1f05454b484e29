using BerthOpt.Berths;
using BerthOpt.Diagnostics;

namespace BerthOpt.Api;

/// <summary>
/// How much memory a solve takes, before it takes it. A few hundred bytes can say a quay of ten thousand kilometres for a hundred
/// years; solvers keep rows of quay and time, and rows of each for every call.
/// </summary>
internal static class SolveSize
{
    /// <summary>
    /// <c>slots * (cells + 16 * pools) + 16 * periods of all caps + calls * (slots + cells * most cranes of a call)</c>, where cells are
    /// sections of continuous quays and berths of others.
    /// </summary>
    public static long Of(BerthProblem problem)
    {
        var slots = problem.Horizon + (long)Math.Min(problem.Clearances.Slots, problem.Horizon);
        var cells = problem.Quays.Sum(quay => quay.Layout == QuayLayout.Continuous ? 2L * quay.Length : quay.Berths.Length);
        var periods = problem.Movements.Caps.Sum(cap => 1 + (problem.Horizon / (long)cap.PeriodSlots));
        var cranes = problem.Calls.Select(call => 1L + call.Handling.MaxCranes - call.Handling.MinCranes).DefaultIfEmpty(1).Max();
        var size = ((Int128)slots * (cells + (16L * problem.CranePools.Length))) + (16 * (Int128)periods) + ((Int128)problem.Calls.Length * (slots + (cells * cranes)));
        return (long)Int128.Min(size, long.MaxValue);
    }

    /// <summary>What is wrong with the size; null when nothing is.</summary>
    public static Fault? TooLarge(BerthProblem problem, long most) => Of(problem) is var size && size > most
        ? new Fault(
            "problem-too-large",
            "",
            $"has {problem.Horizon} slots, {problem.Quays.Sum(quay => (long)quay.Length)} sections of quay and {problem.Calls.Length} calls, which is a size of {size}; this service solves up to {most}. Maybe \"minutesPerSlot\" and \"metresPerSection\" should be greater, or the period shorter.")
        : null;
}
