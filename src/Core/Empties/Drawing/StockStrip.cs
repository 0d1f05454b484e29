using BerthOpt.Drawing;

namespace BerthOpt.Empties.Drawing;

/// <summary>One location: its stocks over time, type upon type, and below the line what could not be given.</summary>
internal static class StockStrip
{
    public const double Height = 64;
    private const double Below = 14;
    private const double LabelSize = 11;

    public static void Draw(SvgCanvas canvas, Scene scene, int location, Box box)
    {
        var problem = scene.Problem;
        canvas.Group("stock", "data-location", location);
        canvas.Tooltip($"{problem.Locations[location].Id}: {string.Join(", ", problem.Types.Select((type, index) => $"{type.Id} at the end {Words.Number(scene.Stock(location, index)[^1])}"))}; not given {Words.Number(scene.Lost(location).Sum())}");
        var stocks = problem.Types.Select((_, type) => scene.Stock(location, type)).ToArray();
        var lost = scene.Lost(location);
        var most = Math.Max(1, Enumerable.Range(0, problem.Periods).Max(period => stocks.Sum(stock => stock[period])));
        var (line, room) = (box.Bottom - Below, box.Height - Below - 6);
        canvas.Rect(new Box(box.X, box.Y + 6, box.Width, room), "water");
        var floor = new double[problem.Periods];
        for (var type = 0; type < stocks.Length; type++)
        {
            var top = stocks[type].Select((level, period) => floor[period] + level).ToArray();
            if (stocks[type].Any(level => level > 0))
            {
                canvas.Path([.. Outline(box, problem.Periods, line, room / most, top), .. Outline(box, problem.Periods, line, room / most, floor).Reverse()], $"fill{type % EmptiesStyle.Colours}", closed: true);
            }

            floor = top;
        }

        var worst = Math.Max(1, lost.Max());
        for (var period = 0; period < lost.Length; period++)
        {
            canvas.Rect(new Box(X(box, problem.Periods, period), line + 1, Math.Max(0.7, box.Width / problem.Periods), (Below - 2) * lost[period] / worst), "lost");
        }

        canvas.Line((box.X, line), (box.Right, line), "tick");
        canvas.Text((box.X - 8, box.Y + 22), Words.Fit(problem.Locations[location].Id, 100, LabelSize), LabelSize, "name", Anchor.End);
        canvas.Text((box.X - 8, box.Y + 37), Words.Number(most), 9.5, "soft", Anchor.End);
        canvas.End();
    }

    private static IEnumerable<(double X, double Y)> Outline(Box box, int periods, double line, double scale, double[] levels)
    {
        for (var period = 0; period < periods; period++)
        {
            yield return (X(box, periods, period), line - (levels[period] * scale));
            yield return (X(box, periods, period + 1), line - (levels[period] * scale));
        }
    }

    private static double X(Box box, int periods, double period) => box.X + (box.Width * period / periods);
}
