namespace BerthOpt.Empties;

/// <summary>Least and greatest number of containers on a leg of a voyage, or at each departure of a link.</summary>
public sealed record FlowLimit
{
    /// <summary>Index of the voyage; null for a link.</summary>
    public int? Voyage { get; init; }

    /// <summary>Number of the voyage's leg, from 0; default 0. Not for links.</summary>
    public int Leg { get; init; }

    /// <summary>Index of the link; null for a voyage.</summary>
    public int? Link { get; init; }

    /// <summary>First period of the departures that it holds for; default 0. Not for voyages.</summary>
    public int First { get; init; }

    /// <summary>Last period of these; null for the last of the plan. Default null. Not for voyages.</summary>
    public int? Last { get; init; }

    /// <summary>Index of the type that it counts; null for all types together.</summary>
    public int? Type { get; init; }

    /// <summary>Least containers; 0 to 100,000,000; default 0.</summary>
    public int Least { get; init; }

    /// <summary>Most containers; 0 to 100,000,000; null for no limit. Default null.</summary>
    public int? Most { get; init; }
}

/// <summary>Containers that are booked on a voyage from one stop to another; a plan carries at least these.</summary>
public sealed record LockedMove
{
    /// <summary>Index of the voyage.</summary>
    public required int Voyage { get; init; }

    /// <summary>Number of the stop at which they go on board, from 0.</summary>
    public required int FromStop { get; init; }

    /// <summary>Number of the stop at which they come ashore, a later one.</summary>
    public required int ToStop { get; init; }

    /// <summary>Index of the container type.</summary>
    public required int Type { get; init; }

    /// <summary>Containers; 0 to 100,000,000.</summary>
    public required int Count { get; init; }
}
