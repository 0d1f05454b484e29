using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>Beside all quays: how many of the calls that need the tide could move at each time. It rises and falls with the water.</summary>
internal sealed class TideStrip
{
    /// <summary>Width with its gap.</summary>
    public const double Room = 60;

    private const double Gap = 16;

    private readonly Scene scene;
    private readonly List<TideWindows> bound;

    private TideStrip(Scene scene, List<TideWindows> bound)
    {
        this.scene = scene;
        this.bound = bound;
    }

    /// <summary>Null when no call has windows, or strips are not wanted.</summary>
    public static TideStrip? Of(Scene scene)
    {
        var bound = scene.Problem.Calls.SelectMany(call => new[] { call.ArrivalWindows, call.DepartureWindows }).OfType<TideWindows>().ToList();
        return bound.Count > 0 && scene.Options.Strips ? new TideStrip(scene, bound) : null;
    }

    public void Draw(SvgCanvas canvas, Frame frame)
    {
        var at = frame.QuaysLength + Gap;
        var width = Room - Gap;
        canvas.Group("windows");
        canvas.Tooltip($"Tide: of {bound.Count} berthings and unberthings with windows, how many could happen at each time");
        canvas.Rect(frame.Box(at, at + width, 0, frame.TimeLength), "water");
        var open = bound.SelectMany(windows => windows.Windows.Select(window => ((long)window.From, (long)window.To, 1L)));
        var curve = Steps.Of(open, scene.Slots).SelectMany(step =>
        {
            var u = frame.Strip(at, width, step.Level / (double)bound.Count);
            return new[] { (u, step.From), (u, step.To) };
        });
        canvas.Path([frame.Point(frame.Strip(at, width, 0), 0), .. curve.Select(point => frame.Point(point.u, frame.V(point.Item2))), frame.Point(frame.Strip(at, width, 0), frame.TimeLength)], "tide", closed: true);
        canvas.Text(frame.Point(at + (width / 2), frame.TimeAcross ? -10 : -15), "tide", 9, "soft", Anchor.Middle, upward: frame.TimeAcross);
        canvas.End();
    }
}
