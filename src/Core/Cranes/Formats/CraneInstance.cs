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
}
