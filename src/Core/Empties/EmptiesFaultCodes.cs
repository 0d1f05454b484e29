namespace BerthOpt.Empties;

/// <summary>The codes of <see cref="EmptiesFault"/>, one for each rule that a plan can break; <c>docs/errors.md</c> says what to do about each.</summary>
public static class EmptiesFaultCodes
{
    /// <summary>An entry names a voyage, stop, link, conversion, demand, type, contract or place that there is not.</summary>
    public const string EntryUnknown = "entry-unknown";

    /// <summary>An entry counts less than one.</summary>
    public const string CountNotPositive = "count-not-positive";

    /// <summary>The link, voyage, conversion or contract is not open in that period.</summary>
    public const string NotOpen = "not-open";

    /// <summary>The link does not take the type.</summary>
    public const string TypeRefused = "type-refused";

    /// <summary>The type that is given may not stand in for the one asked for.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>More is given than was asked for.</summary>
    public const string OverGiven = "over-given";

    /// <summary>More containers leave a location in a period than there are.</summary>
    public const string StockMissing = "stock-missing";

    /// <summary>More waits at a location than it has storage for.</summary>
    public const string StorageFull = "storage-full";

    /// <summary>A leg or a departure carries more than it has room for.</summary>
    public const string RoomExceeded = "room-exceeded";

    /// <summary>More runs of a conversion, or more containers on a link, than it allows at a time.</summary>
    public const string MostExceeded = "most-exceeded";

    /// <summary>Less than the least flow.</summary>
    public const string FlowTooLow = "flow-too-low";

    /// <summary>More than the greatest flow.</summary>
    public const string FlowTooHigh = "flow-too-high";

    /// <summary>Fewer containers than are booked.</summary>
    public const string LockBroken = "lock-broken";

    /// <summary>More containers on hire than the contract allows.</summary>
    public const string LeaseExceeded = "lease-exceeded";

    /// <summary>More containers given back than were on hire for the minimum term.</summary>
    public const string LeaseTerm = "lease-term";
}
