using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>A problem together with the format that it comes from and the units in which that format writes plans.</summary>
public sealed record BerthInstance
{
    /// <summary>The problem.</summary>
    public required BerthProblem Problem { get; init; }

    /// <summary>The format.</summary>
    public required BerthFormat Format { get; init; }

    /// <summary>Which reading of the format, one of <see cref="BerthFormats.Variants"/>; empty where there is only one.</summary>
    public string Variant { get; init; } = "";

    /// <summary>How plans are written (<see cref="BerthPlanCsv"/>); default slots and sections as they are.</summary>
    public PlanUnits PlanUnits { get; init; } = new();

    /// <summary>
    /// What the file says and the problem has no use for, by name (costs that its objective ignores, published values);
    /// <see cref="BerthFormats.Write(BerthInstance)"/> gives it back. Default empty.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Extras { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The instance that is read from the JSON of a problem: plans are written in minutes and metres.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static BerthInstance Of(BerthProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new BerthInstance
        {
            Problem = problem,
            Format = BerthFormat.Json,
            PlanUnits = new PlanUnits { TimePerSlot = problem.Grid.MinutesPerSlot, PositionPerSection = problem.Grid.MetresPerSection },
        };
    }
}
