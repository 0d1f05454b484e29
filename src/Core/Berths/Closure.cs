namespace BerthOpt.Berths;

/// <summary>A rectangle of quay and time in which no call may lie: maintenance, dredging, a berthed wreck.</summary>
public sealed record Closure
{
    /// <summary>Index of the quay.</summary>
    public required int Quay { get; init; }

    /// <summary>Closed sections, half-open.</summary>
    public required Interval Sections { get; init; }

    /// <summary>Closed slots, half-open.</summary>
    public required Interval Slots { get; init; }

    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";
}
