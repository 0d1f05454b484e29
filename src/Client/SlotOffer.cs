using System.Collections.Immutable;

namespace BerthOpt.Client;

/// <summary>A slot for one more call, in the problem's units.</summary>
/// <param name="Assignment">Where and when.</param>
/// <param name="TotalCost">What the plan costs more with it.</param>
public sealed record SlotOffer(SlotPlace Assignment, decimal TotalCost);

/// <summary>Where and when a call may lie.</summary>
public sealed record SlotPlace
{
    /// <summary>Id of the quay.</summary>
    public required string Quay { get; init; }

    /// <summary>Id of the first berth that it fills; null at a continuous quay.</summary>
    public string? Berth { get; init; }

    /// <summary>Left end, of the hull at a continuous quay, of the first berth otherwise.</summary>
    public required decimal PositionMetres { get; init; }

    /// <summary>Time of berthing.</summary>
    public required decimal StartMinutes { get; init; }

    /// <summary>Time of departure.</summary>
    public required decimal EndMinutes { get; init; }

    /// <summary>Numbers of its cranes from 1 at the left; empty where they have none.</summary>
    public ImmutableArray<int> Cranes { get; init; } = [];

    /// <summary>Number of its cranes where they have no numbers.</summary>
    public int CraneCount { get; init; }
}

/// <summary>What <c>/v1/berths/slots</c> answers.</summary>
internal sealed record SlotOffers(ImmutableArray<SlotOffer> Slots);
