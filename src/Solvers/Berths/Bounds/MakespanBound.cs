namespace BerthOpt.Berths;

/// <summary>
/// A bound on the last end of all calls. After any time r, the calls that arrive at r or later need their hull lengths times their
/// handling times of quay; that area over the quay's length is time that must still pass. The same holds when lengths are replaced by
/// a dual feasible function of them, which counts what cannot lie side by side (Fekete and Schepers 2001).
/// </summary>
internal static class MakespanBound
{
    /// <summary>No plan ends before this slot; 0 when no call is mandatory.</summary>
    public static long Of(BerthModel model)
    {
        var calls = model.Calls.Where(call => !call.Optional && call.Zones.Length > 0).ToArray();
        long bound = calls.Select(call => (long)call.Earliest + Least(call)).DefaultIfEmpty(0).Max();
        var length = model.Quays.Sum(quay => quay.Cells);
        foreach (var release in calls.Select(call => call.Earliest).Distinct())
        {
            var late = calls.Where(call => call.Earliest >= release).Select(call => (Width: (long)call.Zones.Min(zone => zone.Width), Slots: Least(call))).ToArray();
            bound = Math.Max(bound, release + CeilingOf(late.Sum(call => call.Width * call.Slots), length));
            if (model.Quays.Length > 1)
            {
                continue;
            }

            foreach (var small in late.Select(call => call.Width).Where(width => width <= length / 2).Distinct())
            {
                // Wider than what is left beside the small one: counts whole; narrower than it: counts nothing.
                var area = late.Sum(call => call.Slots * (call.Width > length - small ? length : call.Width < small ? 0 : call.Width));
                bound = Math.Max(bound, release + CeilingOf(area, length));
            }

            for (var parts = 1; parts <= 6; parts++)
            {
                // Rounded to multiples of 1 / (parts + 1): at most so many of these lie side by side.
                var area = late.Sum(call => call.Slots * ((call.Width * (parts + 1)) % length == 0 ? call.Width * parts : call.Width * (parts + 1) / length * length));
                bound = Math.Max(bound, release + CeilingOf(area, (long)length * parts));
            }
        }

        return bound;
    }

    private static long Least(CallModel call) => call.Zones.Min(zone => zone.Options.Min(option => option.MinSlots));

    private static long CeilingOf(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
