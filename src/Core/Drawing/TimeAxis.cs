namespace BerthOpt.Drawing;

/// <summary>Where the lines of a time axis lie, and what stands at them.</summary>
internal static class TimeAxis
{
    private static readonly double[] MinuteSteps =
        [1 / 60.0, 2 / 60.0, 5 / 60.0, 10 / 60.0, 15 / 60.0, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080];

    /// <summary>The slots with a line, at least so many pixels apart, and whether a day starts there.</summary>
    public static IEnumerable<(double Slot, bool IsDay)> Ticks(Clock clock, Interval slots, double slotPixels, double least)
    {
        var perMinute = slotPixels / clock.MinutesPerSlot;
        var finest = clock.HasCalendar ? Math.Max(1, clock.MinutesPerSlot) : clock.MinutesPerSlot;
        var step = MinuteSteps.FirstOrDefault(minutes => minutes * perMinute >= least && minutes >= finest);
        for (step = step == 0 ? MinuteSteps[^1] : step; step * perMinute < least;)
        {
            step *= 2;
        }

        var origin = clock.OriginMinutes;
        var first = Math.Ceiling((origin + (slots.From * clock.MinutesPerSlot)) / step);
        for (var count = 0; ; count++)
        {
            var minutes = (first + count) * step;
            var slot = (minutes - origin) / clock.MinutesPerSlot;
            if (slot > slots.To)
            {
                yield break;
            }

            yield return (slot, minutes % 1440 == 0);
        }
    }

    /// <summary>The day where one starts, the time of day or since slot 0 elsewhere.</summary>
    public static string Label(Clock clock, double slot, bool isDay) => isDay && clock.HasCalendar ? clock.Instant(slot)[..^6] : clock.Tick(slot);

    /// <summary>The next of 1, 2, 5, 10, 20, 50 ...</summary>
    public static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * (least <= power ? 1 : least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10);
    }
}
