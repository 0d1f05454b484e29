using System.Globalization;

namespace BerthOpt.Berths.Drawing;

/// <summary>Slots as people read them: by the calendar when the grid has an origin, in hours otherwise.</summary>
internal sealed class Clock
{
    private readonly DateTime? origin;

    public Clock(Grid grid, int lastSlot)
    {
        MinutesPerSlot = (double)grid.MinutesPerSlot;

        // A calendar that would run out of years is no calendar.
        origin = grid.Origin is { } start && lastSlot * MinutesPerSlot < (DateTime.MaxValue - start.DateTime).TotalMinutes - 1440 ? start.DateTime : null;
    }

    public double MinutesPerSlot { get; }

    public bool HasCalendar => origin is not null;

    /// <summary>Minutes from a Monday's midnight, or from slot 0, to slot 0.</summary>
    public double OriginMinutes => origin is { } start ? (start - DateTime.MinValue).TotalMinutes : 0;

    public double Hours(double slots) => slots * MinutesPerSlot / 60;

    public string Duration(double slots) => $"{Words.Number(Hours(slots), 1)} h";

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
}
