using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>What carries containers; for people and key figures.</summary>
public enum TransportMode
{
    /// <summary>A deep-sea vessel.</summary>
    Vessel,

    /// <summary>A feeder.</summary>
    Feeder,

    /// <summary>A barge.</summary>
    Barge,

    /// <summary>A train.</summary>
    Train,

    /// <summary>A truck.</summary>
    Truck,

    /// <summary>A truck from an importer straight to an exporter, past the depot.</summary>
    StreetTurn,

    /// <summary>A container let to others, which comes back later.</summary>
    LeaseOut,
}

/// <summary>
/// One journey of a vessel, feeder, barge or train with its stops. Containers go on board at a stop and come ashore at a later one; what comes in a
/// period is there before anything goes in it. Stops after the last period count as the end.
/// </summary>
public sealed record Voyage
{
    /// <summary>Name, unique among the voyages.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the service that it belongs to, for people; default empty.</summary>
    public string Service { get; init; } = "";

    /// <summary>What it is; default a vessel.</summary>
    public TransportMode Mode { get; init; }

    /// <summary>The stops in their order; at least two.</summary>
    public required ImmutableArray<VoyageStop> Stops { get; init; }

    /// <summary>The legs between them, one less than there are stops.</summary>
    public required ImmutableArray<VoyageLeg> Legs { get; init; }
}

/// <summary>A stop of a voyage.</summary>
/// <param name="Location">Index of the location.</param>
/// <param name="Arrival">Period in which containers come ashore.</param>
/// <param name="Departure">Period in which containers go on board; not before <paramref name="Arrival"/>, nor after the next stop's arrival.</param>
public readonly record struct VoyageStop(int Location, int Arrival, int Departure);

/// <summary>A leg of a voyage.</summary>
public sealed record VoyageLeg
{
    /// <summary>What laden cargo leaves for empties.</summary>
    public Room Room { get; init; } = Room.Unlimited;

    /// <summary>Cost of carrying one container over the leg; 0 to 1,000,000,000; default 0.</summary>
    public int Cost { get; init; }

    /// <summary>Grams of CO2 for one TEU over the leg; 0 to 1,000,000,000; default 0; only key figures use it.</summary>
    public int Co2Grams { get; init; }
}
