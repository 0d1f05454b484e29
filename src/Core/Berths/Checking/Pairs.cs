namespace BerthOpt.Berths.Checking;

/// <summary>Finds the calls that are there at the same time.</summary>
internal static class Pairs
{
    /// <summary>Shows every pair in which the later starter (of equal ones, the later in the problem) starts before the other one ends.</summary>
    public static void Meeting(IEnumerable<Visit> visits, Func<Visit, long> end, Action<Visit, Visit> show)
    {
        var there = new List<Visit>();
        foreach (var next in visits.OrderBy(visit => visit.Start).ThenBy(visit => visit.Index))
        {
            there.RemoveAll(visit => end(visit) <= next.Start);
            foreach (var visit in there)
            {
                show(visit, next);
            }

            there.Add(next);
        }
    }

    /// <summary>The same for calls that also share a cell of the quay (a berth, or a piece of wall); shows a pair once, at the first cell that it shares.</summary>
    public static void MeetingInCells(IEnumerable<Visit> visits, Func<Visit, long> end, Func<Visit, (long First, long Last)> cells, Action<Visit, Visit> show)
    {
        var inCell = new SortedDictionary<long, List<Visit>>();
        foreach (var visit in visits)
        {
            var (first, last) = cells(visit);
            for (var cell = first; cell <= last; cell++)
            {
                if (!inCell.TryGetValue(cell, out var list))
                {
                    inCell.Add(cell, list = []);
                }

                list.Add(visit);
            }
        }

        foreach (var (cell, list) in inCell)
        {
            Meeting(list, end, (one, two) =>
            {
                if (cell == Math.Max(cells(one).First, cells(two).First))
                {
                    show(one, two);
                }
            });
        }
    }
}
