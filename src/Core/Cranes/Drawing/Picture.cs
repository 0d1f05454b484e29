using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>The picture's table of contents: what is drawn, from back to front.</summary>
internal static class Picture
{
    private const double Margin = 16;
    private const double TimeAxisWidth = 74;
    private const double RailAxisHeight = 48;

    public static string Draw(CraneProblem problem, CranePlan plan, CraneSvgOptions options)
    {
        var scene = new Scene(problem, plan, options);

        // The header's height depends on the width, and the width not on the header.
        var probe = new Frame(scene, (0, 0));
        var width = Math.Max(640, Margin + TimeAxisWidth + probe.RailLength + (options.Strips ? CraneStrip.Room : 0) + Margin);
        var header = CraneFigures.Header(scene, width - (2 * Margin));
        var top = Margin + header.Height + RailAxisHeight;
        var frame = new Frame(scene, (Margin + TimeAxisWidth, top));
        var travels = new Travels(scene, frame);
        var legend = CraneLegend.Of(scene, travels, width - (2 * Margin));
        var height = top + frame.TimeLength + Margin + legend.Height + Margin;

        using var canvas = new SvgCanvas();
        canvas.Begin("svg", ("class", "berthopt"), ("viewBox", FormattableString.Invariant($"0 0 {width:0.##} {height:0.##}")), ("width", width), ("height", height), ("role", "img"));
        canvas.Tooltip(header.Title);
        CraneStyle.Write(canvas);
        canvas.Rect(new Box(0, 0, width, height), "page");
        header.Draw(canvas, (Margin, Margin));
        new Hulls(scene, frame).Draw(canvas);
        Axes.Draw(canvas, scene, frame);
        travels.Draw(canvas);
        foreach (var stint in scene.Stints.OrderBy(stint => stint.Start).ThenBy(stint => stint.Index))
        {
            TaskBox.Draw(canvas, scene, frame, stint);
        }

        travels.DrawOutages(canvas);

        if (options.Strips)
        {
            CraneStrip.Draw(canvas, scene, frame);
        }

        legend.Draw(canvas, (Margin, top + frame.TimeLength + Margin));
        canvas.End();
        return canvas.ToString();
    }
}
