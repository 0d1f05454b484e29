using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>How far a plan departs from the baseline of its problem, in minutes, metres and units of cost.</summary>
public sealed record PlanChanges
{
    /// <summary>Number of calls of the baseline that lie elsewhere or start at another time.</summary>
    public required int CallsMoved { get; init; }

    /// <summary>Number of calls that lie at another quay.</summary>
    public required int QuayChanges { get; init; }

    /// <summary>Number of calls of the baseline that are left out.</summary>
    public required int CallsLeftOut { get; init; }

    /// <summary>Number of planned calls that the baseline does not have.</summary>
    public required int CallsNew { get; init; }

    /// <summary>Minutes between old and new starts, of all calls.</summary>
    public required decimal Minutes { get; init; }

    /// <summary>Metres between old and new positions, of the calls that stay at their quay.</summary>
    public required decimal Metres { get; init; }

    /// <summary>Cranes more and fewer, of the calls whose number of cranes was planned.</summary>
    public required long Cranes { get; init; }

    /// <summary>What the changes cost: the checker's <see cref="CostTerms.Change"/>.</summary>
    public required decimal Price { get; init; }

    /// <summary>The calls that differ, in the problem's order.</summary>
    public required ImmutableArray<CallChange> Calls { get; init; }

    /// <summary>Compares a plan with the baseline of its problem; where there is none, every call is new.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan of it.</param>
    public static PlanChanges Of(BerthProblem problem, BerthPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        PlanSize.Require(plan.Assignments.Length, problem.Calls.Length, "calls");
        var check = BerthChecker.Check(problem, plan);
        var units = new Units(problem.Grid.MinutesPerSlot, problem.Grid.MetresPerSection, problem.Grid.CostScale, Known: true);
        ImmutableArray<CallChange> calls = [.. Enumerable.Range(0, problem.Calls.Length)
            .Select(call => Change(call, problem.Baseline?.Entries[call], plan.Assignments[call], check.CostByCall[call].Change, units)).OfType<CallChange>()];
        return new PlanChanges
        {
            CallsMoved = calls.Count(call => call.IsMoved),
            QuayChanges = calls.Count(call => call is { Before: { } before, Now: { } now } && before.Quay != now.Quay),
            CallsLeftOut = calls.Count(call => call.Now is null),
            CallsNew = calls.Count(call => call.Before is null),
            Minutes = calls.Sum(call => Math.Abs(call.Minutes)),
            Metres = calls.Sum(call => Math.Abs(call.Metres)),
            Cranes = calls.Sum(call => Math.Abs((long)call.Cranes)),
            Price = Measure.Cost.ToOutside(check.Cost.Change, units),
            Calls = calls,
        };
    }

    private static CallChange? Change(int call, BaselineEntry? before, Assignment? now, long price, Units units)
    {
        if (before is null || now is not { } stay)
        {
            return before is null && now is null ? null : new CallChange { Call = call, Before = before, Now = now };
        }

        var sameQuay = stay.Quay == before.Quay;
        var change = new CallChange
        {
            Call = call,
            Before = before,
            Now = now,
            Minutes = Measure.Minutes.ToOutside(stay.Start - (long)before.Start, units),
            Metres = sameQuay ? Measure.Metres.ToOutside(stay.Position - (long)before.Position, units) : 0,
            Cranes = before.Cranes > 0 ? stay.Cranes - before.Cranes : 0,
            Price = Measure.Cost.ToOutside(price, units),
        };
        return change.IsMoved || change.Cranes != 0 ? change : null;
    }
}

/// <summary>What has changed for one call.</summary>
public sealed record CallChange
{
    /// <summary>Index of the call.</summary>
    public required int Call { get; init; }

    /// <summary>What was planned; null for a call that the baseline does not have.</summary>
    public BaselineEntry? Before { get; init; }

    /// <summary>What is planned; null for a call that is left out.</summary>
    public Assignment? Now { get; init; }

    /// <summary>Minutes later, or earlier when negative.</summary>
    public decimal Minutes { get; init; }

    /// <summary>Metres to the right, or to the left when negative; 0 at another quay.</summary>
    public decimal Metres { get; init; }

    /// <summary>Cranes more, or fewer when negative.</summary>
    public int Cranes { get; init; }

    /// <summary>What the change costs, in units of cost.</summary>
    public decimal Price { get; init; }

    internal bool IsMoved => Before is { } before && Now is { } now && (before.Quay != now.Quay || before.Position != now.Position || before.Start != now.Start);
}
