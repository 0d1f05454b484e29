using System.Text.Json;
using BerthOpt.Berths;

namespace BerthOpt.Api;

/// <summary>How far a plan departs from the plan in force. Costs are in the problem's units.</summary>
/// <param name="CallsMoved">Calls that lie elsewhere or start at another time.</param>
/// <param name="QuayChanges">Calls at another quay.</param>
/// <param name="CallsLeftOut">Calls of the plan in force that are left out.</param>
/// <param name="CallsNew">Planned calls that it does not have.</param>
/// <param name="Minutes">Minutes between old and new starts, of all calls.</param>
/// <param name="Metres">Metres between old and new positions, of the calls that stay at their quay.</param>
/// <param name="Cranes">Cranes more and fewer, of the calls whose number of cranes was planned.</param>
/// <param name="Price">What the changes cost.</param>
/// <param name="Calls">The calls that differ.</param>
internal sealed record ChangesAnswer(
    int CallsMoved, int QuayChanges, int CallsLeftOut, int CallsNew, decimal Minutes, decimal Metres, long Cranes, decimal Price, IReadOnlyList<CallChangeAnswer> Calls)
{
    public static ChangesAnswer Of(BerthProblem problem, PlanChanges changes) => new(
        changes.CallsMoved,
        changes.QuayChanges,
        changes.CallsLeftOut,
        changes.CallsNew,
        changes.Minutes,
        changes.Metres,
        changes.Cranes,
        changes.Price,
        [.. changes.Calls.Select(change => CallChangeAnswer.Of(problem, change))]);
}

/// <summary>What has changed for one call.</summary>
/// <param name="Call">Id of the call.</param>
/// <param name="Minutes">Minutes later, or earlier when negative.</param>
/// <param name="Metres">Metres to the right, or to the left when negative; 0 at another quay.</param>
/// <param name="Cranes">Cranes more, or fewer when negative.</param>
/// <param name="Price">What the change costs.</param>
/// <param name="Before">What was planned; null for a call that is new.</param>
/// <param name="Now">What is planned, as plan documents have it; null for a call that is left out.</param>
internal sealed record CallChangeAnswer(string Call, decimal Minutes, decimal Metres, int Cranes, decimal Price, PlannedAnswer? Before, JsonElement? Now)
{
    public static CallChangeAnswer Of(BerthProblem problem, CallChange change) => new(
        problem.Calls[change.Call].Id,
        change.Minutes,
        change.Metres,
        change.Cranes,
        change.Price,
        change.Before is { } before ? PlannedAnswer.Of(problem, before) : null,
        change.Now is { } now ? ShapeText.Of(AssignmentDocument.Shape, now, BerthScope.Of(problem)) : null);
}

/// <summary>Where and when a call was planned.</summary>
/// <param name="Quay">Id of the quay.</param>
/// <param name="PositionMetres">Left end.</param>
/// <param name="StartMinutes">Time of berthing.</param>
/// <param name="Cranes">Number of cranes; 0 when they were not planned.</param>
internal sealed record PlannedAnswer(string Quay, decimal PositionMetres, decimal StartMinutes, int Cranes)
{
    public static PlannedAnswer Of(BerthProblem problem, BaselineEntry entry) => new(
        problem.Quays[entry.Quay].Id,
        Documents.Measure.Metres.ToOutside(entry.Position, BerthScope.Of(problem).Units),
        Documents.Measure.Minutes.ToOutside(entry.Start, BerthScope.Of(problem).Units),
        entry.Cranes);
}
