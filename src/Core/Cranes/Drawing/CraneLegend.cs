using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>What the marks of a crane picture mean.</summary>
internal static class CraneLegend
{
    private const int MostCranes = 40;

    private static readonly (TaskWork Work, string Words)[] Works =
        [(TaskWork.Discharge, "discharge"), (TaskWork.Load, "load"), (TaskWork.DoubleCycle, "double cycling"), (TaskWork.HatchOpen, "hatch covers")];

    public static Legend Of(Scene scene, Travels travels, double width)
    {
        var legend = new Legend(width);
        if (!scene.Options.Legend)
        {
            return legend;
        }

        for (var crane = 0; crane < Math.Min(MostCranes, scene.ByCrane.Length); crane++)
        {
            var (colour, stints) = (Scene.Colour(crane), scene.ByCrane[crane]);
            var load = scene.Clock.Duration(stints.Sum(stint => stint.Free - stint.Start));
            legend.Add(stints.Count > 0, $"crane {scene.Problem.Cranes[crane].Id}: {stints.Count} {(stints.Count == 1 ? "task" : "tasks")}, {load}", (canvas, box) => Part(canvas, box, $"task plain {colour}", "body"));
        }

        foreach (var (work, words) in Works)
        {
            var outline = TaskBox.Outline(work);
            legend.Add(scene.Stints.Any(stint => TaskBox.Outline(stint.Task.Work) == outline), words, (canvas, box) => Part(canvas, box, $"task {outline}", "body"));
        }

        legend.Add(scene.Stints.Any(stint => stint.Task.Place == TaskPlace.Hold), "in the hold", (canvas, box) =>
        {
            Part(canvas, box, "task plain", "body");
            canvas.Rect(box with { Width = 4 }, "hold");
        });
        legend.Add(travels.AnyLeg, "way of a crane", (canvas, box) => canvas.Path([(box.X, box.Y), (box.X + 9, box.Bottom), (box.Right, box.Bottom)], "way", closed: false));
        legend.Add(travels.Any(WaitReason.Interference), "waits for another crane in its way", (canvas, box) => Part(canvas, box, "wait", "idle"));
        legend.Add(travels.Any(WaitReason.Order), "waits for another task", (canvas, box) => Part(canvas, box, "order", "idle"));
        legend.Add(scene.Problem.Cranes.Any(crane => !crane.Outages.IsEmpty), "crane out of work", (canvas, box) => canvas.Rect(box, "shut"));
        legend.Add(scene.Options.Paths && scene.Problem.Cranes.Any(crane => crane.Start is not null), "comes from where it starts", (canvas, box) =>
        {
            canvas.Line((box.X, Legend.Middle(box)), (box.Right, Legend.Middle(box)), "beyond");
            canvas.Circle((box.X, Legend.Middle(box)), 2.4, "start");
        });
        legend.Add(scene.Stints.Length > 0, "vessel, until its work is done", (canvas, box) => canvas.Rect(box, "hull", 3));
        legend.Add(scene.Problem.Vessels.Any(vessel => vessel.Due < scene.Slots.To), "due", (canvas, box) => canvas.Line((box.X + 6, Legend.Middle(box)), (box.X + 16, Legend.Middle(box)), "due"));
        legend.Add(scene.Stints.Any(stint => stint.Task.Pin is not null), "pinned", (canvas, box) => canvas.Path([(box.Right - 7, box.Y), (box.Right, box.Y), (box.Right, box.Y + 7)], "pin", closed: true));
        legend.Add(scene.Stints.Any(stint => scene.FaultsOf.Contains(stint.Index)), "breaks a rule", (canvas, box) => canvas.Rect(box, "fault", 1.5));
        legend.Add(scene.Options.Strips, "cranes at work", (canvas, box) => canvas.Rect(box, "busy"));
        return legend;
    }

    private static void Part(SvgCanvas canvas, Box box, string group, string part)
    {
        canvas.Group(group);
        canvas.Rect(box, part, 1.5);
        canvas.End();
    }
}
