using System.Globalization;

namespace BerthOpt.Documents;

/// <summary>
/// Times and places of a grid as messages say them: by the calendar of the port where the problem has one, in hours, minutes and seconds
/// from its start where it has none, and in metres.
/// </summary>
/// <param name="secondsPerSlot">Seconds in one slot.</param>
/// <param name="metresPerSection">Metres in one section.</param>
/// <param name="origin">The instant of slot 0; null for no calendar.</param>
internal sealed class UnitWords(decimal secondsPerSlot, decimal metresPerSection, DateTimeOffset? origin)
{
    /// <summary>What problems have for an end that never comes.</summary>
    private const long Never = int.MaxValue;

    private static readonly decimal _calendarSeconds = DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>An instant: <c>Tue 24 Nov 14:30</c>, or <c>14 h 30 min</c>.</summary>
    public string Time(long slot) => Calendar(slot) is { } at ? Text(at, "ddd d MMM ") + Clock(at) : Duration(slot);

    /// <summary>A stretch of time, the day only once when it is the same: <c>Tue 24 Nov 14:30 to 18:00</c>.</summary>
    public string Times(long from, long to)
    {
        var sameDay = Calendar(from)?.Date is { } day && Calendar(to)?.Date == day;
        return to >= Never ? $"{Time(from)} on" : $"{Time(from)} to {(sameDay ? Clock(Calendar(to)!.Value) : Time(to))}";
    }

    /// <summary>How long: <c>14 h 30 min</c>.</summary>
    public string Duration(long slots)
    {
        var seconds = Math.Round(Math.Abs(slots * secondsPerSlot), 3);
        var parts = new[] { (Math.Floor(seconds / 3600), "h"), (Math.Floor(seconds % 3600 / 60), "min"), (seconds % 60, "s") }.Where(part => part.Item1 > 0);
        return seconds == 0 ? "0 h" : (slots < 0 ? "-" : "") + string.Join(' ', parts.Select(part => $"{Show.Number(part.Item1)} {part.Item2}"));
    }

    /// <summary>A place, or a length: <c>340 m</c>.</summary>
    public string Metres(long sections) => $"{Number(sections)} m";

    /// <summary>A stretch of quay: <c>120 to 460 m</c>.</summary>
    public string Metres(long from, long to) => $"{Number(from)} to {Number(to)} m";

    private string Number(long sections) => Show.Number(Math.Round(sections * metresPerSection, 4));

    private static string Clock(DateTime at) => Text(at, at.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFF");

    private static string Text(DateTime at, string format) => at.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>By the clock of the port; null without a calendar, and where that has no such day.</summary>
    private DateTime? Calendar(long slot)
    {
        var seconds = slot * secondsPerSlot;
        if (Math.Abs(seconds) > _calendarSeconds)
        {
            return null;
        }

        var ticks = Math.Floor(seconds * TimeSpan.TicksPerSecond);
        return origin?.DateTime is { } start && ticks >= -start.Ticks && ticks <= DateTime.MaxValue.Ticks - start.Ticks ? start.AddTicks((long)ticks) : null;
    }
}
