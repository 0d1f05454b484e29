namespace BerthOpt.Cranes;

/// <summary>A vessel at the quay. Its completion is the end of its last task; a vessel without tasks has none.</summary>
public sealed record CraneVessel
{
    /// <summary>Name, unique among the vessels.</summary>
    public required string Id { get; init; }

    /// <summary>First slot at which its tasks may start: its berthing; at least 0; default 0.</summary>
    public int Ready { get; init; }

    /// <summary>Slot by which its work should be done; lateness counts from here; default never.</summary>
    public int Due { get; init; } = Crane.Never;

    /// <summary>Slot by which its work must be done; default never.</summary>
    public int Deadline { get; init; } = Crane.Never;

    /// <summary>What a slot of completion or lateness costs for this vessel, times the objective's weight; 0 to 1,000,000,000; default 1.</summary>
    public int Rate { get; init; } = 1;
}
