namespace BerthOpt.Cranes;

/// <summary>
/// The cost of a plan, to be minimised: the sum of weight times quantity. Weights are whole numbers from 0 to 1,000,000,000,000; by
/// default the cost is the makespan.
/// </summary>
public sealed record CraneObjective
{
    /// <summary>Weight of the makespan, the end of the last task (0 without tasks); default 1.</summary>
    public long Makespan { get; init; } = 1;

    /// <summary>Weight of the vessels' completions, each times its <see cref="CraneVessel.Rate"/>; default 0.</summary>
    public long Completion { get; init; }

    /// <summary>Weight of the vessels' lateness, <c>max(0, completion - due)</c>, each times its <see cref="CraneVessel.Rate"/>; default 0.</summary>
    public long Lateness { get; init; }

    /// <summary>Weight of the crane slots: for each crane with a task, from the start of its first task to the end of its last; default 0.</summary>
    public long CraneSlots { get; init; }

    /// <summary>Weight of the sections that cranes travel: from the start position, where there is one, over the tasks in their order to the final position, where there is one; default 0.</summary>
    public long Travel { get; init; }
}
