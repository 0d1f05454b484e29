using BerthOpt.Berths;

namespace BerthOpt.Bench.Peers;

/// <summary>A call at a place, from a slot on: one column of the time-indexed model.</summary>
/// <param name="Call">Index of the call.</param>
/// <param name="Cell">First section, or first berth.</param>
/// <param name="Width">Sections or berths that it fills.</param>
/// <param name="Cranes">Number of cranes.</param>
/// <param name="Start">Slot of berthing.</param>
/// <param name="WorkEnd">End of handling.</param>
/// <param name="End">Slot of departure, the first one permitted.</param>
internal readonly record struct Placement(int Call, int Cell, int Width, int Cranes, int Start, int WorkEnd, int End)
{
    /// <summary>Number of columns and of entries of the model, at most; counted before anything is built.</summary>
    public static (long Columns, long Entries) Count(BerthProblem problem)
    {
        var (columns, entries) = (0L, 0L);
        for (var index = 0; index < problem.Calls.Length; index++)
        {
            var call = problem.Calls[index];
            foreach (var (cell, width) in Fitting.Places(problem.Quays[0], call))
            {
                foreach (var (cranes, slots) in Fitting.Works(problem, call, Row(problem, cell)))
                {
                    var starts = (long)Math.Max(0, Math.Min(problem.Horizon, call.Deadline) - slots - call.Arrival + 1);
                    columns += starts;
                    entries += starts * (2 + (2 * width) + (cranes > 0 ? 2 : 0));
                }
            }
        }

        return (columns, entries);
    }

    /// <summary>All placements of a call that break no rule alone.</summary>
    public static IEnumerable<Placement> Of(BerthProblem problem, int index)
    {
        var (quay, call) = (problem.Quays[0], problem.Calls[index]);
        foreach (var (cell, width) in Fitting.Places(quay, call))
        {
            var filled = quay.Berths.IsEmpty ? [] : quay.Berths.AsSpan(cell, width).ToArray();
            var open = filled.Select(berth => berth.Open).Append(Math.Max(quay.Open, call.Arrival)).Max();
            var close = filled.Select(berth => berth.Close).Append(Math.Min(quay.Close, Math.Min(call.Deadline, problem.Horizon))).Min();
            var closures = problem.Closures.Where(closure => closure.Sections.From < Fitting.To(quay, cell + width - 1) && Fitting.From(quay, cell) < closure.Sections.To).ToArray();
            foreach (var (cranes, slots) in Fitting.Works(problem, call, Row(problem, cell)))
            {
                for (var start = open; start <= Math.Min(close - slots, call.LatestStart); start++)
                {
                    var end = FirstInside(call.DepartureWindows, start + slots);
                    var placement = new Placement(index, cell, width, cranes, start, start + slots, end);
                    if (end <= close && FirstInside(call.ArrivalWindows, start) == start && !closures.Any(closure => start < closure.Slots.To && closure.Slots.From < end) && placement.Keeps(problem))
                    {
                        yield return placement;
                    }
                }
            }
        }
    }

    /// <summary>What the placement costs, makespan aside.</summary>
    public long Cost(BerthProblem problem)
    {
        var (call, weights) = (problem.Calls[Call], problem.Objective);
        var (rates, priority) = (call.Rates, (long)call.Priority);
        var position = Fitting.From(problem.Quays[0], Cell);
        var cost = (weights.Waiting * priority * rates.Waiting * (Start - call.Arrival)) + (weights.Stay * priority * rates.Stay * (End - Start))
            + (weights.Lateness * priority * rates.Lateness * Math.Max(0, End - (long)call.Due)) + ((long)weights.CraneSlots * rates.CraneSlot * Cranes * (WorkEnd - Start))
            + ((long)weights.Deviation * rates.Deviation * (call.PreferredPosition is { } wish ? Math.Abs(position - wish) : 0));
        return problem.Baseline?.Entries[Call] is not { } planned ? cost : cost + (weights.Change * (
            ((long)planned.StartRate * Math.Abs(Start - planned.Start)) + ((long)planned.SectionRate * Math.Abs(position - planned.Position))
            + (position == planned.Position ? 0 : planned.MoveCost) + (planned.Cranes > 0 ? (long)planned.CraneRate * Math.Abs(Cranes - planned.Cranes) : 0)));
    }

    /// <summary>Whether it keeps what the baseline has frozen.</summary>
    private bool Keeps(BerthProblem problem) => problem.Baseline?.Entries[Call] is not { Frozen: true } planned
        || (Start == planned.Start && Fitting.From(problem.Quays[0], Cell) == planned.Position && (planned.Cranes == 0 || Cranes == planned.Cranes));

    private static int Row(BerthProblem problem, int cell) => problem.Quays[0].Layout == QuayLayout.Continuous ? -1 : cell;

    /// <summary>The first slot from one on that windows allow; never, when there is none.</summary>
    private static int FirstInside(TideWindows? windows, int slot)
    {
        foreach (var window in windows?.Windows ?? [])
        {
            if (slot < window.To)
            {
                return Math.Max(slot, window.From);
            }
        }

        return windows is null ? slot : int.MaxValue;
    }
}
