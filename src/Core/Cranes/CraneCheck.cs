using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Code">Stable kebab-case code, one of <see cref="CraneFaultCodes"/>, listed in <c>docs/errors.md</c>.</param>
/// <param name="Task">Index of the task; -1 when the fault belongs to no single task.</param>
/// <param name="Other">Index of the other task of a pair; -1 when there is none.</param>
/// <param name="Message">What, which id, actual, expected.</param>
public sealed record CraneFault(string Code, int Task, int Other, string Message)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Message} [{Code}]";
}

/// <summary>The cost of a plan by term, weights included.</summary>
/// <param name="Makespan">End of the last task.</param>
/// <param name="Completion">Completions of the vessels.</param>
/// <param name="Lateness">Lateness of the vessels.</param>
/// <param name="CraneSlots">Crane slots.</param>
/// <param name="Travel">Travel of the cranes.</param>
public readonly record struct CraneCost(long Makespan, long Completion, long Lateness, long CraneSlots, long Travel)
{
    /// <summary>The sum of all terms, held at the limits of 64 bits (which only plans with absurd values reach).</summary>
    public long Total => (long)Int128.Clamp((Int128)Makespan + Completion + Lateness + CraneSlots + Travel, long.MinValue, long.MaxValue);
}

/// <summary>The verdict on a plan: every fault, and the cost recomputed from first principles.</summary>
public sealed record CraneCheck
{
    /// <summary>Every broken rule, up to <see cref="CraneChecker.MaxFaults"/>; empty for a valid plan.</summary>
    public required ImmutableArray<CraneFault> Faults { get; init; }

    /// <summary>How many faults more there are than <see cref="Faults"/> lists; default 0.</summary>
    public long FaultsNotListed { get; init; }

    /// <summary>The plan's cost by term; meaningful also for a plan with faults, as far as its assignments can be priced.</summary>
    public required CraneCost Cost { get; init; }

    /// <summary>Whether the plan breaks no rule.</summary>
    public bool IsValid => Faults.IsEmpty;
}
