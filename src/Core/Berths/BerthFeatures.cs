namespace BerthOpt.Berths;

/// <summary>What a problem makes use of; a solver refuses by name what it cannot honour.</summary>
[Flags]
public enum BerthFeatures
{
    /// <summary>Nothing beyond calls and a quay.</summary>
    None = 0,

    /// <summary>A continuous quay.</summary>
    ContinuousQuay = 1 << 0,

    /// <summary>A discrete quay.</summary>
    DiscreteQuay = 1 << 1,

    /// <summary>A hybrid quay.</summary>
    HybridQuay = 1 << 2,

    /// <summary>More than one quay.</summary>
    SeveralQuays = 1 << 3,

    /// <summary>Quay breaks.</summary>
    Breaks = 1 << 4,

    /// <summary>Depths and draughts.</summary>
    Depths = 1 << 5,

    /// <summary>Opening times of quays or berths.</summary>
    OpeningTimes = 1 << 6,

    /// <summary>Closures.</summary>
    Closures = 1 << 7,

    /// <summary>Handling that depends on the berth.</summary>
    HandlingByBerth = 1 << 8,

    /// <summary>Handling that depends on the number of cranes.</summary>
    HandlingByCranes = 1 << 9,

    /// <summary>Handling that grows with the deviation.</summary>
    DeviationLoss = 1 << 10,

    /// <summary>A pool that limits the number of cranes.</summary>
    TotalCranes = 1 << 11,

    /// <summary>A pool of specific cranes.</summary>
    SpecificCranes = 1 << 12,

    /// <summary>Crane outages.</summary>
    CraneOutages = 1 << 13,

    /// <summary>Crane reaches.</summary>
    CraneReaches = 1 << 14,

    /// <summary>Crane travel and setup times.</summary>
    CraneTravel = 1 << 15,

    /// <summary>Arrival or departure windows.</summary>
    TideWindows = 1 << 16,

    /// <summary>Movement limits or bans.</summary>
    Movements = 1 << 17,

    /// <summary>Clearances.</summary>
    Clearances = 1 << 18,

    /// <summary>Allowed places or required equipment.</summary>
    Compatibility = 1 << 19,

    /// <summary>Latest starts or deadlines.</summary>
    TimeLimits = 1 << 20,

    /// <summary>Starts before the ETA.</summary>
    SpeedUp = 1 << 21,

    /// <summary>Optional calls.</summary>
    OptionalCalls = 1 << 22,

    /// <summary>A baseline plan.</summary>
    Baseline = 1 << 23,

    /// <summary>Pins.</summary>
    Pins = 1 << 24,

    /// <summary>The makespan in the objective.</summary>
    Makespan = 1 << 25,
}
