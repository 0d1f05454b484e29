using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>
/// A problem of repositioning empty containers: where which empties wait, and when and how they move, so that exporters find boxes at the
/// least cost. Immutable, in whole containers and whole periods, and valid by construction. Definitions follow the time-space
/// networks of Erera, Morales and Savelsbergh (2005) and Brouer, Pisinger and Spoorendonk (2011).
/// </summary>
public sealed class EmptiesProblem
{
    /// <summary>Greatest <see cref="Periods"/>.</summary>
    public const int MaxPeriods = 4_000;

    /// <summary>Greatest number of containers in any single entry.</summary>
    public const int MaxCount = 100_000_000;

    /// <summary>Greatest cost of one container in any single entry.</summary>
    public const int MaxUnitCost = 1_000_000_000;

    /// <summary>Creates a problem.</summary>
    /// <param name="parts">The parts.</param>
    /// <exception cref="InvalidInputException">The parts do not make a problem; it lists every fault with a JSON Pointer into <paramref name="parts"/>.</exception>
    public EmptiesProblem(EmptiesParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var faults = EmptiesRules.Faults(parts);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        Parts = parts;
    }

    /// <summary>The parts that the problem was created from; <c>problem.Parts with { ... }</c> makes the next one.</summary>
    public EmptiesParts Parts { get; }

    /// <summary>Name, for people.</summary>
    public string Name => Parts.Name;

    /// <summary>What one period means outside.</summary>
    public EmptiesGrid Grid => Parts.Grid;

    /// <summary>Number of periods that are planned; what arrives later counts as stock at the end.</summary>
    public int Periods => Parts.Periods;

    /// <summary>The container types.</summary>
    public ImmutableArray<ContainerType> Types => Parts.Types;

    /// <summary>The places where containers wait.</summary>
    public ImmutableArray<Location> Locations => Parts.Locations;

    /// <summary>What is in stock, and what stock costs and should be.</summary>
    public ImmutableArray<LocationStock> Stocks => Parts.Stocks;

    /// <summary>Containers that become empty, or arrive from outside.</summary>
    public ImmutableArray<Supply> Supplies => Parts.Supplies;

    /// <summary>Containers that are asked for.</summary>
    public ImmutableArray<Demand> Demands => Parts.Demands;

    /// <summary>Vessels, feeders, barges and trains with their stops.</summary>
    public ImmutableArray<Voyage> Voyages => Parts.Voyages;

    /// <summary>Direct ways that are open in regular periods.</summary>
    public ImmutableArray<Link> Links => Parts.Links;

    /// <summary>Ways to make containers of one type out of another: repair, folding, unfolding.</summary>
    public ImmutableArray<Conversion> Conversions => Parts.Conversions;

    /// <summary>Types that may stand in for others.</summary>
    public ImmutableArray<Substitution> Substitutions => Parts.Substitutions;

    /// <summary>Contracts by which containers are hired.</summary>
    public ImmutableArray<Lease> Leases => Parts.Leases;

    /// <summary>Least and greatest flows.</summary>
    public ImmutableArray<FlowLimit> Limits => Parts.Limits;

    /// <summary>Moves that are fixed.</summary>
    public ImmutableArray<LockedMove> Locks => Parts.Locks;
}
