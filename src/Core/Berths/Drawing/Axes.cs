using System.Globalization;
using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>The quays' names, metres and berths along one side, hours and days along the other.</summary>
internal static class Axes
{
    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame)
    {
        canvas.Group("axes");
        for (var quay = 0; quay < scene.Problem.Quays.Length; quay++)
        {
            Quay(canvas, scene, frame, quay);
        }

        foreach (var (slot, isDay) in Ticks(scene, frame))
        {
            TimeLabel(canvas, scene, frame, slot, isDay);
        }

        canvas.End();
    }

    /// <summary>The slots with a line across the quays, and whether a day starts there.</summary>
    public static IEnumerable<(double Slot, bool IsDay)> Ticks(Scene scene, Frame frame) => TimeAxis.Ticks(scene.Clock, scene.Slots, frame.SlotPixels, frame.TimeAcross ? 46 : 22);

    private static void TimeLabel(SvgCanvas canvas, Scene scene, Frame frame, double slot, bool isDay)
    {
        var words = TimeAxis.Label(scene.Clock, slot, isDay);
        var style = isDay ? "strong" : "soft";
        if (frame.TimeAcross)
        {
            var (x, y) = frame.Point(0, frame.V(slot));
            canvas.Line((x, y - 5), (x, y), "tick");
            var overhang = x + (Words.Width(words, 10.5, isDay) / 2) - frame.Point(0, frame.TimeLength).X;
            canvas.Text((x - Math.Max(0, overhang - 12), y - 9), words, 10.5, style, Anchor.Middle);
        }
        else
        {
            var (x, y) = frame.Point(0, frame.V(slot));
            canvas.Line((x - 5, y), (x, y), "tick");
            canvas.Text((x - 8, y + 3.5), words, 10.5, style, Anchor.End);
        }
    }

    private static void Quay(SvgCanvas canvas, Scene scene, Frame frame, int index)
    {
        var quay = scene.Problem.Quays[index];
        var (from, to) = (frame.U(index, 0), frame.U(index, quay.Length));
        var cranes = scene.Problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(index));
        var facts = $"{Words.Number(scene.Metres(quay.Length), 1)} m" + (cranes is null ? "" : $" · {cranes.Count}{(cranes.Quays.Length > 1 ? " shared" : "")} {(cranes.Count == 1 ? "crane" : "cranes")}");
        var name = Words.Fit(quay.Id, to - from, 13, bold: true);
        var left = to - from - Words.Width(name, 13, bold: true) - 8;
        Along(canvas, frame, from, -38, name, 13, "strong", Anchor.Start);
        Along(canvas, frame, from + Words.Width(name, 13, bold: true) + 8, -38, Words.Fit(facts, left, 10.5), 10.5, "soft", Anchor.Start);

        canvas.Rect(frame.Box(from, to, -8, -4), "quay");
        foreach (var depth in quay.Depths)
        {
            canvas.Group("depth");
            canvas.Tooltip($"{quay.Id}: {Words.Number(depth.Centimetres / 100.0, 2)} m deep from {Words.Number(scene.Metres(depth.From), 1)} m to {Words.Number(scene.Metres(depth.To), 1)} m");
            canvas.Rect(frame.Box(frame.U(index, depth.From), frame.U(index, depth.To), -4, -1), "deep");
            canvas.End();
        }

        if (quay.Layout == QuayLayout.Continuous)
        {
            MetreTicks(canvas, scene, frame, index);
            return;
        }

        foreach (var berth in quay.Berths)
        {
            var (start, end) = (frame.U(index, berth.Start), frame.U(index, (double)berth.Start + berth.Length));
            Along(canvas, frame, (start + end) / 2, -14, Words.Fit(berth.Id, end - start - 2, 10.5), 10.5, "soft", Anchor.Middle);
        }
    }

    private static void MetreTicks(SvgCanvas canvas, Scene scene, Frame frame, int index)
    {
        var length = scene.Metres(scene.Problem.Quays[index].Length);
        var perMetre = frame.SectionPixels / (double)scene.Problem.Grid.MetresPerSection;
        var step = TimeAxis.Step(46 / perMetre);
        for (var metres = 0.0; metres <= length; metres += step)
        {
            var u = frame.U(index, metres / (double)scene.Problem.Grid.MetresPerSection);
            canvas.Line(frame.Point(u, -12), frame.Point(u, -8), "tick");
            Along(canvas, frame, u, -15, metres.ToString("#,0.##", CultureInfo.InvariantCulture), 10, "soft", metres > length - (step / 2) ? Anchor.End : metres == 0 ? Anchor.Start : Anchor.Middle);
        }
    }

    // Text that runs along the quay: across, or upward where the quay runs down.
    private static void Along(SvgCanvas canvas, Frame frame, double u, double v, string words, double size, string style, Anchor anchor) =>
        canvas.Text(frame.Point(u, v), words, size, style, frame.TimeAcross ? (Anchor)(2 - (int)anchor) : anchor, upward: frame.TimeAcross);
}
