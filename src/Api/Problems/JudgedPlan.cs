namespace BerthOpt.Api;

/// <summary>A plan of whatever kind with the checker's verdict, which is asked for once and only when needed.</summary>
internal abstract class JudgedPlan
{
    /// <summary>Identity of the plan.</summary>
    public abstract string Hash { get; }

    /// <summary>Whether it breaks no rule.</summary>
    public abstract bool IsValid { get; }

    /// <summary>Its cost as the checker finds it, in grid cost units.</summary>
    public abstract long Cost { get; }

    /// <summary>Every broken rule that the checker lists.</summary>
    public abstract IReadOnlyList<PlanFaultAnswer> Faults { get; }

    /// <summary>How many more there are.</summary>
    public abstract long FaultsNotListed { get; }

    /// <summary>What a terminal asks of the plan: the record of the library.</summary>
    public abstract object Kpis { get; }

    /// <summary>Why it is as it is, as a document.</summary>
    /// <param name="item">Id of what to explain, with prices of its wishes; null for all, without.</param>
    /// <param name="cancellation">Ends it early.</param>
    public abstract byte[] Explain(string? item, CancellationToken cancellation);

    /// <summary>Whether a document is an explanation of it in which all that can be checked holds: places, costs, and a plan behind each price.</summary>
    public abstract bool IsExplainedBy(ReadOnlySpan<byte> explanation);

    /// <summary>The plan document, cost by term included.</summary>
    public abstract byte[] Json();

    /// <summary>The plan as CSV, in the document's units.</summary>
    public abstract string Csv();

    /// <summary>The plan as SVG.</summary>
    /// <param name="lowerBound">A proven bound of the cost, in grid cost units; null for none.</param>
    public abstract string Svg(long? lowerBound);
}

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Code">Stable code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Item">Id of the call or task; null when the fault belongs to no single one.</param>
/// <param name="Other">Id of the other one of a pair; null when there is none.</param>
/// <param name="Message">What, which id, actual, expected.</param>
internal sealed record PlanFaultAnswer(string Code, string? Item, string? Other, string Message);
