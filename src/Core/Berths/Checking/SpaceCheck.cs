namespace BerthOpt.Berths.Checking;

/// <summary>Whether calls keep clear of each other and of closures. Quay by quay, a sweep over the starts meets only calls that are there at once.</summary>
internal static class SpaceCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog faults)
    {
        foreach (var quay in visits.OfType<Visit>().Where(visit => visit.Sections is not null).GroupBy(visit => visit.Assignment.Quay).OrderBy(group => group.Key))
        {
            if (problem.Quays[quay.Key].Layout == QuayLayout.Continuous)
            {
                Pairs.Meeting(quay, visit => visit.Start, visit => visit.End + problem.Clearances.Slots, (left, right) => Hulls(problem, left, right, faults));
            }
            else
            {
                SharedBerths(problem, quay, faults);
            }

            foreach (var closure in problem.Closures.Where(closure => closure.Quay == quay.Key))
            {
                Closed(closure, quay, faults);
            }
        }
    }

    private static void Hulls(BerthProblem problem, Visit one, Visit two, FaultLog faults)
    {
        var room = problem.Clearances.HullSections;
        var pause = problem.Clearances.Slots;
        var (a, b) = (one.Sections!.Value, two.Sections!.Value);
        if (a.From < b.To && b.From < a.To && Touch(one, two, 0))
        {
            faults.Add(BerthFaultCodes.Overlap, one.Index, two.Index, () => $"{Where(one)} overlaps {Where(two)} at quay \"{one.Quay!.Id}\".");
        }
        else if (a.From < b.To + room && b.From < a.To + room && Touch(one, two, pause))
        {
            faults.Add(BerthFaultCodes.Clearance, one.Index, two.Index, () => $"{Where(one)} is too near {Where(two)} at quay \"{one.Quay!.Id}\"; expected {room} sections or {pause} slots between them.");
        }
    }

    private static void SharedBerths(BerthProblem problem, IEnumerable<Visit> visits, FaultLog faults)
    {
        var byBerth = new SortedDictionary<int, List<Visit>>();
        foreach (var visit in visits)
        {
            for (var berth = visit.FirstBerth; berth < visit.FirstBerth + visit.BerthCount; berth++)
            {
                if (!byBerth.TryGetValue(berth, out var list))
                {
                    byBerth.Add(berth, list = []);
                }

                list.Add(visit);
            }
        }

        var pause = problem.Clearances.Slots;
        foreach (var (berth, list) in byBerth)
        {
            Pairs.Meeting(list, visit => visit.Start, visit => visit.End + pause, (one, two) =>
            {
                if (berth != Math.Max(one.FirstBerth, two.FirstBerth))
                {
                    return; // told at the first berth that they share
                }

                var id = one.Quay!.Berths[berth].Id;
                if (Touch(one, two, 0))
                {
                    faults.Add(BerthFaultCodes.Overlap, one.Index, two.Index, () => $"{Where(one)} overlaps {Where(two)} at berth \"{id}\".");
                }
                else if (Touch(one, two, pause))
                {
                    faults.Add(BerthFaultCodes.Clearance, one.Index, two.Index, () => $"{Where(one)} is too near {Where(two)} at berth \"{id}\"; expected {pause} slots between them.");
                }
            });
        }
    }

    private static void Closed(Closure closure, IEnumerable<Visit> visits, FaultLog faults)
    {
        foreach (var visit in visits)
        {
            var (from, to) = visit.Sections!.Value;
            if (from < closure.Sections.To && closure.Sections.From < to && visit.Start < closure.Slots.To && closure.Slots.From < visit.End)
            {
                faults.Add(BerthFaultCodes.Closed, visit, $"lies at sections [{from}, {to}) in the slots [{visit.Start}, {visit.End}) at quay \"{visit.Quay!.Id}\"; expected no call at sections [{closure.Sections.From}, {closure.Sections.To}) in the slots [{closure.Slots.From}, {closure.Slots.To}){(closure.Reason.Length == 0 ? "" : $" ({closure.Reason})")}.");
            }
        }
    }

    private static bool Touch(Visit one, Visit two, long pause) => one.Start < two.End + pause && two.Start < one.End + pause;

    private static string Where(Visit visit) =>
        $"{visit.Name} (sections [{visit.Sections!.Value.From}, {visit.Sections!.Value.To}), slots [{visit.Start}, {visit.End}))";
}
