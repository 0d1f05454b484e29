using BerthOpt.Drawing;

namespace BerthOpt.Empties.Drawing;

/// <summary>The picture's table of contents: what is drawn, from top to bottom.</summary>
internal static class Picture
{
    private const double Margin = 16;
    private const double Names = 116;
    private const double AxisHeight = 30;
    private const double Gap = 28;

    public static string Draw(EmptiesProblem problem, EmptiesPlan plan, EmptiesSvgOptions options)
    {
        var scene = new Scene(problem, plan, options);
        var bars = scene.Flows.Count > 0 ? Gap + FlowBars.Width : 0;
        var width = Margin + Names + options.TimePixels + bars + Margin;
        var header = new Header(width - (2 * Margin), options.Title ?? (problem.Name.Length > 0 ? problem.Name : "Empties"), Header.Result(scene.Check.Cost.Total, options.LowerBound, cost => Words.Number(cost)), Header.Breaks(scene.Check.Faults.Length + scene.Check.FaultsNotListed, scene.Check.IsValid ? "" : scene.Check.Faults[0].Message), Tiles(scene.Kpis));
        var legend = Legends(scene, width - (2 * Margin));
        var top = Margin + header.Height + AxisHeight;
        var strips = scene.Locations.Count * StockStrip.Height;
        var height = top + Math.Max(strips, scene.Flows.Count * FlowBars.RowHeight) + Margin + legend.Height + Margin;

        using var canvas = new SvgCanvas();
        canvas.Begin("svg", ("class", "berthopt"), ("viewBox", FormattableString.Invariant($"0 0 {width:0.##} {height:0.##}")), ("width", width), ("height", height), ("role", "img"));
        canvas.Tooltip(header.Title);
        EmptiesStyle.Write(canvas);
        canvas.Rect(new Box(0, 0, width, height), "page");
        header.Draw(canvas, (Margin, Margin));
        var time = new Box(Margin + Names, top, options.TimePixels, strips);
        Axis(canvas, scene, time);
        foreach (var (row, location) in scene.Locations.Index())
        {
            StockStrip.Draw(canvas, scene, location, new Box(time.X, top + (row * StockStrip.Height), time.Width, StockStrip.Height));
        }

        FlowBars.Draw(canvas, scene, (time.Right + Gap, top));
        legend.Draw(canvas, (Margin, height - Margin - legend.Height));
        canvas.End();
        return canvas.ToString();
    }

    private static void Axis(SvgCanvas canvas, Scene scene, Box time)
    {
        var pixels = time.Width / scene.Problem.Periods;
        canvas.Group("time");
        foreach (var (slot, isDay) in TimeAxis.Ticks(scene.Clock, new Interval(0, scene.Problem.Periods), pixels, 60))
        {
            var x = time.X + (slot * pixels);
            canvas.Line((x, time.Y - 4), (x, time.Bottom), "grid");
            canvas.Text((x, time.Y - 9), TimeAxis.Label(scene.Clock, slot, isDay), 10, "soft", Anchor.Middle);
        }

        canvas.End();
    }

    private static List<(string Value, string Name)> Tiles(EmptiesKpis kpis) =>
    [
        (Words.Percent(kpis.Fulfilment), "of demand given"),
        (Words.Number(kpis.Asked - kpis.Given), "containers not given"),
        (Words.Number(kpis.Modes.Sum(mode => mode.Moves)), "moves"),
        (Words.Percent(kpis.LegUse), "of leg room used"),
        (Words.Number(kpis.IdleDays), "idle days"),
        (Words.Number(kpis.LeasedDays), "leased days"),
        (Words.Number(kpis.Co2Kilograms / 1000), "t CO2"),
    ];

    private static Legend Legends(Scene scene, double width)
    {
        var legend = new Legend(width);
        foreach (var (index, type) in scene.Problem.Types.Index())
        {
            legend.Add(true, $"{type.Id} in stock", (canvas, box) => canvas.Rect(box, $"fill{index % EmptiesStyle.Colours}"));
        }

        legend.Add(scene.Kpis.Given < scene.Kpis.Asked, "not given", (canvas, box) => canvas.Rect(box, "lost"));
        foreach (var mode in scene.Flows.Select(flow => flow.Mode).Distinct().Order())
        {
            legend.Add(true, $"by {mode}", (canvas, box) => canvas.Rect(box, $"fill{(int)mode % EmptiesStyle.Colours}"));
        }

        return legend;
    }
}
