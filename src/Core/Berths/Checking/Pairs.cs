namespace BerthOpt.Berths.Checking;

/// <summary>Finds the calls that are there at the same time.</summary>
internal static class Pairs
{
    /// <summary>Shows every pair in which the later starter (of equal ones, the later in the problem) starts before the other one ends.</summary>
    public static void Meeting(IEnumerable<Visit> visits, Func<Visit, long> start, Func<Visit, long> end, Action<Visit, Visit> show)
    {
        var there = new List<Visit>();
        foreach (var next in visits.OrderBy(start).ThenBy(visit => visit.Index))
        {
            there.RemoveAll(visit => end(visit) <= start(next));
            foreach (var visit in there)
            {
                show(visit, next);
            }

            there.Add(next);
        }
    }
}
