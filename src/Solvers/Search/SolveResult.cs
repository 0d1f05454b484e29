namespace BerthOpt.Search;

/// <summary>What a run found, what it proved, and what it took.</summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
public sealed record SolveResult<TPlan>
    where TPlan : class
{
    /// <summary>What is known of the problem.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Why the run ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>The best plan found, approved by the checker; null when there is none.</summary>
    public TPlan? Plan { get; init; }

    /// <summary>Cost of <see cref="Plan"/> as the checker computes it, in grid cost units; null without a plan.</summary>
    public long? Cost { get; init; }

    /// <summary>No plan costs less than this, in grid cost units; null when nothing is known.</summary>
    public long? LowerBound { get; init; }

    /// <summary>Name of the bound that proved <see cref="LowerBound"/>.</summary>
    public string BoundMethod { get; init; } = "none";

    /// <summary><c>(cost - bound) / |cost|</c>; 0 when both are equal; null without a plan or a bound.</summary>
    public double? Gap => GapOf(Cost, LowerBound);

    /// <summary>What the run took.</summary>
    public required SolveStatistics Statistics { get; init; }

    /// <summary>The gap of a cost and a bound.</summary>
    internal static double? GapOf(long? cost, long? bound) => (cost, bound) switch
    {
        ({ } c, { } b) when c <= b => 0,
        ({ } c, { } b) when c == 0 => double.PositiveInfinity,
        ({ } c, { } b) => (c - (double)b) / Math.Abs((double)c),
        _ => null,
    };
}

/// <summary>What a run took.</summary>
public sealed record SolveStatistics
{
    /// <summary>Wall-clock seconds of the run.</summary>
    public double Seconds { get; init; }

    /// <summary>Seconds until the returned plan was found.</summary>
    public double SecondsToBest { get; init; }

    /// <summary>Seconds until the returned bound was proven.</summary>
    public double SecondsToBound { get; init; }

    /// <summary>Work done, in units that do not depend on the machine; as a work limit with the same seed it gives the same plan again.</summary>
    public long Work { get; init; }

    /// <summary>Moves that search tried.</summary>
    public long Moves { get; init; }

    /// <summary>Iterations of the bounds.</summary>
    public long BoundIterations { get; init; }

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads of the run.</summary>
    public int Threads { get; init; }
}
