using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>Containers that are discharged from, or loaded into, one bay of a vessel, on deck or in the hold.</summary>
public sealed record BayWork
{
    /// <summary>Index of the vessel.</summary>
    public int Vessel { get; init; }

    /// <summary>Bay number as ISO 9711 has it, 1 to 999: odd for a 20' bay, even for the 40' bay made of the odd ones beside it.</summary>
    public required int Bay { get; init; }

    /// <summary>Deck or hold.</summary>
    public required TaskPlace Place { get; init; }

    /// <summary>Discharge or load.</summary>
    public required TaskWork Work { get; init; }

    /// <summary>20' containers; in an even bay those of both odd bays; 0 to 100,000; default 0.</summary>
    public int Containers20 { get; init; }

    /// <summary>40' containers, in even bays only; 0 to 100,000; default 0.</summary>
    public int Containers40 { get; init; }

    /// <summary>Pairs among the 20' that one twin lift can take (neighbours end to end, in even bays only); default 0.</summary>
    public int TwinPairs { get; init; }

    /// <summary>Pairs among the 40' that one tandem lift can take (neighbours side by side); default 0.</summary>
    public int TandemPairs { get; init; }

    /// <summary>Hatch covers that lie over the hold work of this bay; 0 to 20; the greatest of all rows of a hatch counts; default 0.</summary>
    public int HatchCovers { get; init; }

    /// <summary>Lifts by stack, each with its place across the ship, so that discharge and load of a stack stand at one index; empty for not known, then nothing is double-cycled. Default empty.</summary>
    public ImmutableArray<int> StackLifts { get; init; } = [];

    /// <summary>Containers moved.</summary>
    public int Moves => Containers20 + Containers40;

    /// <summary>Lifts, where every pair is lifted as one.</summary>
    public int Lifts => Moves - TwinPairs - TandemPairs;
}
