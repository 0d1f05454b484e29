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

    /// <summary>The calls that have begun or are frozen and that no plan can keep as they were beside those before them, with the rule that they would break; those that have begun first.</summary>
    public required ImmutableArray<ReleasedCall> Released { get; init; }

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
        var faults = Faults(problem, plan, replan);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        var effects = new EventEffects(problem, plan, replan);
        var left = Freezing.Apply(effects, replan, out var released);
        return new BerthRevision { Problem = left, Plan = effects.Plan, OldCalls = effects.OldCalls, Released = released };
    }

    /// <summary>What is wrong with changes: by themselves, and, as far as nothing is, as parts of the new problem.</summary>
    internal static List<Fault> Faults(BerthProblem problem, BerthPlan plan, BerthReplan replan)
    {
        var found = ReplanRules.Faults(problem, plan, replan);
        if (plan.Assignments.Length != problem.Calls.Length)
        {
            return found;
        }

        var wrong = found.Select(fault => string.Join('/', fault.Place.Split('/').Take(3))).ToHashSet();
        int[] events = [.. Enumerable.Range(0, replan.Events.Length).Where(index => !wrong.Contains($"/events/{index}"))];
        int[] pins = [.. Enumerable.Range(0, replan.Pins.Length).Where(index => !wrong.Contains($"/pins/{index}"))];
        var sound = replan with
        {
            Now = wrong.Contains("/now") ? 0 : replan.Now,
            Events = [.. events.Select(index => replan.Events[index])],
            Pins = [.. pins.Select(index => replan.Pins[index])],
            Prices = wrong.Any(place => place.StartsWith("/prices/", StringComparison.Ordinal)) ? null : replan.Prices,
        };
        return [.. found, .. new EventEffects(problem, plan, sound).Faults().Select(fault => fault with { Place = Renumbered(Renumbered(fault.Place, "/events/", events), "/pins/", pins) })];
    }

    private static string Renumbered(string place, string list, int[] numbers)
    {
        if (!place.StartsWith(list, StringComparison.Ordinal))
        {
            return place;
        }

        var end = place.IndexOf('/', list.Length) is > 0 and var next ? next : place.Length;
        return $"{list}{numbers[int.Parse(place.AsSpan(list.Length, end - list.Length), System.Globalization.CultureInfo.InvariantCulture)]}{place[end..]}";
    }
}
