using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Code">Stable kebab-case code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Call">Index of the call; -1 when the fault belongs to no single call.</param>
/// <param name="Other">Index of the other call of a pair; -1 when there is none.</param>
/// <param name="Message">What, which id, actual, expected.</param>
public sealed record PlanFault(string Code, int Call, int Other, string Message)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Message} [{Code}]";
}

/// <summary>The verdict on a plan: every fault, and the cost recomputed from first principles.</summary>
public sealed record BerthCheck
{
    /// <summary>Every broken rule, up to <see cref="BerthChecker.MaxFaults"/>; empty for a valid plan.</summary>
    public required ImmutableArray<PlanFault> Faults { get; init; }

    /// <summary>How many faults more there are than <see cref="Faults"/> lists; default 0.</summary>
    public long FaultsNotListed { get; init; }

    /// <summary>The plan's cost by term; meaningful also for a plan with faults, as far as its assignments can be priced.</summary>
    public required CostTerms Cost { get; init; }

    /// <summary>The cost by term of each call, in the problem's order; makespan and constant are 0 here.</summary>
    public required ImmutableArray<CostTerms> CostByCall { get; init; }

    /// <summary>Whether the plan breaks no rule.</summary>
    public bool IsValid => Faults.IsEmpty;
}
