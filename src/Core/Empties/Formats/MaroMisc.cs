using System.Globalization;
using BerthOpt.Formats;

namespace BerthOpt.Empties;

/// <summary>What a folder's misc.yml says: lines of <c>name: value</c>.</summary>
internal sealed class MaroMisc
{
    private const string File = "misc.yml";

    public MaroMisc(string text, FormatFaults faults)
    {
        Ticks = 1;
        var (hasTicks, line) = (false, 0);
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            var colon = row.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var name = row[..colon].Trim();
            var value = row[(colon + 1)..].Trim();
            if (name is "max_tick")
            {
                hasTicks = true;
                Ticks = Number(value, "max_tick", 1, SampleSchedule.MostTicks, line, faults);
            }
            else if (name is "container_volume")
            {
                Number(value, "container_volume", 1, 1, line, faults);
            }
        }

        if (!hasTicks)
        {
            faults.Add("missing", File, "has no max_tick; expected a line such as \"max_tick: 1120\".");
        }
    }

    /// <summary>Ticks that are simulated.</summary>
    public int Ticks { get; }

    private static int Number(ReadOnlySpan<char> value, string name, int min, int max, int line, FormatFaults faults)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        faults.Add("bad-number", $"{File} line {line}", $"has {name} {FormatFaults.Show(value)}; expected {(min == max ? $"{min}, the only volume that is simulated" : $"a whole number from {min} to {max}")}.");
        return min;
    }
}
