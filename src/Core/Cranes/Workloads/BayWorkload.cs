using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>
/// What a terminal knows before it plans its cranes: vessels with the containers of each bay, and cranes with their spreaders.
/// <see cref="ToProblem"/> makes tasks of it:
/// <list type="bullet">
/// <item>one task for each bay, deck or hold, discharge or load, at the position of its bay, and one each for taking the covers of a
/// hatch off and putting them on, where there is work below them;</item>
/// <item>under one hatch lie the even bay n (2, 6, 10, ...) and the odd bays n - 1 and n + 1; there, deck discharge comes before
/// opening, then hold discharge, hold load, closing, deck load. Deck containers of bays 4, 8, ... lie over two hatches;</item>
/// <item>handling by each crane's spreaders: a twin lift needs both a crane that twins and a pair, tandem likewise.</item>
/// </list>
/// </summary>
public sealed record BayWorkload
{
    /// <summary>Name, for people; default empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one step of the problem's grid means; default one second and one metre. Times are rounded up, positions to the nearest.</summary>
    public CraneGrid Grid { get; init; } = new();

    /// <summary>The rail, on the grid.</summary>
    public Rail Rail { get; init; } = new();

    /// <summary>The cranes, in their order along the rail.</summary>
    public required ImmutableArray<WorkloadCrane> Cranes { get; init; }

    /// <summary>The vessels.</summary>
    public required ImmutableArray<WorkloadVessel> Vessels { get; init; }

    /// <summary>The containers, bay by bay; each vessel, bay, place and work once.</summary>
    public ImmutableArray<BayWork> Work { get; init; } = [];

    /// <summary>Weights of the cost terms.</summary>
    public CraneObjective Objective { get; init; } = new();

    /// <summary>The problem.</summary>
    /// <param name="doubleCycling">Whether discharge and load of a bay that know their stacks become one task (<see cref="DoubleCycling"/>): in the hold, and on deck where nothing is done below. Default false.</param>
    /// <exception cref="InvalidInputException">The workload does not make a problem; it lists every fault with a JSON Pointer.</exception>
    public CraneProblem ToProblem(bool doubleCycling = false)
    {
        var faults = WorkloadRules.Faults(this);
        return faults.Count > 0 ? throw new InvalidInputException(faults) : new WorkloadTasks(this, doubleCycling).Problem();
    }

    /// <summary>What double cycling saves.</summary>
    /// <exception cref="InvalidInputException">As <see cref="ToProblem"/>.</exception>
    public DoubleCyclingSaving DoubleCyclingSaving()
    {
        var faults = WorkloadRules.Faults(this);
        return faults.Count > 0 ? throw new InvalidInputException(faults) : new WorkloadTasks(this, doubleCycling: true).Saving;
    }
}

/// <summary>What double cycling saves over all bays where it can be used.</summary>
/// <param name="Tasks">Pairs of discharge and load that become one task.</param>
/// <param name="SingleCycles">Cycles without it: one for each lift.</param>
/// <param name="Cycles">Cycles with it.</param>
/// <param name="Seconds">Seconds saved, where each task is done by the crane that is fastest at it; not negative.</param>
public readonly record struct DoubleCyclingSaving(int Tasks, long SingleCycles, long Cycles, decimal Seconds);
