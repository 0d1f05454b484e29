using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>What the marks of a berth picture mean.</summary>
internal static class BerthLegend
{
    private const double Size = Legend.Size;

    public static Legend Of(Scene scene, double width)
    {
        var legend = new Legend(width);
        if (!scene.Options.Legend)
        {
            return legend;
        }

        var drawn = scene.Visits.Where(scene.IsDrawn).Select(visit => visit!).ToList();
        legend.Add(drawn.Any(visit => visit.Start <= visit.Call.Arrival), "berths on arrival", (canvas, box) => Body(canvas, box, "direct", "body"));
        legend.Add(drawn.Any(visit => visit.Start > visit.Call.Arrival), "had to wait", (canvas, box) => Body(canvas, box, "waited", "body"));
        legend.Add(drawn.Any(visit => visit.Start > visit.Call.Arrival), "waiting since its arrival", (canvas, box) =>
        {
            canvas.Line((box.X, Legend.Middle(box)), (box.Right, Legend.Middle(box)), "wait");
            canvas.Circle((box.X, Legend.Middle(box)), 2.4, "came");
        });
        legend.Add(drawn.Any(visit => visit.End > visit.WorkEnd), "handled, waiting to leave", (canvas, box) => Body(canvas, box, "direct", "tail"));
        legend.Add(scene.Options.DueTimes && drawn.Any(visit => visit.Call.Due < scene.Slots.To), "due", (canvas, box) => canvas.Line((box.X + 6, Legend.Middle(box)), (box.X + 16, Legend.Middle(box)), "due"));
        legend.Add(drawn.Any(visit => visit.End > visit.Call.Due), "late; hatched from the due time", (canvas, box) =>
        {
            canvas.Rect(box, "over");
            canvas.Rect(box, "late", 1.5);
        });
        legend.Add(drawn.Any(visit => visit.Assignment.FirstCrane >= 0), "a stripe for each crane", (canvas, box) =>
        {
            Body(canvas, box, "direct", "body");
            canvas.Group("direct");
            canvas.Rect(new Box(box.X + (box.Width / 3), box.Y, box.Width / 3, box.Height).Inset(0.4), "odd");
            canvas.End();
        });
        legend.Add(drawn.Any(visit => visit.Call.Priority > 1), "bold: priority above 1", (canvas, box) => canvas.Text((box.X + 5, box.Bottom - 1.5), "B", Size, "strong"));
        legend.Add(drawn.Any(visit => visit.Call.Pin is not null || scene.Problem.Baseline?.Entries[visit.Index]?.Frozen == true), "pinned", (canvas, box) =>
        {
            Body(canvas, box, "direct", "body");
            canvas.Path([(box.Right - 7, box.Y), (box.Right, box.Y), (box.Right, box.Y + 7)], "pin", closed: true);
        });
        legend.Add(scene.Problem.Closures.Length > 0, "closed", (canvas, box) => canvas.Rect(box, "shut"));
        legend.Add(scene.Problem.Movements.Bans.Length > 0, "no movements", (canvas, box) => canvas.Rect(box, "ban"));
        legend.Add(scene.Options.Baseline && scene.Problem.Baseline is not null, "planned here before", (canvas, box) => canvas.Rect(box, "ghost", 2));
        legend.Add(drawn.Any(visit => scene.FaultsOf.Contains(visit.Index)), "breaks a rule", (canvas, box) => canvas.Rect(box, "fault", 1.5));
        legend.Add(scene.Options.Strips && scene.Problem.CranePools.Length > 0, "cranes at work, and in service", (canvas, box) =>
        {
            canvas.Rect(new Box(box.X, box.Y + 4, box.Width, box.Height - 4), "busy");
            canvas.Line((box.X, box.Y), (box.Right, box.Y), "limit");
        });
        legend.Add(TideStrip.Of(scene) is not null, "share of deep ships that could move", (canvas, box) => canvas.Rect(box, "tide"));
        return legend;
    }

    private static void Body(SvgCanvas canvas, Box box, string outcome, string part)
    {
        canvas.Group(outcome);
        canvas.Rect(box, part, 1.5);
        canvas.End();
    }
}
