using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Code">Stable kebab-case code, one of <see cref="EmptiesFaultCodes"/>, listed in <c>docs/errors.md</c>.</param>
/// <param name="Location">Index of the location; -1 when the fault belongs to none.</param>
/// <param name="Period">The period; -1 when the fault belongs to none.</param>
/// <param name="Message">What, which id, actual, expected.</param>
public sealed record EmptiesFault(string Code, int Location, int Period, string Message)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Message} [{Code}]";
}

/// <summary>The cost of a plan by term.</summary>
/// <param name="Shortage">Containers asked for and not given.</param>
/// <param name="Transport">Legs of voyages, and links.</param>
/// <param name="Handling">Loading and discharging of voyages.</param>
/// <param name="Storage">Waiting.</param>
/// <param name="Leasing">Hire, rent and return.</param>
/// <param name="Conversion">Repair, folding, and types that stand in for others.</param>
/// <param name="Safety">Containers short of safety stocks.</param>
/// <param name="Target">Containers short of the targets at the end.</param>
public readonly record struct EmptiesCost(long Shortage, long Transport, long Handling, long Storage, long Leasing, long Conversion, long Safety, long Target)
{
    /// <summary>The sum of all terms, held at the limits of 64 bits (which only plans with absurd values reach).</summary>
    public long Total => (long)Int128.Clamp((Int128)Shortage + Transport + Handling + Storage + Leasing + Conversion + Safety + Target, long.MinValue, long.MaxValue);
}

/// <summary>The verdict on a plan: every fault, and the cost recomputed from first principles.</summary>
public sealed record EmptiesCheck
{
    /// <summary>Every broken rule, up to <see cref="EmptiesChecker.MaxFaults"/>; empty for a valid plan.</summary>
    public required ImmutableArray<EmptiesFault> Faults { get; init; }

    /// <summary>How many faults more there are than <see cref="Faults"/> lists; default 0.</summary>
    public long FaultsNotListed { get; init; }

    /// <summary>The plan's cost by term; meaningful also for a plan with faults, as far as its entries can be priced.</summary>
    public required EmptiesCost Cost { get; init; }

    /// <summary>Whether the plan breaks no rule.</summary>
    public bool IsValid => Faults.IsEmpty;
}
