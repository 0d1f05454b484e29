namespace BerthOpt.Drawing;

/// <summary>Above a picture: the name, the cost and what is proven of it, broken rules, and the plan's figures.</summary>
/// <param name="width">Room from left to right, in pixels.</param>
/// <param name="title">The name.</param>
/// <param name="result">The cost, and what is proven of it (<see cref="Result"/>).</param>
/// <param name="faults">How many rules are broken, and how the first one is; null for none.</param>
/// <param name="tiles">Figures of the plan.</param>
internal sealed class Header(double width, string title, string result, string? faults, IReadOnlyList<(string Value, string Name)> tiles)
{
    private const double TileHeight = 38;
    private const double TileWidth = 118;

    public string Title => title;

    public double Height => 44 + (faults is null ? 0 : 18) + (Rows * TileHeight);

    private int PerRow => Math.Max(1, (int)(width / TileWidth));

    private int Rows => (tiles.Count + PerRow - 1) / PerRow;

    /// <summary>The cost, the lower bound where one is known, and the gap between both.</summary>
    public static string Result(long cost, long? lowerBound, Func<long, string> show)
    {
        if (lowerBound is not { } bound)
        {
            return $"cost {show(cost)}";
        }

        var gap = cost == bound ? "optimal" : cost > bound && cost > 0 ? $"gap {Words.Percent((cost - bound) / (double)cost)}" : "";
        return $"cost {show(cost)} · lower bound {show(bound)}{(gap.Length > 0 ? $" · {gap}" : "")}";
    }

    /// <summary>What is said of broken rules; null for none.</summary>
    public static string? Breaks(long count, string first) => count == 0 ? null : $"Breaks {count} {(count == 1 ? "rule" : "rules")}: {Words.Clean(first)}";

    public void Draw(SvgCanvas canvas, (double X, double Y) at)
    {
        canvas.Group("header");
        canvas.Text((at.X, at.Y + 17), Words.Fit(title, width, 18, bold: true), 18, "strong");
        canvas.Text((at.X, at.Y + 37), Words.Fit(result, width, 12.5), 12.5, "name");
        var y = at.Y + 44;
        if (faults is not null)
        {
            canvas.Text((at.X, y + 13), Words.Fit(faults, width, 12, bold: true), 12, "bad");
            y += 18;
        }

        for (var index = 0; index < tiles.Count; index++)
        {
            var x = at.X + (index % PerRow * TileWidth);
            var top = y + (index / PerRow * TileHeight);
            canvas.Text((x, top + 19), tiles[index].Value, 14, "strong");
            canvas.Text((x, top + 31), tiles[index].Name, 9.5, "soft");
        }

        canvas.End();
    }
}
