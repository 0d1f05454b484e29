namespace BerthOpt.Berths.Checking;

/// <summary>Intervals as disjoint ones.</summary>
internal static class Union
{
    /// <summary>The same slots as ascending, disjoint intervals that do not touch.</summary>
    public static List<Interval> Of(IEnumerable<Interval> intervals)
    {
        var union = new List<Interval>();
        foreach (var next in intervals.OrderBy(interval => interval.From))
        {
            if (union.Count > 0 && next.From <= union[^1].To)
            {
                union[^1] = new Interval(union[^1].From, Math.Max(union[^1].To, next.To));
            }
            else
            {
                union.Add(next);
            }
        }

        return union;
    }
}
