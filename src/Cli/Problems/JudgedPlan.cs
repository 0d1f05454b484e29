namespace BerthOpt.Cli.Problems;

/// <summary>A plan of whatever kind together with the checker's verdict: what the commands say of it, and how it is written.</summary>
internal sealed class JudgedPlan
{
    /// <summary>Hash of the plan.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it breaks no rule.</summary>
    public required bool IsValid { get; init; }

    /// <summary>Its cost as the checker finds it, in grid cost units.</summary>
    public required long Cost { get; init; }

    /// <summary>The cost by term, in grid cost units.</summary>
    public required IReadOnlyList<(string Name, long Value)> Terms { get; init; }

    /// <summary>Every broken rule.</summary>
    public required IReadOnlyList<JudgedFault> Faults { get; init; }

    /// <summary>How many faults more there are.</summary>
    public required long FaultsNotListed { get; init; }

    /// <summary>What faults speak of: <c>call</c>, <c>task</c>.</summary>
    public required string FaultsOf { get; init; }

    /// <summary>The KPIs for people.</summary>
    public required IEnumerable<(string Name, string Value)> KpiRows { get; init; }

    /// <summary>The KPIs for programs, as a record with one property each.</summary>
    public required Func<object> Kpis { get; init; }

    /// <summary>Explains the plan, or one item of it, as a document and as lines for people; null where its kind is not explained.</summary>
    public Func<string?, CancellationToken, (string Document, IEnumerable<string> Lines)>? Explain { get; init; }

    /// <summary>The plan as JSON, with its cost.</summary>
    public required Func<string> Json { get; init; }

    /// <summary>The plan as CSV, in the instance's units.</summary>
    public required Func<string> Csv { get; init; }

    /// <summary>The plan as SVG, with a proven bound of the cost; null for none.</summary>
    public required Func<long?, string> Picture { get; init; }
}

/// <summary>A broken rule.</summary>
/// <param name="Line">The fault as one line.</param>
/// <param name="Code">Its code.</param>
/// <param name="Id">Id of what breaks the rule; null where it is no single one.</param>
/// <param name="Other">Id of the other one of a pair; null for none.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record JudgedFault(string Line, string Code, string? Id, string? Other, string Message);
