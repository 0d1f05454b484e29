namespace BerthOpt.Berths;

/// <summary>
/// What one step of the integer grid means outside: minutes per slot, metres per section, cost units per unit of cost.
/// Inside a <see cref="BerthProblem"/> all times are slots, all positions sections and all costs whole numbers.
/// </summary>
public sealed record Grid
{
    /// <summary>Minutes in one slot; 0.0001 to 1,000,000; default 60.</summary>
    public decimal MinutesPerSlot { get; init; } = 60;

    /// <summary>Metres in one section; 0.0001 to 1,000,000; default 10.</summary>
    public decimal MetresPerSection { get; init; } = 10;

    /// <summary>Grid cost units in one unit of cost outside; at least 1; default 1. A plan's outside cost is its cost divided by this.</summary>
    public int CostScale { get; init; } = 1;

    /// <summary>The instant of slot 0, with its offset; null when the problem has no calendar.</summary>
    public DateTimeOffset? Origin { get; init; }
}
