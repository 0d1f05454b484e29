using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Why a call lies where and when it does, or not at all.</summary>
public sealed record CallExplanation
{
    /// <summary>Greatest number of stretches in a list.</summary>
    public const int MaxStretches = 12;

    /// <summary>Index of the call.</summary>
    public required int Call { get; init; }

    /// <summary>Where and when it lies; null when it is left out.</summary>
    public required Assignment? Assignment { get; init; }

    /// <summary>What it costs, by term, as the checker finds it; makespan and constant belong to no call.</summary>
    public required CostTerms Cost { get; init; }

    /// <summary>
    /// Why it does not start earlier, at the same place with as many cranes: the starts before its own, back to its earliest one, nearest
    /// first. A call that starts as early as it may has one stretch, the slot before. Empty for a call that is left out or starts at 0.
    /// </summary>
    public ImmutableArray<Stretch> Earlier { get; init; } = [];

    /// <summary>
    /// Why it does not lie nearer to its wished place, from the same start and with as many cranes: positions at the wished quay, those nearest to the wish
    /// first; at a discrete or hybrid quay, berths. Empty for a call that lies where it wishes, or wishes nothing.
    /// </summary>
    public ImmutableArray<Stretch> Nearer { get; init; } = [];

    /// <summary>Why it has not one crane more; null where it has as many as it can use.</summary>
    public Stretch? MoreCranes { get; init; }

    /// <summary>Why it is left out; null for a call that is planned.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>Whether all was looked at that was asked for; false when it was ended early: of what is not told nothing is known then. Default true.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What other wishes would cost; empty where none were priced.</summary>
    public ImmutableArray<Counterfactual> Counterfactuals { get; init; } = [];
}
