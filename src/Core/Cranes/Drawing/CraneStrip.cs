using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>Beside the picture: how many cranes are at work, and how many could be.</summary>
internal static class CraneStrip
{
    /// <summary>Width with its gap.</summary>
    public const double Room = 50;

    private const double Gap = 14;

    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame)
    {
        var (left, width, count) = (frame.Origin.X + frame.RailLength + Gap, Room - Gap, scene.Problem.Cranes.Length);
        double Reach(long cranes) => left + (width * Math.Clamp(cranes, 0, count) / count);

        canvas.Group("cranes");
        canvas.Tooltip($"cranes at work of {count}");
        canvas.Rect(new Box(left, frame.Origin.Y, width, frame.TimeLength), "water");
        var busy = Steps.Of(scene.Stints.Select(stint => (stint.Start, stint.Free, 1L)), scene.Slots)
            .SelectMany(step => new[] { (Reach(step.Level), frame.Y(step.From)), (Reach(step.Level), frame.Y(step.To)) });
        canvas.Path([(left, frame.Origin.Y), .. busy, (left, frame.Origin.Y + frame.TimeLength)], "busy", closed: true);
        var able = Steps.Of(scene.Problem.Cranes.SelectMany(crane => crane.Outages).Select(outage => ((long)outage.From, (long)outage.To, -1L)), scene.Slots).ToList();
        foreach (var step in able.Where(step => step.Level < 0))
        {
            var inner = Reach(count + step.Level);
            canvas.Rect(new Box(inner, frame.Y(step.From), left + width - inner, frame.Y(step.To) - frame.Y(step.From)), "shut");
        }

        canvas.Path(able.SelectMany(step => new[] { (Reach(count + step.Level), frame.Y(step.From)), (Reach(count + step.Level), frame.Y(step.To)) }), "limit", closed: false);
        canvas.Text((left + width, frame.Origin.Y - 14), $"{count}", 9.5, "soft", Anchor.Middle);
        canvas.Text((left, frame.Origin.Y - 28), "cranes", 9.5, "soft");
        canvas.End();
    }
}
