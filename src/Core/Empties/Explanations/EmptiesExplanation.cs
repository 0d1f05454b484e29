using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>
/// Why a plan of empties costs what it does: who gets no containers, what moves and hires cost, what room is scarce, and what one container more is worth where.
/// Prices are those of the linear program's dual (shadow prices), rounded to whole units of cost: what the last container cost, not what the average one does.
/// </summary>
public sealed record EmptiesExplanation
{
    /// <summary>Greatest number of entries in a list; the dearest are told.</summary>
    public const int MaxEntries = 200;

    /// <summary>The plan's cost by term, as the checker finds it.</summary>
    public required EmptiesCost Cost { get; init; }

    /// <summary>The prices prove that no plan costs less; where it is the plan's cost, they are exact. Null where nothing was priced.</summary>
    public long? LowerBound { get; init; }

    /// <summary>Demands that get fewer containers than they ask for, the dearest first.</summary>
    public ImmutableArray<ShortageExplanation> Shortages { get; init; } = [];

    /// <summary>Containers on voyages and links and on hire, the dearest first.</summary>
    public ImmutableArray<MoveExplanation> Moves { get; init; } = [];

    /// <summary>Room that is used up and for which more would pay, the dearest first; empty where nothing was priced.</summary>
    public ImmutableArray<ScarceRoom> Rooms { get; init; } = [];

    /// <summary>Whether all was looked at; false when it was ended early: of what is not told nothing is known then. Default true.</summary>
    public bool IsComplete { get; init; } = true;
}

/// <summary>A demand that gets fewer containers than it asks for.</summary>
/// <param name="Demand">Index of the demand.</param>
/// <param name="Location">Index of its location.</param>
/// <param name="Type">Index of the container type that it asks for.</param>
/// <param name="Period">Its period.</param>
/// <param name="Asked">How many it asks for.</param>
/// <param name="Missing">How many it does not get.</param>
/// <param name="Cost">What that costs.</param>
public sealed record ShortageExplanation(int Demand, int Location, int Type, int Period, int Asked, int Missing, long Cost)
{
    /// <summary>What one container of its type, there and then, would save; at most what brings it there costs. Null where nothing was priced.</summary>
    public long? Price { get; init; }

    /// <summary>What the plan would cost if one more were served; null where that was not asked.</summary>
    public OneMoreServed? OneMore { get; init; }
}

/// <summary>One more that is served, wherever the container comes from.</summary>
/// <param name="Status">Whether there is such a plan, and whether its price is exact.</param>
/// <param name="CostChange">What it costs more than the present one, the shortage saved; null without one.</param>
/// <param name="LeastCostChange">No such plan costs less than this more; null when nothing is known.</param>
/// <param name="Plan">The plan; null without one.</param>
public sealed record OneMoreServed(CounterfactualStatus Status, long? CostChange, long? LeastCostChange, EmptiesPlan? Plan);

/// <summary>Containers that go some way together, or are taken on hire.</summary>
/// <param name="Voyage">Index of the voyage; null for another way.</param>
/// <param name="Link">Index of the link; null for another way.</param>
/// <param name="Lease">Index of the contract by which they are hired; null for another way.</param>
/// <param name="From">Index of the location that they leave; null for hired ones.</param>
/// <param name="To">Index of the location where they come to.</param>
/// <param name="Departure">Period in which they leave.</param>
/// <param name="Arrival">Period in which they arrive.</param>
/// <param name="Type">Index of the container type.</param>
/// <param name="Count">How many.</param>
/// <param name="Cost">What that costs, by term; of hires what it costs to take them, without rent.</param>
public sealed record MoveExplanation(int? Voyage, int? Link, int? Lease, int? From, int To, int Departure, int Arrival, int Type, int Count, EmptiesCost Cost)
{
    /// <summary>What one container more by this way would save: its price where it comes to, less that where it leaves, less the way. Null where nothing was priced.</summary>
    public long? Gain { get; init; }
}

/// <summary>Room that is used up.</summary>
/// <param name="Code">What it is of (<see cref="ScarceRoomCodes"/>).</param>
/// <param name="Item">Index of the voyage, the link, the conversion or the location.</param>
/// <param name="Number">Number of the voyage's leg; else the period.</param>
/// <param name="Type">Index of a container type.</param>
/// <param name="Price">What room for one container of that type more would save.</param>
public sealed record ScarceRoom(string Code, int Item, int Number, int Type, long Price);

/// <summary>The codes of <see cref="ScarceRoom"/>.</summary>
public static class ScarceRoomCodes
{
    /// <summary>A leg of a voyage.</summary>
    public const string Leg = "leg-full";

    /// <summary>A departure of a link.</summary>
    public const string Link = "link-full";

    /// <summary>Runs of a conversion in a period.</summary>
    public const string Conversion = "conversion-full";

    /// <summary>Storage of a location at the end of a period.</summary>
    public const string Storage = "location-full";
}
