using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether each call berths and leaves while ships may move, and not too many do.</summary>
internal static class MovementCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        foreach (var visit in visits)
        {
            if (visit is not null)
            {
                Windows(visit, faults);
                Bans(problem, visit, faults);
            }
        }

        foreach (var cap in problem.Movements.Caps)
        {
            Cap(cap, visits, faults);
        }
    }

    /// <summary>Whether the movements of a call count for a cap.</summary>
    public static bool Counts(MovementCap cap, Visit visit) =>
        visit.Call.Length >= cap.MinLength && (cap.Quay is null || cap.Quay == visit.Assignment.Quay);

    private static void Windows(Visit visit, FaultLog<PlanFault> faults)
    {
        if (visit.Call.ArrivalWindows is { } arrival && !Inside(arrival, visit.Assignment.Start))
        {
            faults.Add(BerthFaultCodes.ArrivalWindow, visit, $"berths at {faults.Words.Time(visit.Start)}; expected a time in one of its arrival windows{Next(arrival, visit.Start, faults.Words)}.");
        }

        if (visit.Call.DepartureWindows is { } departure && !Inside(departure, visit.Assignment.End))
        {
            faults.Add(BerthFaultCodes.DepartureWindow, visit, $"leaves at {faults.Words.Time(visit.End)}; expected a time in one of its departure windows{Next(departure, visit.End, faults.Words)}.");
        }
    }

    /// <summary>Whether a slot lies in one of the windows.</summary>
    public static bool Inside(TideWindows windows, long slot) => windows.Windows.Any(window => window.From <= slot && slot < window.To);

    /// <summary>Whether a ban forbids a call to move at a slot.</summary>
    public static bool Forbids(MovementBan ban, Visit visit, long slot) => visit.Call.Length >= ban.MinLength && ban.Slots.From <= slot && slot < ban.Slots.To;

    private static string Next(TideWindows windows, long slot, UnitWords words)
    {
        foreach (var window in windows.Windows)
        {
            if (window.From > slot)
            {
                return $", the next is {words.Times(window.From, window.To)}";
            }
        }

        return ", of which none is left";
    }

    private static void Bans(BerthProblem problem, Visit visit, FaultLog<PlanFault> faults)
    {
        foreach (var ban in problem.Movements.Bans)
        {
            foreach (var (slot, verb) in new[] { (visit.Assignment.Start, "berths"), (visit.Assignment.End, "leaves") })
            {
                if (Forbids(ban, visit, slot))
                {
                    faults.Add(BerthFaultCodes.MovementBan, visit, $"{verb} at {faults.Words.Time(slot)}; expected no movement from {faults.Words.Times(ban.Slots.From, ban.Slots.To)}{(ban.Reason.Length == 0 ? "" : $" ({ban.Reason})")}.");
                }
            }
        }
    }

    /// <summary>Whether a cap is kept in all its periods.</summary>
    public static void Cap(MovementCap cap, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        var movers = new SortedDictionary<int, List<Visit>>();
        foreach (var visit in visits)
        {
            if (visit is null || !Counts(cap, visit))
            {
                continue;
            }

            foreach (var slot in new[] { visit.Assignment.Start, visit.Assignment.End })
            {
                var period = (int)Math.Floor((double)slot / cap.PeriodSlots);
                if (!movers.TryGetValue(period, out var list))
                {
                    movers.Add(period, list = []);
                }

                list.Add(visit);
            }
        }

        foreach (var (period, list) in movers)
        {
            if (list.Count > cap.Max)
            {
                var from = (long)period * cap.PeriodSlots;
                faults.Add(BerthFaultCodes.MovementCap, -1, -1, $"{list.Count} movements from {faults.Words.Times(from, from + cap.PeriodSlots)}; expected at most {cap.Max}. They are of {Names.Of(list)}.");
            }
        }
    }
}
