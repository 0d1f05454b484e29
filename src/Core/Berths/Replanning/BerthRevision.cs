using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <summary>The problem that is left of another one once events have happened, and what of its plan goes over into it.</summary>
public sealed record BerthRevision
{
    private BerthRevision()
    {
    }

    /// <summary>
    /// The new problem: with the events in it; with the old plan as its <see cref="Baseline"/> where changes have prices; and with pins that
    /// keep what has begun and what is frozen.
    /// </summary>
    public required BerthProblem Problem { get; init; }

    /// <summary>The old plan in the order of the new problem's calls. It may break rules of the new problem, and leaves out the calls that are new.</summary>
    public required BerthPlan Plan { get; init; }

    /// <summary>For each call of the new problem its index in the old one; -1 for a call that is new.</summary>
    public required ImmutableArray<int> OldCalls { get; init; }

    /// <summary>Applies events, pins and a freeze to a problem and a plan of it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan in force; null for none.</param>
    /// <param name="replan">What has changed.</param>
    /// <exception cref="InvalidInputException">The changes are none that this problem and plan can have; it lists every fault with a JSON Pointer into <paramref name="replan"/>.</exception>
    public static BerthRevision Of(BerthProblem problem, BerthPlan? plan, BerthReplan replan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(replan);
        plan ??= new BerthPlan(new Assignment?[problem.Calls.Length]);
        var faults = ReplanRules.Faults(problem, plan, replan);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        var effects = new EventEffects(problem, plan, replan);
        faults = effects.Faults();
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        return new BerthRevision { Problem = Freezing.Apply(effects.Parts, effects.Plan, replan), Plan = effects.Plan, OldCalls = effects.OldCalls };
    }
}
