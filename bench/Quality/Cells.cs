using System.Globalization;

namespace BerthOpt.Bench.Quality;

/// <summary>How numbers and rows are written in tables, CSV and Markdown alike.</summary>
internal static class Cells
{
    public static string? Show(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    public static string? Percent(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture);

    public static string? Seconds(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>100 (best - bound) / |best|; 0 when both are equal, null when one is missing or only the best is 0.</summary>
    public static decimal? GapPercent(decimal? best, decimal? bound) =>
        best is { } cost && bound is { } least ? cost == least ? 0 : cost == 0 ? null : 100 * (cost - least) / Math.Abs(cost) : null;

    public static string Markdown(IEnumerable<string?> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell?.Replace("|", "\\|", StringComparison.Ordinal) ?? ""))} |";
}
