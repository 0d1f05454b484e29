namespace BerthOpt.Cranes;

/// <summary>
/// What one step of the integer grid means outside: seconds per slot, metres per section. Inside a <see cref="CraneProblem"/> all
/// times are slots and all positions along the rail sections.
/// </summary>
public sealed record CraneGrid
{
    /// <summary>Seconds in one slot; 0.001 to 1,000,000; default 1.</summary>
    public decimal SecondsPerSlot { get; init; } = 1;

    /// <summary>Metres in one section; 0.0001 to 1,000,000; default 1. Instances that count bays say the length of a bay here.</summary>
    public decimal MetresPerSection { get; init; } = 1;

    /// <summary>The instant of slot 0, with its offset; null when the problem has no calendar.</summary>
    public DateTimeOffset? Origin { get; init; }
}
