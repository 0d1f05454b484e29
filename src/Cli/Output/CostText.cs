using System.Globalization;

namespace BerthOpt.Cli.Output;

/// <summary>Costs in the instance's own units.</summary>
internal static class CostText
{
    /// <summary>A grid cost in the instance's own units, without trailing zeros.</summary>
    public static decimal Of(long cost, int costScale) => (decimal)cost / costScale / 1.0000000000000000000000000000m;

    /// <summary>As <see cref="Of(long, int)"/>; null for null.</summary>
    public static decimal? Of(long? cost, int costScale) => cost is { } value ? Of(value, costScale) : null;

    /// <summary>For people: thousands separated, at most six decimals; a dash for nothing.</summary>
    public static string Show(long? cost, int costScale) => Of(cost, costScale)?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>A gap in percent; a dash for none.</summary>
    public static string Gap(double? gap) => gap is { } value && double.IsFinite(value) ? $"{100 * value:0.##} %" : "-";
}
