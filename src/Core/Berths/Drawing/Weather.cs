using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>The bounds of each time without movements, over the calls, and its reason beside the quays.</summary>
internal static class Weather
{
    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame, double beside)
    {
        foreach (var ban in scene.Problem.Movements.Bans.Where(ban => ban.Slots.From < scene.Slots.To && ban.Slots.To > scene.Slots.From))
        {
            var (from, to) = (frame.V(ban.Slots.From), frame.V(ban.Slots.To));
            var reason = ban.Reason.Length == 0 ? "no movements" : ban.Reason;
            var hulls = ban.MinLength == 0 ? "all ships" : $"from {Words.Number(scene.Metres(ban.MinLength), 1)} m";
            canvas.Group("weather");
            canvas.Tooltip($"{reason}: no movements, {hulls}\n{scene.Clock.Span(ban.Slots.From, ban.Slots.To)}");
            canvas.Line(frame.Point(0, from), frame.Point(beside + 4, from), "gust");
            canvas.Line(frame.Point(0, to), frame.Point(beside + 4, to), "gust");
            if (frame.TimeAcross)
            {
                canvas.Text(frame.Point(beside + 14, (from + to) / 2), Words.Fit($"{reason}, {hulls}", 200, 10, bold: true), 10, "wind", Anchor.Middle);
            }
            else
            {
                canvas.Text(frame.Point(beside + 8, ((from + to) / 2) - 2), Words.Fit(reason, 84, 10.5, bold: true), 10.5, "wind");
                canvas.Text(frame.Point(beside + 8, ((from + to) / 2) + 10), hulls, 9.5, "soft");
            }

            canvas.End();
        }
    }
}
