using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <summary>
/// A berth allocation problem: which call lies where, from when to when, and with how many (or which) cranes, at the least cost.
/// Immutable, on an integer grid of slots and sections, and valid by construction.
/// Definitions follow Bierwirth and Meisel (2010, 2015); each part says its formula and source.
/// </summary>
public sealed class BerthProblem
{
    /// <summary>Greatest <see cref="Horizon"/>, and greatest length of all quays together.</summary>
    public const int MaxExtent = 1 << 24;

    /// <summary>Creates a problem.</summary>
    /// <param name="parts">The parts.</param>
    /// <exception cref="InvalidInputException">The parts do not make a problem; it lists every fault with a JSON Pointer into <paramref name="parts"/>.</exception>
    public BerthProblem(BerthParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var faults = BerthRules.Faults(parts);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        Parts = parts;
        Features = BerthFeatureScan.Of(parts);
    }

    /// <summary>The parts that the problem was created from; <c>problem.Parts with { ... }</c> makes the next one.</summary>
    public BerthParts Parts { get; }

    /// <summary>What the problem makes use of.</summary>
    public BerthFeatures Features { get; }

    /// <summary>Name, for people.</summary>
    public string Name => Parts.Name;

    /// <summary>What one step of the grid means outside.</summary>
    public Grid Grid => Parts.Grid;

    /// <summary>Number of slots; every stay ends by it.</summary>
    public int Horizon => Parts.Horizon;

    /// <summary>The quays.</summary>
    public ImmutableArray<Quay> Quays => Parts.Quays;

    /// <summary>The calls.</summary>
    public ImmutableArray<Call> Calls => Parts.Calls;

    /// <summary>The crane pools.</summary>
    public ImmutableArray<CranePool> CranePools => Parts.CranePools;

    /// <summary>Closed rectangles of quay and time.</summary>
    public ImmutableArray<Closure> Closures => Parts.Closures;

    /// <summary>Limits and bans on movements.</summary>
    public MovementLimits Movements => Parts.Movements;

    /// <summary>Room that must stay free.</summary>
    public Clearances Clearances => Parts.Clearances;

    /// <summary>The plan in force; null for none.</summary>
    public Baseline? Baseline => Parts.Baseline;

    /// <summary>Weights of the cost terms.</summary>
    public Objective Objective => Parts.Objective;
}
