namespace BerthOpt.Berths;

/// <summary>Which slots are sought.</summary>
public sealed record SlotOptions
{
    /// <summary>Number of slots; 1 to 1000; default 5.</summary>
    public int Count { get; init; } = 5;

    /// <summary>No slot starts before this one; default 0.</summary>
    public int Now { get; init; }

    /// <summary>Two slots nearby are apart when their starts are so many slots apart; at least 1; default null, an hour, rounded up.</summary>
    public int? SlotsApart { get; init; }

    /// <summary>Two slots at about the same time are apart when their positions at a continuous quay are so many sections apart; at least 1; default null, the call's length.</summary>
    public int? SectionsApart { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1, nameof(Count));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, 1000, nameof(Count));
        ArgumentOutOfRangeException.ThrowIfNegative(Now, nameof(Now));
        ArgumentOutOfRangeException.ThrowIfLessThan(SlotsApart ?? 1, 1, nameof(SlotsApart));
        ArgumentOutOfRangeException.ThrowIfLessThan(SectionsApart ?? 1, 1, nameof(SectionsApart));
    }
}
