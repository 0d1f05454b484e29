namespace BerthOpt.Cranes;

/// <summary>A crane with the cycle times of its spreaders.</summary>
public sealed record WorkloadCrane
{
    /// <summary>The crane; its <see cref="BerthOpt.Cranes.Crane.RatePercent"/> divides all cycle times.</summary>
    public required Crane Crane { get; init; }

    /// <summary>Seconds of a lift of one container; above 0, up to 100,000; default 120 (30 lifts an hour).</summary>
    public decimal SingleSeconds { get; init; } = 120;

    /// <summary>Seconds of a lift of two 20' end to end; null for a crane that cannot; default null.</summary>
    public decimal? TwinSeconds { get; init; }

    /// <summary>Seconds of a lift of two 40' side by side; null for a crane that cannot; default null.</summary>
    public decimal? TandemSeconds { get; init; }

    /// <summary>Seconds of a cycle that brings one container on board and takes one ashore; null for a crane that does not; default null.</summary>
    public decimal? DoubleCycleSeconds { get; init; }

    /// <summary>Seconds of taking one hatch cover off, or putting it on; 0 to 100,000; default 240.</summary>
    public decimal HatchCoverSeconds { get; init; } = 240;
}

/// <summary>Where the bow of a vessel points along the rail.</summary>
public enum BowSide
{
    /// <summary>To smaller positions: bays with greater numbers are at greater positions.</summary>
    Smaller,

    /// <summary>To greater positions.</summary>
    Greater,
}

/// <summary>A vessel with the places of its bays. Bay n is <c>FirstBayMetres + (n - 1) * BayMetres / 2</c> behind the bow.</summary>
public sealed record WorkloadVessel
{
    /// <summary>The vessel.</summary>
    public required CraneVessel Vessel { get; init; }

    /// <summary>Position of the bow along the rail, in metres.</summary>
    public required decimal BowMetres { get; init; }

    /// <summary>Where the bow points; default to smaller positions.</summary>
    public BowSide Bow { get; init; }

    /// <summary>Metres from the bow to the middle of bay 1; default 20.</summary>
    public decimal FirstBayMetres { get; init; } = 20;

    /// <summary>Metres between neighbouring 20' bays (1 and 3), so half as much between bay 1 and bay 2; above 0, up to 100; default 7.25.</summary>
    public decimal BayMetres { get; init; } = 7.25m;

    /// <summary>Position of a bay along the rail, in metres.</summary>
    /// <param name="bay">The bay's number.</param>
    public decimal Position(int bay)
    {
        var behind = FirstBayMetres + ((bay - 1) * BayMetres / 2);
        return Bow == BowSide.Smaller ? BowMetres + behind : BowMetres - behind;
    }
}
