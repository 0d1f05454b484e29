namespace BerthOpt.Berths.Checking;

/// <summary>How much of quays and cranes a plan uses, of what they offer between its first start and its last end.</summary>
internal static class BerthUse
{
    public static double Occupancy(BerthProblem problem, List<Visit> visits)
    {
        var (from, to) = Span(visits);
        var taken = visits.Sum(visit => (double)Length(visit) * Math.Max(0, visit.End - visit.Start));
        var offered = 0.0;
        foreach (var quay in problem.Quays)
        {
            offered += quay.Layout == QuayLayout.Continuous
                ? (double)quay.Length * Common(from, to, quay.Open, quay.Close)
                : quay.Berths.Sum(berth => (double)berth.Length * Common(from, to, Math.Max(quay.Open, berth.Open), Math.Min(quay.Close, berth.Close)));
        }

        return offered > 0 ? taken / offered : 0;
    }

    public static double CraneUtilisation(BerthProblem problem, List<Visit> visits)
    {
        var (from, to) = Span(visits);
        var served = problem.CranePools.SelectMany(pool => pool.Quays).ToHashSet();
        var used = visits.Where(visit => served.Contains(visit.Assignment.Quay)).Sum(CraneSlots);
        var offered = 0.0;
        foreach (var pool in problem.CranePools)
        {
            offered += (double)pool.Count * (to - from);
            foreach (var crane in pool.Outages.GroupBy(outage => outage.Crane))
            {
                offered -= Union.Of(crane.Select(outage => outage.Slots)).Sum(outage => (double)Common(from, to, outage.From, outage.To));
            }
        }

        return offered > 0 ? used / offered : 0;
    }

    public static double CraneSlots(Visit visit) => visit.CranesInRange ? (double)visit.Assignment.Cranes * (visit.Handling ?? 0) : 0;

    private static long Length(Visit visit)
    {
        if (visit.Quay is not { } quay)
        {
            return 0;
        }

        return quay.Layout == QuayLayout.Continuous
            ? visit.Call.Length
            : Enumerable.Range(Math.Max(0, visit.FirstBerth), visit.BerthCount).Sum(number => (long)quay.Berths[number].Length);
    }

    private static (long From, long To) Span(List<Visit> visits) =>
        visits.Count == 0 ? (0, 0) : (visits.Min(visit => visit.Start), visits.Max(visit => visit.End));

    private static long Common(long from, long to, long open, long close) => Math.Max(0, Math.Min(to, close) - Math.Max(from, open));
}
