using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Where and when one call lies, and which cranes work on it.</summary>
/// <param name="Quay">Index of the quay.</param>
/// <param name="Berth">Index among the quay's berths of the first berth it fills; -1 at a continuous quay.</param>
/// <param name="Position">First section: of the hull at a continuous quay, of the first berth otherwise.</param>
/// <param name="Start">Slot of berthing.</param>
/// <param name="End">
/// Slot of departure, behind the last slot of the stay. It is the end of handling, except where something can delay the departure:
/// the call has departure windows, or a movement ban or cap counts it (by its length and, for a cap, by the quay where it lies).
/// Such a call may stay on as long as it likes.
/// </param>
/// <param name="Cranes">Number of cranes; 0 when cranes do not matter to the call.</param>
/// <param name="FirstCrane">0-based leftmost crane of its pool under <see cref="CraneRule.Specific"/>; -1 otherwise.</param>
public readonly record struct Assignment(int Quay, int Berth, int Position, int Start, int End, int Cranes = 0, int FirstCrane = -1);

/// <summary>Who lies where, from when to when: one entry for each call of the problem, null for a call that is left out. Immutable.</summary>
public sealed class BerthPlan
{
    /// <summary>Creates a plan; nothing is checked here (<c>BerthChecker</c> judges).</summary>
    /// <param name="assignments">One entry for each call, in the problem's order; null for a call that is left out.</param>
    public BerthPlan(IEnumerable<Assignment?> assignments) => Assignments = [.. assignments];

    /// <summary>One entry for each call of the problem, in its order; null for a call that is left out.</summary>
    public ImmutableArray<Assignment?> Assignments { get; }
}
