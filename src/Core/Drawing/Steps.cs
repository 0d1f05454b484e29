namespace BerthOpt.Drawing;

/// <summary>A sum over time of amounts that each hold from a slot to a slot.</summary>
internal static class Steps
{
    /// <summary>Runs of equal level that cover <paramref name="shown"/>, in order.</summary>
    public static IEnumerable<(double From, double To, long Level)> Of(IEnumerable<(long From, long To, long Amount)> amounts, Interval shown)
    {
        var changes = new SortedDictionary<long, long>();
        foreach (var (from, to, amount) in amounts)
        {
            var (start, end) = (Math.Clamp(from, shown.From, shown.To), Math.Clamp(to, shown.From, shown.To));
            if (start < end)
            {
                changes[start] = changes.GetValueOrDefault(start) + amount;
                changes[end] = changes.GetValueOrDefault(end) - amount;
            }
        }

        var level = 0L;
        double last = shown.From;
        foreach (var (slot, change) in changes)
        {
            if (slot > last)
            {
                yield return (last, slot, level);
            }

            (last, level) = (slot, level + change);
        }

        if (last < shown.To)
        {
            yield return (last, shown.To, level);
        }
    }
}
