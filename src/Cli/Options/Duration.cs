using System.Globalization;

namespace BerthOpt.Cli.Options;

/// <summary>Durations as people write them: <c>500ms</c>, <c>10s</c>, <c>2m</c>, <c>1h</c>; a plain number means seconds.</summary>
internal static class Duration
{
    /// <summary>What a duration looks like, for messages.</summary>
    public const string Expected = "a duration such as 10s, 500ms, 2m or 1h (a plain number means seconds), at most 10000h";

    private static readonly (string Suffix, decimal Seconds)[] _units = [("ms", 0.001m), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var (suffix, seconds) = _units.First(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        if (!decimal.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 10_000 * 3600 / seconds)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(number * seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
