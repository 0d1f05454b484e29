namespace BerthOpt.Empties.Formats;

/// <summary>A problem together with the format that it comes from.</summary>
public sealed record EmptiesInstance
{
    /// <summary>The problem.</summary>
    public required EmptiesProblem Problem { get; init; }

    /// <summary>The format.</summary>
    public required EmptiesFormat Format { get; init; }

    /// <summary>Which reading of the format, one of <see cref="EmptiesFormats.Variants"/>; empty where there is only one.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The instance that is read from the JSON of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static EmptiesInstance Of(EmptiesProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new EmptiesInstance { Problem = problem, Format = EmptiesFormat.Json };
    }
}
