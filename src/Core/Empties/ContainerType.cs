namespace BerthOpt.Empties;

/// <summary>A type of container: what one of it takes of the <see cref="Room"/> of a ship, a train or a truck.</summary>
public sealed record ContainerType
{
    /// <summary>Name, unique among the types.</summary>
    public required string Id { get; init; }

    /// <summary>Size in hundredths of a TEU: 100 for 20', 200 for 40', 225 for 45'; 0 to 10,000; default 200.</summary>
    public int Teu { get; init; } = 200;

    /// <summary>Slots; 0 to 100; default 1. A bundle of folded boxes is a type of its own with one slot.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Reefer plugs; 0 to 100; default 0, as empty reefers need none.</summary>
    public int Plugs { get; init; }

    /// <summary>Tare in kilograms; 0 to 1,000,000; default 0, not counted.</summary>
    public int Kilograms { get; init; }
}

/// <summary>What is left of a ship's leg, a departure or a yard by laden cargo. Null stands for no limit.</summary>
public sealed record Room
{
    /// <summary>Hundredths of a TEU; 0 or more; null for no limit.</summary>
    public int? Teu { get; init; }

    /// <summary>Slots; 0 or more; null for no limit.</summary>
    public int? Slots { get; init; }

    /// <summary>Reefer plugs; 0 or more; null for no limit.</summary>
    public int? Plugs { get; init; }

    /// <summary>Weight in kilograms; 0 or more; null for no limit.</summary>
    public int? Kilograms { get; init; }

    /// <summary>Room without limits.</summary>
    public static Room Unlimited { get; } = new();
}
