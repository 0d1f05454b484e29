using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>
/// A quay crane scheduling problem: which crane does which task, and when, at the least cost, with cranes that cannot pass each other
/// on their rail. Immutable, on an integer grid of slots and sections, and valid by construction.
/// Definitions follow Kim and Park (2004) with the interference rule of Bierwirth and Meisel (2009); see <see cref="Rail"/>.
/// </summary>
public sealed class CraneProblem
{
    /// <summary>Greatest <see cref="Horizon"/>.</summary>
    public const int MaxHorizon = 1 << 30;

    /// <summary>Greatest absolute position on the rail, in sections.</summary>
    public const int MaxPosition = 1 << 24;

    /// <summary>Creates a problem.</summary>
    /// <param name="parts">The parts.</param>
    /// <exception cref="InvalidInputException">The parts do not make a problem; it lists every fault with a JSON Pointer into <paramref name="parts"/>.</exception>
    public CraneProblem(CraneParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var faults = CraneRules.Faults(parts);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        Parts = parts;
    }

    /// <summary>The parts that the problem was created from; <c>problem.Parts with { ... }</c> makes the next one.</summary>
    public CraneParts Parts { get; }

    /// <summary>Name, for people.</summary>
    public string Name => Parts.Name;

    /// <summary>What one step of the grid means outside.</summary>
    public CraneGrid Grid => Parts.Grid;

    /// <summary>Number of slots; every task ends by it.</summary>
    public int Horizon => Parts.Horizon;

    /// <summary>The rail.</summary>
    public Rail Rail => Parts.Rail;

    /// <summary>The cranes, in their order along the rail.</summary>
    public ImmutableArray<Crane> Cranes => Parts.Cranes;

    /// <summary>The vessels.</summary>
    public ImmutableArray<CraneVessel> Vessels => Parts.Vessels;

    /// <summary>The tasks.</summary>
    public ImmutableArray<CraneTask> Tasks => Parts.Tasks;

    /// <summary>Pairs of which the first task must end before the second starts.</summary>
    public ImmutableArray<TaskPair> Precedences => Parts.Precedences;

    /// <summary>Pairs of tasks that may not be worked on at the same time.</summary>
    public ImmutableArray<TaskPair> NonSimultaneous => Parts.NonSimultaneous;

    /// <summary>Which ways cranes may move while they work.</summary>
    public CraneDirection Direction => Parts.Direction;

    /// <summary>Weights of the cost terms.</summary>
    public CraneObjective Objective => Parts.Objective;
}
