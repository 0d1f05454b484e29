using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties.Flows;

/// <summary>
/// A min-cost-flow problem: how much goes over each arc, at the least cost, so that every node sends on what comes in plus what it gives.
/// All numbers are whole. Immutable, and valid by construction: no sum that a solver or a checker forms can overflow. Supplies that do not
/// add up to 0 are no fault; such a problem has no plan.
/// Definitions follow Ahuja, Magnanti and Orlin, Network Flows (1993).
/// </summary>
public sealed class FlowProblem
{
    /// <summary>The capacity of an arc without a limit.</summary>
    public const long Unlimited = FlowNetwork.Unlimited;

    /// <summary>Greatest number of nodes.</summary>
    public const int MaxNodes = 1 << 24;

    /// <summary>Greatest number of arcs.</summary>
    public const int MaxArcs = 1 << 26;

    /// <summary>Greatest sum of the absolute supplies, least flows, capacities (those without a limit left out) and rooms (each once for each of its arcs), in units.</summary>
    public const long MaxUnits = 1L << 59;

    /// <summary>Greatest product of the number of nodes, plus 2, and the greatest absolute cost, plus 1: what the prices of nodes may reach.</summary>
    public const long MaxPrice = 1L << 59;

    /// <summary>Creates a problem.</summary>
    /// <param name="parts">The parts.</param>
    /// <exception cref="InvalidInputException">The parts do not make a problem; it lists every fault with a JSON Pointer into <paramref name="parts"/>.</exception>
    public FlowProblem(FlowParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var faults = FlowRules.Faults(parts);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        Parts = parts;
    }

    /// <summary>The parts that the problem was created from; <c>problem.Parts with { ... }</c> makes the next one.</summary>
    public FlowParts Parts { get; }

    /// <summary>Name, for people.</summary>
    public string Name => Parts.Name;

    /// <summary>What each node gives (above 0) or takes (below 0).</summary>
    public ImmutableArray<long> Supplies => Parts.Supplies;

    /// <summary>The arcs.</summary>
    public ImmutableArray<FlowArc> Arcs => Parts.Arcs;

    /// <summary>Room that several arcs share.</summary>
    public ImmutableArray<FlowRoom> Rooms => Parts.Rooms;

    /// <summary>The same as arrays of fields; what arcs share is left out.</summary>
    internal FlowNetwork ToNetwork()
    {
        var network = new FlowNetwork(Supplies.Length, Arcs.Length);
        foreach (var supply in Supplies)
        {
            network.AddNode(supply);
        }

        foreach (var arc in Arcs)
        {
            network.AddArc(arc.Tail, arc.Head, arc.Lower, arc.Capacity, arc.Cost);
        }

        return network;
    }
}
