using BerthOpt.Drawing;

namespace BerthOpt.Empties.Drawing;

/// <summary>The greatest flows between two locations, as bars in the colour of their mode.</summary>
internal static class FlowBars
{
    public const double RowHeight = 17;
    public const double Width = 520;
    private const double Names = 230;
    private const double Size = 10.5;

    public static void Draw(SvgCanvas canvas, Scene scene, (double X, double Y) at)
    {
        var most = Math.Max(1, scene.Flows.Select(flow => flow.Count).DefaultIfEmpty(1).Max());
        canvas.Group("flows");
        foreach (var (row, (from, to, mode, count)) in scene.Flows.Index())
        {
            var y = at.Y + (row * RowHeight);
            var words = $"{scene.Problem.Locations[from].Id} → {scene.Problem.Locations[to].Id}";
            canvas.Group("flow");
            canvas.Tooltip($"{words} by {mode}: {Words.Number(count)} containers");
            canvas.Text((at.X + Names - 8, y + 12), Words.Fit(words, Names - 10, Size), Size, "name", Anchor.End);
            canvas.Rect(new Box(at.X + Names, y + 3, (Width - Names - 60) * count / most, RowHeight - 6), $"fill{(int)mode % EmptiesStyle.Colours}");
            canvas.Text((at.X + Names + ((Width - Names - 60) * count / most) + 6, y + 12), Words.Number(count), Size, "soft");
            canvas.End();
        }

        canvas.End();
    }
}
