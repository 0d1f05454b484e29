using System.Globalization;

namespace BerthOpt.Formats;

/// <summary>Numbers as files say them: a point, no exponent, no needless zeros.</summary>
internal static class Numbers
{
    public static string Show(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Show(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>At least one decimal, as files of fractional hours have it.</summary>
    public static string ShowPointed(decimal value) => value.ToString("0.0###########################", CultureInfo.InvariantCulture);
}
