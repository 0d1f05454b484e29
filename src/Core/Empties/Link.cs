namespace BerthOpt.Empties;

/// <summary>
/// A direct way from one location to another that is open in regular periods: a truck any day, a shuttle train on Mondays, a street turn from a
/// consignee to a shipper, containers let to others until they come back.
/// </summary>
public sealed record Link
{
    /// <summary>Name, unique among the links.</summary>
    public required string Id { get; init; }

    /// <summary>What it is; default a truck.</summary>
    public TransportMode Mode { get; init; } = TransportMode.Truck;

    /// <summary>Index of the location where it begins.</summary>
    public required int From { get; init; }

    /// <summary>Index of the location where it ends; another one, unless <see cref="Transit"/> is at least 1.</summary>
    public required int To { get; init; }

    /// <summary>First period of departure; default 0.</summary>
    public int First { get; init; }

    /// <summary>Periods from one departure to the next; 1 to 4,000; default 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Last period in which it may depart; null for the last of the plan. Default null.</summary>
    public int? Last { get; init; }

    /// <summary>Periods from departure to arrival; 0 to 4,000; with 0 it arrives in the period of its departure, and may not cost less than nothing.</summary>
    public required int Transit { get; init; }

    /// <summary>Cost of one container, handling at both ends included; -1,000,000,000 (earned) to 1,000,000,000; default 0.</summary>
    public int Cost { get; init; }

    /// <summary>What there is room for at each departure.</summary>
    public Room Room { get; init; } = Room.Unlimited;

    /// <summary>Most containers at each departure; 0 to 100,000,000; default 1,000,000.</summary>
    public int Most { get; init; } = 1_000_000;

    /// <summary>The only type that it takes, by index; null for all. Default null.</summary>
    public int? Type { get; init; }

    /// <summary>Grams of CO2 for one TEU; 0 to 1,000,000,000; default 0; only key figures use it.</summary>
    public int Co2Grams { get; init; }

    /// <summary>Whether it departs in a period.</summary>
    /// <param name="period">The period, of those that are planned.</param>
    public bool Departs(int period) => period >= First && period <= (Last ?? int.MaxValue) && (period - First) % Every == 0;
}
