using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>What is lifted at one stack of a bay.</summary>
/// <param name="Discharge">Lifts off it; at least 0.</param>
/// <param name="Load">Lifts onto it; at least 0.</param>
public readonly record struct StackLifts(int Discharge, int Load);

/// <summary>
/// In which order the stacks of a bay are emptied and filled, so that a crane that brings a container on board takes one ashore on its
/// way back as often as possible (A. V. Goodchild, C. F. Daganzo, "Double-cycling strategies for container ships and their effect on ship
/// loading and unloading operations", Transportation Science 40 (2006)). A stack can be filled from when it is empty; each cycle
/// takes one off, brings one on, or both. This is a flow shop of two machines, so Johnson's rule gives the fewest cycles.
/// </summary>
public static class DoubleCycling
{
    /// <summary>An order of the stacks with the fewest cycles: first those with less to discharge than to load, least discharge first; then the others, greatest load first. Ties by index.</summary>
    /// <param name="stacks">The stacks of one bay, or of the part of it under one hatch cover.</param>
    /// <returns>The indices of the stacks, in their order.</returns>
    public static ImmutableArray<int> Order(IReadOnlyList<StackLifts> stacks)
    {
        ArgumentNullException.ThrowIfNull(stacks);
        var all = Enumerable.Range(0, stacks.Count).ToArray();
        return
        [
            .. all.Where(stack => stacks[stack].Discharge <= stacks[stack].Load).OrderBy(stack => stacks[stack].Discharge),
            .. all.Where(stack => stacks[stack].Discharge > stacks[stack].Load).OrderByDescending(stack => stacks[stack].Load),
        ];
    }

    /// <summary>
    /// Cycles that an order of the stacks needs: the greatest, over all stacks, of what is discharged up to that stack and loaded from it
    /// on. Of these, all discharges plus all loads less this number are double.
    /// </summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="order">Each index once.</param>
    public static long Cycles(IReadOnlyList<StackLifts> stacks, IReadOnlyList<int> order)
    {
        ArgumentNullException.ThrowIfNull(stacks);
        ArgumentNullException.ThrowIfNull(order);
        var (discharged, done) = (0L, 0L);
        foreach (var stack in order)
        {
            discharged += stacks[stack].Discharge;
            done = Math.Max(done, discharged) + stacks[stack].Load;
        }

        return Math.Max(done, discharged);
    }

    /// <summary>The fewest cycles of any order.</summary>
    /// <param name="stacks">The stacks.</param>
    public static long LeastCycles(IReadOnlyList<StackLifts> stacks) => Cycles(stacks, Order(stacks));
}
