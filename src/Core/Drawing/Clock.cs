using System.Globalization;

namespace BerthOpt.Drawing;

/// <summary>What durations are told in.</summary>
internal enum ClockUnit
{
    Hours,
    Minutes,
    Seconds,
}

/// <summary>Slots as people read them: by the calendar when the grid has an origin, in hours otherwise, and in minutes or seconds where all is over sooner.</summary>
internal sealed class Clock
{
    private readonly DateTime? origin;

    private readonly (string Name, double Minutes) unit;

    /// <param name="minutesPerSlot">Minutes in one slot.</param>
    /// <param name="slotZero">The instant of slot 0; null for no calendar.</param>
    /// <param name="lastSlot">The last slot that may be asked for.</param>
    /// <param name="unit">What durations are told in.</param>
    public Clock(double minutesPerSlot, DateTimeOffset? slotZero, int lastSlot, ClockUnit unit = ClockUnit.Hours)
    {
        MinutesPerSlot = minutesPerSlot;
        this.unit = unit switch { ClockUnit.Seconds => ("s", 1.0 / 60), ClockUnit.Minutes => ("min", 1), _ => ("h", 60) };

        // A calendar that would run out of years is no calendar.
        origin = slotZero is { } start && lastSlot * MinutesPerSlot < (DateTime.MaxValue - start.DateTime).TotalMinutes - 1440 ? start.DateTime : null;
    }

    public double MinutesPerSlot { get; }

    public bool HasCalendar => origin is not null;

    /// <summary>Minutes from a Monday's midnight, or from slot 0, to slot 0.</summary>
    public double OriginMinutes => origin is { } start ? (start - DateTime.MinValue).TotalMinutes : 0;

    public string Duration(double slots) => Told(slots, 1);

    /// <summary>What stands at a line of the time axis that is not the start of a day.</summary>
    public string Tick(double slot) => HasCalendar ? Instant(slot)[^5..] : Told(slot, 2);

    public string Instant(double slot)
    {
        var minutes = slot * MinutesPerSlot;
        return origin is { } start && minutes > (DateTime.MinValue - start).TotalMinutes && minutes < (DateTime.MaxValue - start).TotalMinutes - 1
            ? start.AddMinutes(minutes).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)
            : Duration(slot);
    }

    /// <summary>From and to, the day only once when it is the same.</summary>
    public string Span(double from, double to)
    {
        var (first, last) = (Instant(from), Instant(to));
        return HasCalendar && first.Length > 5 && last.Length > 5 && first[..^5] == last[..^5] ? $"{first} – {last[^5..]}" : $"{first} – {last}";
    }

    private string Told(double slots, int decimals) => $"{Words.Number(slots * MinutesPerSlot / unit.Minutes, decimals)} {unit.Name}";
}
