using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>The picture's table of contents: what is drawn, from back to front.</summary>
internal static class Picture
{
    private const double Margin = 16;
    private const double TimeAxisWidth = 74;
    private const double QuayAxisHeight = 58;

    public static string Draw(BerthProblem problem, BerthPlan plan, BerthSvgOptions options)
    {
        var scene = new Scene(problem, plan, options);
        var across = options.TimeAcross;

        // The header's height depends on the width, and the width not on the header.
        var probe = new Frame(problem, options, scene.Slots, (0, 0));
        var tide = TideStrip.Of(scene);
        var beside = (tide is null ? 0 : TideStrip.Room) + (problem.Movements.Bans.IsEmpty ? 0 : across ? 30 : 84);
        var chart = across
            ? (X: probe.TimeLength, Y: probe.QuaysLength + beside)
            : (X: probe.QuaysLength + beside, Y: probe.TimeLength);
        var axis = across ? (X: QuayAxisHeight, Y: 34.0) : (X: TimeAxisWidth, Y: QuayAxisHeight);
        var width = Math.Max(640, Margin + axis.X + chart.X + Margin);
        var header = BerthFigures.Header(scene, width - (2 * Margin));
        var top = Margin + header.Height + axis.Y;
        var frame = new Frame(problem, options, scene.Slots, (Margin + axis.X, top));
        var left = new LeftOut(scene, width - (2 * Margin));
        var legend = BerthLegend.Of(scene, width - (2 * Margin));
        var height = top + chart.Y + Margin + left.Height + legend.Height + Margin;

        using var canvas = new SvgCanvas();
        canvas.Begin("svg", ("class", "berthopt"), ("viewBox", FormattableString.Invariant($"0 0 {width:0.##} {height:0.##}")), ("width", width), ("height", height), ("role", "img"));
        canvas.Tooltip(header.Title);
        BerthStyle.Write(canvas);
        canvas.Rect(new Box(0, 0, width, height), "page");
        header.Draw(canvas, (Margin, Margin));
        var ground = new Ground(scene, frame);
        ground.Draw(canvas);
        Axes.Draw(canvas, scene, frame);
        foreach (var visit in scene.Visits.Where(scene.IsDrawn).OrderBy(visit => visit!.Start).ThenBy(visit => visit!.Index))
        {
            CallBox.Draw(canvas, scene, frame, visit!);
        }

        ground.DrawBaseline(canvas);
        CraneStrips.Draw(canvas, scene, frame);
        tide?.Draw(canvas, frame);
        Weather.Draw(canvas, scene, frame, frame.QuaysLength + (tide is null ? 0 : TideStrip.Room));
        left.Draw(canvas, (Margin, top + chart.Y + Margin));
        legend.Draw(canvas, (Margin, top + chart.Y + Margin + left.Height));
        canvas.End();
        return canvas.ToString();
    }
}
