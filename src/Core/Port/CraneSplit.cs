using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Port;

/// <summary>Cranes that work on a call for a time.</summary>
/// <param name="Call">Index of the call.</param>
/// <param name="Slots">Slots of the berth problem, half-open.</param>
/// <param name="Cranes">0-based cranes of the pool of its quay, half-open. Those of them that are out do not work and do not count.</param>
public readonly record struct CraneStint(int Call, Interval Slots, Interval Cranes);

/// <summary>
/// Which cranes work on which call over time: what a berth plan gives each call, and cranes that are free meanwhile and join a neighbour.
/// Immutable; <see cref="CraneSplitChecker"/> judges.
/// <para>
/// The cost, to be minimised, counts what helpers gain and what their coming costs. Call i is planned with b cranes, is worked on until
/// slot E_i, has the priority w_i, and would take h_i(q) slots with q cranes throughout:
/// <code>
/// cost = sum over joins at t of w_i * (1000 / b) * JoinSlots * (E_i - t)
///      - sum over calls i and slots t of w_i * (1000 * h_i(b) / h_i(q_it) - 1000) * (E_i - t)
/// </code>
/// with divisions rounded down. A join is a crane at a call that it did not work on in the slot before, except in the call's first slot:
/// the more work is left, the more a helper gains, and the more it costs to make room for it.
/// </para>
/// </summary>
public sealed class CraneSplit
{
    /// <summary>Creates a split; nothing is checked here.</summary>
    /// <param name="stints">The stints, in any order.</param>
    public CraneSplit(IEnumerable<CraneStint> stints) => Stints = [.. stints.OrderBy(stint => stint.Call).ThenBy(stint => stint.Slots.From)];

    /// <summary>The stints, by call, then by time.</summary>
    public ImmutableArray<CraneStint> Stints { get; }

    /// <summary>Slots that a crane needs to join a call when nothing else is said: the setup of the pool's travel, else 20 minutes, rounded up.</summary>
    /// <param name="problem">The berth problem.</param>
    /// <param name="pool">Index of the pool.</param>
    public static int JoinSlots(BerthProblem problem, int pool)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.CranePools[pool].Travel?.SetupSlots ?? (int)Math.Ceiling(Math.Min(20 / problem.Grid.MinutesPerSlot, 10_000));
    }
}
