using System.Collections.Immutable;

namespace BerthOpt.Empties.Flows;

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Code">Stable kebab-case code, one of <see cref="FlowFaultCodes"/>, listed in <c>docs/errors.md</c>.</param>
/// <param name="Arc">Index of the arc; -1 when the fault belongs to none.</param>
/// <param name="Node">Index of the node; -1 when the fault belongs to none.</param>
/// <param name="Message">What, which index, actual, expected.</param>
public sealed record FlowFault(string Code, int Arc, int Node, string Message)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Message} [{Code}]";
}

/// <summary>The verdict on a plan: every fault, and cost and bound recomputed from first principles.</summary>
public sealed record FlowCheck
{
    /// <summary>Every broken rule, up to <see cref="FlowChecker.MaxFaults"/>; empty for a valid plan.</summary>
    public required ImmutableArray<FlowFault> Faults { get; init; }

    /// <summary>How many faults more there are than <see cref="Faults"/> lists; default 0.</summary>
    public long FaultsNotListed { get; init; }

    /// <summary>Cost of the plan, held at the limits of 64 bits (which only plans with absurd values reach).</summary>
    public required long Cost { get; init; }

    /// <summary>No plan costs less: what the plan's potentials prove; null where they prove nothing.</summary>
    public required long? LowerBound { get; init; }

    /// <summary>Whether the plan breaks no rule.</summary>
    public bool IsValid => Faults.IsEmpty;

    /// <summary>Whether the plan is valid and its potentials prove that none is cheaper.</summary>
    public bool IsOptimal => IsValid && Cost == LowerBound;
}
