using System.Collections.Immutable;

namespace BerthOpt.Port;

/// <summary>One rule that a split breaks.</summary>
/// <param name="Code">Stable kebab-case code, listed in <c>docs/errors.md</c>.</param>
/// <param name="Call">Index of the call; -1 when the fault belongs to no call.</param>
/// <param name="Message">What, which id, actual, expected.</param>
public sealed record SplitFault(string Code, int Call, string Message)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Message} [{Code}]";
}

/// <summary>The verdict on a split: every fault, and the cost recomputed from first principles.</summary>
public sealed record CraneSplitCheck
{
    /// <summary>Every broken rule, up to <see cref="CraneSplitChecker.MaxFaults"/>; empty for a valid split.</summary>
    public required ImmutableArray<SplitFault> Faults { get; init; }

    /// <summary>The cost (<see cref="CraneSplit"/>), held at the limits of 64 bits; 0 for a split with faults.</summary>
    public required long Cost { get; init; }

    /// <summary>Whether the split breaks no rule.</summary>
    public bool IsValid => Faults.IsEmpty;
}
