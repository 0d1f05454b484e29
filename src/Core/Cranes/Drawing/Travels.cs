using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>The ways of the cranes: from where they start, between their tasks, with what they wait for, and to where they end.</summary>
internal sealed class Travels
{
    private const double Column = 7;

    private readonly Scene scene;
    private readonly Frame frame;
    private readonly List<(Leg Leg, Waiting Wait)> legs = [];

    public Travels(Scene scene, Frame frame)
    {
        this.scene = scene;
        this.frame = frame;
        if (scene.Options.Paths)
        {
            legs.AddRange(new CranePaths(scene, 1.5 / frame.SlotPixels).Legs.Select(leg => (leg, Waiting.Between(scene, leg.From, leg.To))));
        }
    }

    public bool Any(WaitReason reason) => legs.Any(each => each.Wait.Reason == reason);

    public bool AnyLeg => legs.Count > 0;

    /// <summary>Behind the tasks: the lines, and the columns of waits.</summary>
    public void Draw(SvgCanvas canvas)
    {
        canvas.Group("travel");
        foreach (var (leg, wait) in legs)
        {
            canvas.Group(Scene.Colour(leg.Crane));
            if (wait.Reason != WaitReason.None)
            {
                Wait(canvas, leg, wait);
            }

            var points = leg.Points.Select(Point).ToArray();
            canvas.Path(points, "halo-way", closed: false);
            canvas.Path(points, "way", closed: false);
            canvas.End();
        }

        for (var crane = 0; crane < scene.ByCrane.Length && scene.Options.Paths; crane++)
        {
            Ends(canvas, crane);
        }

        canvas.End();
    }

    private (double X, double Y) Point((double Slot, double Position) at) => (frame.X(at.Position), frame.Y(at.Slot));

    private void Wait(SvgCanvas canvas, Leg leg, Waiting wait)
    {
        // From the moment at which it could have been there, along its way.
        canvas.Group(wait.Reason == WaitReason.Interference ? "wait" : "order");
        canvas.Tooltip($"crane {leg.To.Crane!.Id} waits {scene.Clock.Duration(leg.To.Start - wait.From)} for task {wait.For!.Task.Id} of crane {wait.For.Crane!.Id}\n{scene.Clock.Span(wait.From, leg.To.Start)}");
        Ribbon(canvas, Track.Piece(leg.Points, wait.From, leg.To.Start), Column, "idle");
        canvas.End();
    }

    /// <summary>In front of the tasks: when each crane is out, along its track.</summary>
    public void DrawOutages(SvgCanvas canvas)
    {
        for (var crane = 0; crane < scene.ByCrane.Length && scene.Options.Paths; crane++)
        {
            var its = scene.Problem.Cranes[crane];
            var outages = its.Outages.Where(outage => outage.To > scene.Slots.From && outage.From < scene.Slots.To).ToList();
            var track = outages.Count == 0 ? [] : Track.Of(scene, crane, legs.Select(each => each.Leg).Where(leg => leg.Crane == crane));
            foreach (var outage in track.Count == 0 ? [] : outages)
            {
                canvas.Group("out");
                canvas.Tooltip($"crane {its.Id} is out\n{scene.Clock.Span(outage.From, outage.To)}");
                Ribbon(canvas, Track.Piece(track, Math.Max(outage.From, scene.Slots.From), Math.Min(outage.To, scene.Slots.To)), 2 * Column, "shut");
                canvas.End();
            }
        }
    }

    private void Ribbon(SvgCanvas canvas, List<(double Slot, double Position)> piece, double width, string style)
    {
        var way = piece.Select(Point).ToList();
        canvas.Path([.. way.Select(point => (point.X - (width / 2), point.Y)), .. Enumerable.Reverse(way).Select(point => (point.X + (width / 2), point.Y))], style, closed: true);
    }

    // Before the first task and behind the last one a crane is in nobody's way: straight lines, at full speed.
    private void Ends(SvgCanvas canvas, int crane)
    {
        var (stints, its, rail) = (scene.ByCrane[crane], scene.Problem.Cranes[crane], scene.Problem.Rail);
        if (stints.Count == 0)
        {
            return;
        }

        canvas.Group(Scene.Colour(crane));
        if (its.Start is { } start)
        {
            var leaves = stints[0].Start - rail.Travel(Math.Abs((long)stints[0].Task.Position - start));
            canvas.Path([Point((leaves, start)), Point((stints[0].Start, stints[0].Task.Position))], "beyond", closed: false);
            canvas.Circle(Point((leaves, start)), 2.4, "start");
        }

        if (its.Final is { } final)
        {
            var arrives = stints[^1].Free + rail.Travel(Math.Abs((long)stints[^1].Task.Position - final));
            canvas.Path([Point((stints[^1].Free, stints[^1].Task.Position)), Point((arrives, final))], "beyond", closed: false);
        }

        canvas.End();
    }
}
