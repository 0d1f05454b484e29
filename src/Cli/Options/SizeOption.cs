using System.CommandLine;
using System.Globalization;

namespace BerthOpt.Cli.Options;

/// <summary>The size of a generated problem.</summary>
internal static class SizeOption
{
    /// <summary>An option with a whole number from <paramref name="least"/> to <paramref name="most"/>; null when it is not given.</summary>
    public static Option<int?> Of(string name, string what, int least, int most, int fallback) =>
        TypedOption.Of<int?>(name, $"{what}: {least} to {most}; default {fallback}.", $"{least} to {most}", (string text, out int? value) =>
        {
            var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
            value = number;
            return ok;
        }, null);
}
