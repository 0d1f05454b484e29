using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>One course of events for the repositioning of empties: a schedule of vessels, and the orders as they come in.</summary>
public sealed class SamplePath
{
    private readonly int[] firstOrder;

    /// <summary>Creates a sample path.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <exception cref="InvalidInputException">The parts break a rule; it lists every fault with its JSON Pointer into the parts.</exception>
    public SamplePath(SamplePathParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var faults = SamplePathRules.Faults(parts);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        Schedule = new SampleSchedule(parts);
        Orders = parts.Orders;
        firstOrder = SampleSchedule.Starts(Schedule.Ticks, Orders.Select(order => order.Tick));
    }

    /// <summary>What is published beforehand.</summary>
    public SampleSchedule Schedule { get; }

    /// <summary>The orders in ascending order of ticks; those of one tick are served in this order.</summary>
    public ImmutableArray<SampleOrder> Orders { get; }

    /// <summary>The orders of a tick.</summary>
    /// <param name="tick">0 to the schedule's ticks, exclusive.</param>
    public ReadOnlySpan<SampleOrder> OrdersAt(int tick) => Orders.AsSpan(firstOrder[tick]..firstOrder[tick + 1]);
}

/// <summary>What a <see cref="SamplePath"/> is made of.</summary>
public sealed record SamplePathParts
{
    /// <summary>A name.</summary>
    public required string Name { get; init; }

    /// <summary>Ticks that are simulated, from 0.</summary>
    public required int Ticks { get; init; }

    /// <summary>The ports.</summary>
    public required ImmutableArray<SamplePort> Ports { get; init; }

    /// <summary>The vessels.</summary>
    public required ImmutableArray<SampleVessel> Vessels { get; init; }

    /// <summary>The stops of vessel 0 in order of time, then those of vessel 1, ...</summary>
    public required ImmutableArray<SampleStop> Stops { get; init; }

    /// <summary>The orders in ascending order of ticks.</summary>
    public required ImmutableArray<SampleOrder> Orders { get; init; }
}
