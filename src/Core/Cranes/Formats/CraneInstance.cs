using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>A problem together with the format that it comes from and the units in which that format writes plans.</summary>
public sealed record CraneInstance
{
    /// <summary>The problem.</summary>
    public required CraneProblem Problem { get; init; }

    /// <summary>The format.</summary>
    public required CraneFormat Format { get; init; }

    /// <summary>Which reading of the format, one of <see cref="CraneFormats.Variants"/>; empty where there is only one.</summary>
    public string Variant { get; init; } = "";

    /// <summary>How plans are written; default slots and sections as they are.</summary>
    public PlanUnits PlanUnits { get; init; } = new();

    /// <summary>What the file says and the problem has no use for, by name. Default empty.</summary>
    public ImmutableSortedDictionary<string, string> Extras { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The instance that is read from the JSON of a problem: plans are written in seconds and metres.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static CraneInstance Of(CraneProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new CraneInstance
        {
            Problem = problem,
            Format = CraneFormat.Json,
            PlanUnits = new PlanUnits { TimePerSlot = problem.Grid.SecondsPerSlot, PositionPerSection = problem.Grid.MetresPerSection },
        };
    }
}
