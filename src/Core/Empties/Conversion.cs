namespace BerthOpt.Empties;

/// <summary>
/// A way to make containers of one type out of another at a location: repair of damaged ones, folding of four boxes into one bundle, and back.
/// Each run takes <see cref="In"/> containers and gives <see cref="Out"/> ones.
/// </summary>
public sealed record Conversion
{
    /// <summary>Name, unique among the conversions.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the location.</summary>
    public required int Location { get; init; }

    /// <summary>Index of the type that is taken.</summary>
    public required int From { get; init; }

    /// <summary>Index of the type that is given, another one.</summary>
    public required int To { get; init; }

    /// <summary>Containers that a run takes; 1 to 100; default 1.</summary>
    public int In { get; init; } = 1;

    /// <summary>Containers that a run gives; 1 to 100; default 1.</summary>
    public int Out { get; init; } = 1;

    /// <summary>Periods from a run to what it gives; 0 to 4,000, at least 1 where it takes and gives different numbers; default 0.</summary>
    public int Delay { get; init; }

    /// <summary>Cost of a run; 0 to 1,000,000,000; default 0.</summary>
    public int Cost { get; init; }

    /// <summary>Most runs in a period; 0 to 100,000,000; default 1,000,000.</summary>
    public int Most { get; init; } = 1_000_000;
}

/// <summary>A type that may be given to exporters who ask for another: a reefer as a dry box, two 20' for one 40'. It holds at all locations.</summary>
public sealed record Substitution
{
    /// <summary>Index of the type that is asked for.</summary>
    public required int Asked { get; init; }

    /// <summary>Index of the type that is given, another one.</summary>
    public required int Given { get; init; }

    /// <summary>Containers given for one that is asked for; 1 to 100; default 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Cost for each container asked for; 0 to 1,000,000,000; default 0.</summary>
    public int Cost { get; init; }
}
