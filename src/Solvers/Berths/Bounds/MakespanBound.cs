namespace BerthOpt.Berths;

/// <summary>
/// A bound on the last end of all calls. After any time r, the calls that arrive at r or later need their hull lengths times their
/// handling times of quay; that area over the quay's length is time that must still pass. The same holds when lengths are replaced by
/// a dual feasible function of them, which counts what cannot lie side by side (Fekete and Schepers 2001).
/// </summary>
internal static class MakespanBound
{
    private const int MostSmall = 256;

    /// <summary>No plan ends before this slot, or there is none by the horizon, which it never exceeds; 0 when no call is mandatory.</summary>
    public static long Of(BerthModel model)
    {
        var length = model.Quays.Sum(quay => (long)quay.Cells);
        var calls = model.Calls.Where(call => !call.Optional && call.Zones.Length > 0)
            .Select(call => (Release: call.Earliest, Width: (long)call.Zones.Min(zone => zone.Width), Slots: Least(call)))
            .OrderByDescending(call => call.Release)
            .ToArray();
        // Several quays are not one line: a hull that leaves no room for others at one quay leaves it at the next.
        (Func<long, long> Measure, long Whole)[] sizes = [(width => width, length), .. model.Quays.Length > 1 ? [] : DualFeasible(length, calls.Select(call => call.Width))];
        var areas = new long[sizes.Length];
        long bound = 0;
        foreach (var (release, width, slots) in calls)
        {
            // Latest release first: all calls so far come at this time or later.
            bound = Math.Max(bound, release + slots);
            for (var index = 0; index < sizes.Length; index++)
            {
                areas[index] += sizes[index].Measure(width) * slots;
                bound = Math.Max(bound, release + ((areas[index] + sizes[index].Whole - 1) / sizes[index].Whole));
            }
        }

        return Math.Min(bound, model.Horizon);
    }

    /// <summary>Sizes of hulls by their width, and of the whole quay, of which no more than fit the quay side by side add up to the whole.</summary>
    private static IEnumerable<(Func<long, long> Measure, long Whole)> DualFeasible(long length, IEnumerable<long> widths)
    {
        foreach (var small in widths.Where(width => width <= length / 2).Distinct().Order().Take(MostSmall))
        {
            // Wider than what is left beside the small one: counts whole; narrower than it: counts nothing.
            yield return (width => width > length - small ? length : width < small ? 0 : width, length);
        }

        for (var number = 1; number <= 6; number++)
        {
            // Rounded to multiples of 1 / (parts + 1): at most so many of these lie side by side.
            var parts = number;
            yield return (width => width * (parts + 1) % length == 0 ? width * parts : width * (parts + 1) / length * length, length * parts);
        }
    }

    private static long Least(CallModel call) => call.Zones.Min(zone => zone.Options.Min(option => option.MinSlots));
}
