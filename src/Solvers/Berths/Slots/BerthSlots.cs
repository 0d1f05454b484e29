using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>
/// Finds the best slots for one more call in a plan whose calls stay as they are. Every place, start and number of cranes is looked at.
/// What the call costs where the others may move as well, <see cref="BerthReplanner"/> finds: with the event <see cref="CallAdded"/>.
/// </summary>
public static class BerthSlots
{
    /// <summary>
    /// Finds slots, the cheapest first, then the earliest, then by quay and position. Each is apart from those before it: at another quay,
    /// at another berth, far enough along the quay, or far enough in time (<see cref="SlotOptions"/>).
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="call">The call, with an id that no other has; what it would cost to leave it out is not looked at.</param>
    /// <param name="options">How many slots, and how far apart; null for the defaults.</param>
    /// <param name="cancellation">Ends the search without an answer.</param>
    /// <returns>Fewer slots than asked for, when there are no more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The plan breaks rules, or the call is none that the problem can have, with every fault (below <c>/plan</c> and <c>/call</c>); or the problem is too large.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<BerthSlot> Find(BerthProblem problem, BerthPlan plan, Call call, SlotOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(call);
        options ??= new SlotOptions();
        options.Validate();
        var faults = Faults(problem, plan, call);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        var wider = WithCall(problem.Parts, call);
        var held = new BerthProblem(Freezing.Hold(wider, plan));
        BerthSize.Require(held, states: 1);
        var found = new SlotSearch(new BerthModel(held), plan, options, cancellation).Run();
        var after = new BerthProblem(wider);
        var makespan = BerthChecker.Check(problem, plan).Cost.Makespan;
        return [.. found.Select(slot => Priced(after, plan, slot, makespan))];
    }

    /// <summary>What is wrong with a plan and a call that is to be added to it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; null when nothing is to be said of it.</param>
    /// <param name="call">The call.</param>
    internal static IReadOnlyList<Fault> Faults(BerthProblem problem, BerthPlan? plan, Call call) =>
    [
        .. plan is null ? [] : BerthChecker.Check(problem, plan).Faults.Take(DocumentFaults.Most).Select(fault => new Fault(fault.Code, fault.Call < 0 ? "/plan" : $"/plan/assignments/{fault.Call}", fault.Message)),
        .. BerthRules.Faults(WithCall(problem.Parts, call)).Select(fault => fault with { Place = PlaceOf(fault.Place, problem.Calls.Length) }),
    ];

    private static string PlaceOf(string place, int call) => place.StartsWith($"/calls/{call}", StringComparison.Ordinal) ? $"/call{place[$"/calls/{call}".Length..]}" : "/call";

    private static BerthParts WithCall(BerthParts parts, Call call) => parts with
    {
        Calls = parts.Calls.Add(call with { Optional = false, Rates = call.Rates with { Rejection = 0 } }),
        Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = baseline.Entries.Add(null) } : null,
    };

    /// <summary>What the checker says of the plan with the slot.</summary>
    private static BerthSlot Priced(BerthProblem problem, BerthPlan plan, Assignment slot, long makespan)
    {
        var check = BerthChecker.Check(problem, new BerthPlan(plan.Assignments.Append(slot)));
        return check.IsValid
            ? new BerthSlot(slot, check.CostByCall[^1] with { Makespan = check.Cost.Makespan - makespan })
            : throw new InvalidOperationException($"The checker refuses a slot that was found free: {check.Faults[0]}");
    }
}
