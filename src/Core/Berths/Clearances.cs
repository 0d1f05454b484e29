namespace BerthOpt.Berths;

/// <summary>
/// Room that must stay free on continuous quays. Two calls at one quay whose hulls are less than <see cref="HullSections"/> apart
/// must be at least <see cref="Slots"/> slots apart in time.
/// On discrete and hybrid quays only <see cref="Slots"/> applies, between calls that share a berth.
/// </summary>
public sealed record Clearances
{
    /// <summary>Sections between two hulls; at least 0; default 0.</summary>
    public int HullSections { get; init; }

    /// <summary>Sections between a hull and either end of a continuous quay; at least 0; default 0.</summary>
    public int QuayEndSections { get; init; }

    /// <summary>Slots between the end of one stay and the start of the next at the same place; at least 0; default 0.</summary>
    public int Slots { get; init; }
}
