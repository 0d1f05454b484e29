using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>The positions along the rail above, hours and days along the side.</summary>
internal static class Axes
{
    private const double Size = 9.5;

    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame)
    {
        canvas.Group("axes");
        foreach (var (slot, isDay) in TimeAxis.Ticks(scene.Clock, scene.Slots, frame.SlotPixels, 22))
        {
            var y = frame.Y(slot);
            canvas.Line((frame.Origin.X - 5, y), (frame.Origin.X, y), "tick");
            canvas.Text((frame.Origin.X - 8, y + 3.5), TimeAxis.Label(scene.Clock, slot, isDay), 10.5, isDay ? "strong" : "soft", Anchor.End);
        }

        canvas.Text((frame.Origin.X - 8, frame.Origin.Y - 14), scene.Problem.Tasks.Any(task => task.Bay > 0) ? "bay" : "position", Size, "soft", Anchor.End);
        Places(canvas, scene, frame);
        canvas.End();
    }

    // One label a position, as far as they do not touch each other.
    private static void Places(SvgCanvas canvas, Scene scene, Frame frame)
    {
        var end = double.NegativeInfinity;
        foreach (var group in scene.Problem.Tasks.GroupBy(task => task.Position).OrderBy(group => group.Key))
        {
            var x = frame.X(group.Key);
            var bay = group.Max(task => task.Bay);
            var words = bay > 0 ? $"{bay:00}" : scene.Place(group.Key);
            var half = Words.Width(words, Size) / 2;
            if (x - half < end + 3)
            {
                continue;
            }

            canvas.Text((x, frame.Origin.Y - 14), words, Size, "soft", Anchor.Middle);
            end = x + half;
        }
    }
}
