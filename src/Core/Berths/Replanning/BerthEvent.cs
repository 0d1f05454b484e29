namespace BerthOpt.Berths;

/// <summary>Something that has happened, or became known, since a plan was made. References are indices into the problem of that plan.</summary>
public abstract record BerthEvent
{
    private protected BerthEvent()
    {
    }
}

/// <summary>A call comes earlier or later than was expected. Its other times stay as they are, but for the earliest start.</summary>
public sealed record EtaChanged : BerthEvent
{
    /// <summary>Index of the call, which has not begun.</summary>
    public required int Call { get; init; }

    /// <summary>New expected time of arrival, in slots.</summary>
    public required int Arrival { get; init; }

    /// <summary>New first slot at which it can berth, at most <see cref="Arrival"/>; default null, as long before the arrival as it was.</summary>
    public int? EarliestStart { get; init; }
}

/// <summary>A call that was not known before.</summary>
public sealed record CallAdded : BerthEvent
{
    /// <summary>The call, with an id that no other has; it becomes the last of the problem.</summary>
    public required Call NewCall { get; init; }
}

/// <summary>A call that does not come.</summary>
public sealed record CallOmitted : BerthEvent
{
    /// <summary>Index of the call, which has not begun.</summary>
    public required int Call { get; init; }
}

/// <summary>A crane that does not work for a time.</summary>
public sealed record CraneDown : BerthEvent
{
    /// <summary>Index of its pool.</summary>
    public required int Pool { get; init; }

    /// <summary>0-based crane.</summary>
    public required int Crane { get; init; }

    /// <summary>Slots without it, half-open; what lies before now counts for nothing.</summary>
    public required Interval Slots { get; init; }

    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>A stretch of quay where no call may lie for a time.</summary>
public sealed record BerthClosed : BerthEvent
{
    /// <summary>Index of the quay.</summary>
    public required int Quay { get; init; }

    /// <summary>Closed sections, half-open.</summary>
    public required Interval Sections { get; init; }

    /// <summary>Closed slots, half-open; what lies before now counts for nothing.</summary>
    public required Interval Slots { get; init; }

    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Wind in which hulls of some length and more may neither berth nor leave.</summary>
public sealed record WindLimit : BerthEvent
{
    /// <summary>Slots of the wind, half-open; what lies before now counts for nothing.</summary>
    public required Interval Slots { get; init; }

    /// <summary>Hulls of this many sections and more stay where they are.</summary>
    public required int MinLength { get; init; }

    /// <summary>Why, for people; default "wind".</summary>
    public string Reason { get; init; } = "wind";
}

/// <summary>Fog in which nothing berths and nothing leaves.</summary>
public sealed record VisibilityClosed : BerthEvent
{
    /// <summary>Slots of the fog, half-open; what lies before now counts for nothing.</summary>
    public required Interval Slots { get; init; }

    /// <summary>Why, for people; default "visibility".</summary>
    public string Reason { get; init; } = "visibility";
}
