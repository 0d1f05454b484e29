namespace BerthOpt.Empties;

/// <summary>A vessel of a sample path.</summary>
public sealed record SampleVessel
{
    /// <summary>Its name, one of its own.</summary>
    public required string Name { get; init; }

    /// <summary>Boxes that it carries, laden and empty together; 0 or more.</summary>
    public int Capacity { get; init; }

    /// <summary>Empties aboard before tick 0; 0 to <see cref="Capacity"/>.</summary>
    public int Empties { get; init; }

    /// <summary>Stops of one round of its route, 1 or more: at a call it takes laden boxes for as many of its next stops.</summary>
    public int RouteStops { get; init; } = 1;
}

/// <summary>A stop of a vessel at a port.</summary>
/// <param name="Vessel">Index of the vessel.</param>
/// <param name="Port">Index of the port.</param>
/// <param name="Arrival">Tick of its arrival.</param>
/// <param name="Departure">Tick of its departure, after the arrival; before the next arrival of the vessel.</param>
public readonly record struct SampleStop(int Vessel, int Port, int Arrival, int Departure);

/// <summary>Boxes wanted for laden transport; what is not there at the time is lost.</summary>
/// <param name="Tick">When they are wanted.</param>
/// <param name="Source">Index of the port where they are wanted empty.</param>
/// <param name="Destination">Index of the port that they go to laden; may be the source itself, after a round of a vessel.</param>
/// <param name="Quantity">Boxes; 0 or more.</param>
public readonly record struct SampleOrder(int Tick, int Source, int Destination, int Quantity);
