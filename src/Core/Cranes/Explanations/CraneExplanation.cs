using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>Why a crane plan takes as long as it does: which tasks follow each other without a gap until the end, who waits for whom, and what keeps each task from an earlier start.</summary>
public sealed record CraneExplanation
{
    /// <summary>The plan's cost, as the checker finds it.</summary>
    public required CraneCost Cost { get; init; }

    /// <summary>What the end of the last task hangs on, and, where vessels have a price of their own, the end of each vessel: those that end last first.</summary>
    public required ImmutableArray<CraneChain> Chains { get; init; }

    /// <summary>The cranes that wait for others, in their order along the rail.</summary>
    public required ImmutableArray<CraneWaiting> Waiting { get; init; }

    /// <summary>The tasks that are explained.</summary>
    public required ImmutableArray<TaskExplanation> Tasks { get; init; }
}

/// <summary>Tasks of which each begins when what keeps it back is over, from the beginning to the end of a vessel's work.</summary>
/// <param name="Vessel">Index of the vessel.</param>
/// <param name="End">Slot at which its last task ends.</param>
/// <param name="Links">The tasks, the last one last.</param>
public sealed record CraneChain(int Vessel, int End, ImmutableArray<ChainLink> Links);

/// <summary>A task of a chain.</summary>
/// <param name="Task">Index of the task.</param>
/// <param name="Reason">What keeps it from an earlier start; null where nothing does.</param>
public sealed record ChainLink(int Task, StartReason? Reason);

/// <summary>A rule that keeps a task from an earlier start, as the other tasks lie.</summary>
/// <param name="Code">The rule, by the checker's code (<see cref="CraneFaultCodes"/>).</param>
/// <param name="From">First slot at which it lets the task start.</param>
/// <param name="Task">Index of the other task; -1 for none.</param>
/// <param name="Crane">Index of the other crane, of that task or of its own; -1 for none.</param>
public sealed record StartReason(string Code, int From, int Task = -1, int Crane = -1);

/// <summary>How long a crane waits for others between its tasks: interference, as <see cref="CraneKpis.InterferenceHours"/> counts it.</summary>
/// <param name="Crane">Index of the crane.</param>
/// <param name="Other">Index of the crane that it waits for.</param>
/// <param name="Slots">How long.</param>
public sealed record CraneWaiting(int Crane, int Other, long Slots);

/// <summary>Why a task starts when it does.</summary>
public sealed record TaskExplanation
{
    /// <summary>Greatest number of reasons in a list.</summary>
    public const int MaxReasons = 8;

    /// <summary>Index of the task.</summary>
    public required int Task { get; init; }

    /// <summary>Who does it, and when.</summary>
    public required TaskAssignment Assignment { get; init; }

    /// <summary>What keeps it from an earlier start with its crane, as the others lie, the latest first; those that hold it at its own start keep it back now.</summary>
    public ImmutableArray<StartReason> Reasons { get; init; } = [];

    /// <summary>Slots that its crane waits before it for cranes that are in the way; default 0.</summary>
    public int Waiting { get; init; }

    /// <summary>Index of the task that it waits for; -1 for none, the default.</summary>
    public int WaitsFor { get; init; } = -1;

    /// <summary>Whether all was looked at; false when it was ended early. Default true.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What other wishes would cost; empty where none were priced.</summary>
    public ImmutableArray<CraneCounterfactual> Counterfactuals { get; init; } = [];
}
