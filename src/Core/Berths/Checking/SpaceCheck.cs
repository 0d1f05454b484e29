using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether calls keep clear of each other and of closures. Quay by quay, a sweep over the starts meets only calls that are near in space and time.</summary>
internal static class SpaceCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        var placed = visits.OfType<Visit>().Where(visit => visit.Sections is not null);
        foreach (var quay in placed.GroupBy(visit => visit.Assignment.Quay).OrderBy(group => group.Key))
        {
            List<Visit> here = [.. quay];
            if (problem.Quays[quay.Key].Layout == QuayLayout.Continuous)
            {
                Hulls(problem.Clearances, here, faults);
            }
            else
            {
                Berths(problem.Clearances, here, faults);
            }

            foreach (var closure in problem.Closures.Where(closure => closure.Quay == quay.Key))
            {
                Closed(closure, here, faults);
            }
        }
    }

    private static void Hulls(Clearances clearances, List<Visit> visits, FaultLog<PlanFault> faults)
    {
        var (room, pause) = (clearances.HullSections, clearances.Slots);
        var piece = (visits.Sum(visit => (long)visit.Call.Length) / visits.Count) + room + 1; // about a hull: each lies in 2 or 3 pieces of wall
        Pairs.MeetingInCells(visits, visit => visit.End + pause, Pieces, (one, two) =>
        {
            var (a, b) = (one.Sections!.Value, two.Sections!.Value);
            if (a.From < b.To && b.From < a.To && Touch(one, two, 0))
            {
                Overlap(one, two, "quay", one.Quay!.Id, faults);
            }
            else if (a.From < b.To + room && b.From < a.To + room && Touch(one, two, pause))
            {
                TooNear(one, two, "quay", one.Quay!.Id, room, pause, faults);
            }
        });

        (long First, long Last) Pieces(Visit visit)
        {
            var (from, to) = visit.Sections!.Value;
            return (Floor(from, piece), Floor(to + room - 1, piece));
        }
    }

    private static void Berths(Clearances clearances, List<Visit> visits, FaultLog<PlanFault> faults)
    {
        var pause = clearances.Slots;
        Pairs.MeetingInCells(visits, visit => visit.End + pause, visit => (visit.FirstBerth, visit.FirstBerth + visit.BerthCount - 1), (one, two) =>
        {
            var shared = one.Quay!.Berths[Math.Max(one.FirstBerth, two.FirstBerth)];
            if (Touch(one, two, 0))
            {
                Overlap(one, two, "berth", shared.Id, faults);
            }
            else if (Touch(one, two, pause))
            {
                TooNear(one, two, "berth", shared.Id, 0, pause, faults);
            }
        });
    }

    private static void Overlap(Visit one, Visit two, string what, string id, FaultLog<PlanFault> faults) =>
        faults.Add(BerthFaultCodes.Overlap, one.Index, two.Index, $"{Where(one, faults.Words)} overlaps {Where(two, faults.Words)} at {what} \"{id}\".");

    private static void TooNear(Visit one, Visit two, string what, string id, long room, long pause, FaultLog<PlanFault> faults) =>
        faults.Add(BerthFaultCodes.Clearance, one.Index, two.Index, $"{Where(one, faults.Words)} is too near {Where(two, faults.Words)} at {what} \"{id}\"; expected {(room > 0 ? faults.Words.Metres(room) : "")}{(room > 0 && pause > 0 ? " or " : "")}{(pause > 0 ? faults.Words.Duration(pause) : "")} between them.");

    private static void Closed(Closure closure, List<Visit> visits, FaultLog<PlanFault> faults)
    {
        foreach (var visit in visits)
        {
            var (from, to) = visit.Sections!.Value;
            if (from < closure.Sections.To && closure.Sections.From < to && visit.Start < closure.Slots.To && closure.Slots.From < visit.End)
            {
                faults.Add(BerthFaultCodes.Closed, visit, $"lies at {faults.Words.Metres(from, to)} from {faults.Words.Times(visit.Start, visit.End)} at quay \"{visit.Quay!.Id}\"; expected no call at {faults.Words.Metres(closure.Sections.From, closure.Sections.To)} from {faults.Words.Times(closure.Slots.From, closure.Slots.To)}{(closure.Reason.Length == 0 ? "" : $" ({closure.Reason})")}.");
            }
        }
    }

    private static bool Touch(Visit one, Visit two, long pause) => one.Start < two.End + pause && two.Start < one.End + pause;

    private static long Floor(long value, long by) => (value - (((value % by) + by) % by)) / by;

    private static string Where(Visit visit, UnitWords words) =>
        $"{visit.Name} ({words.Metres(visit.Sections!.Value.From, visit.Sections!.Value.To)}, {words.Times(visit.Start, visit.End)})";
}
