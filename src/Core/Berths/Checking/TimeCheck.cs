using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether each call berths and leaves when it may, and stays exactly as long as it must.</summary>
internal static class TimeCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        foreach (var visit in visits)
        {
            if (visit is not null)
            {
                Limits(problem, visit, faults);
                Opening(visit, faults);
                Departure(problem, visit, faults);
            }
        }
    }

    private static void Limits(BerthProblem problem, Visit visit, FaultLog<PlanFault> faults)
    {
        var call = visit.Call;
        var earliest = call.EarliestStart ?? call.Arrival;
        if (visit.Start < earliest)
        {
            faults.Add(BerthFaultCodes.StartTooEarly, visit, $"berths at {faults.Words.Time(visit.Start)}; expected {faults.Words.Time(earliest)} or later.");
        }

        if (visit.Start > call.LatestStart)
        {
            faults.Add(BerthFaultCodes.StartTooLate, visit, $"berths at {faults.Words.Time(visit.Start)}; expected {faults.Words.Time(call.LatestStart)} or earlier.");
        }

        if (visit.End > call.Deadline)
        {
            faults.Add(BerthFaultCodes.DeadlineMissed, visit, $"leaves at {faults.Words.Time(visit.End)}; expected by its deadline, {faults.Words.Time(call.Deadline)}.");
        }

        if (visit.End > problem.Horizon)
        {
            faults.Add(BerthFaultCodes.BeyondHorizon, visit, $"leaves at {faults.Words.Time(visit.End)}; expected by the horizon, {faults.Words.Time(problem.Horizon)}. Maybe the horizon is too short for all calls.");
        }
    }

    private static void Opening(Visit visit, FaultLog<PlanFault> faults)
    {
        if (visit.Quay is not { } quay)
        {
            return;
        }

        if (visit.Start < quay.Open || visit.End > quay.Close)
        {
            faults.Add(BerthFaultCodes.QuayShut, visit, $"stays {faults.Words.Times(visit.Start, visit.End)}; expected within {faults.Words.Times(quay.Open, quay.Close)}, when quay \"{quay.Id}\" is open.");
        }

        for (var number = visit.FirstBerth; number < visit.FirstBerth + visit.BerthCount; number++)
        {
            var berth = quay.Berths[number];
            if (visit.Start < berth.Open || visit.End > berth.Close)
            {
                faults.Add(BerthFaultCodes.QuayShut, visit, $"stays {faults.Words.Times(visit.Start, visit.End)}; expected within {faults.Words.Times(berth.Open, berth.Close)}, when berth \"{berth.Id}\" is open.");
            }
        }
    }

    private static void Departure(BerthProblem problem, Visit visit, FaultLog<PlanFault> faults)
    {
        if (visit.Handling is not { } slots)
        {
            if (visit.Sections is not null && visit.CranesInRange)
            {
                faults.Add(BerthFaultCodes.HandlingForbidden, visit, $"cannot be worked on at {faults.Words.Metres(visit.Assignment.Position)} of quay \"{visit.Quay!.Id}\" with {visit.Assignment.Cranes} cranes; expected a place and a number of cranes for which it has a handling time.");
            }

            return;
        }

        var done = visit.Start + slots;
        if (visit.End < done || (visit.End > done && !CanBeDelayed(problem, visit)))
        {
            faults.Add(BerthFaultCodes.EndMismatch, visit, $"leaves at {faults.Words.Time(visit.End)}; expected {faults.Words.Time(done)}, {faults.Words.Duration(slots)} of handling after its start{(CanBeDelayed(problem, visit) ? ", or later" : "")}.");
        }
    }

    /// <summary>Whether something may keep the call at its place beyond the end of handling.</summary>
    public static bool CanBeDelayed(BerthProblem problem, Visit visit) =>
        visit.Call.DepartureWindows is not null
        || problem.Movements.Bans.Any(ban => visit.Call.Length >= ban.MinLength)
        || problem.Movements.Caps.Any(cap => MovementCheck.Counts(cap, visit));
}
