using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>Empties that a policy moved at a call.</summary>
/// <param name="Tick">When.</param>
/// <param name="Vessel">Index of the vessel.</param>
/// <param name="Port">Index of the port.</param>
/// <param name="Quantity">Boxes: positive were loaded onto the vessel, negative were discharged from it.</param>
public readonly record struct RepositioningAction(int Tick, int Vessel, int Port, int Quantity);

/// <summary>What came of a simulation.</summary>
public sealed record SimulationResult
{
    /// <summary>Boxes ordered.</summary>
    public required long Requirements { get; init; }

    /// <summary>Boxes ordered that were not there.</summary>
    public required long Shortage { get; init; }

    /// <summary>Empties that the policy loaded or discharged, each move counted.</summary>
    public required long Operations { get; init; }

    /// <summary>Share of the boxes ordered that were there, 0 to 1; 1 where none were ordered.</summary>
    public double Fulfilment => Requirements == 0 ? 1 : 1 - ((double)Shortage / Requirements);

    /// <summary><see cref="Shortage"/> by port.</summary>
    public required ImmutableArray<long> ShortageByPort { get; init; }

    /// <summary>What the policy did, in order.</summary>
    public required ImmutableArray<RepositioningAction> Actions { get; init; }

    /// <summary>Empties in stock at the end of each tick: those of all ports at tick 0, then at tick 1, ...</summary>
    public required ImmutableArray<int> Stocks { get; init; }
}
