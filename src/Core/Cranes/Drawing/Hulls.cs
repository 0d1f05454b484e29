using BerthOpt.Cranes.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>Behind the tasks: water, hours, and the outline of each vessel from its berthing to its completion.</summary>
internal sealed class Hulls(Scene scene, Frame frame)
{
    private const double Bow = 7;

    public void Draw(SvgCanvas canvas)
    {
        canvas.Group("ground");
        canvas.Rect(new Box(frame.Origin.X, frame.Origin.Y, frame.RailLength, frame.TimeLength), "water");
        foreach (var group in scene.Stints.GroupBy(stint => stint.Task.Vessel).OrderBy(group => group.Key))
        {
            Hull(canvas, scene.Problem.Vessels[group.Key], [.. group]);
        }

        foreach (var (slot, isDay) in TimeAxis.Ticks(scene.Clock, scene.Slots, frame.SlotPixels, 22))
        {
            canvas.Line((frame.Origin.X, frame.Y(slot)), (frame.Origin.X + frame.RailLength, frame.Y(slot)), isDay ? "day" : "grid");
        }

        canvas.End();
    }

    private void Hull(SvgCanvas canvas, CraneVessel vessel, Stint[] stints)
    {
        var done = stints.Max(stint => stint.Free);
        var (left, right) = (frame.X(stints.Min(stint => stint.Task.Position)) - (frame.Band / 2) - 4, frame.X(stints.Max(stint => stint.Task.Position)) + (frame.Band / 2) + 4);
        var (top, bottom) = (frame.Y(Math.Min(vessel.Ready, stints.Min(stint => stint.Start))), frame.Y(done));
        var named = vessel.Id.Length > 0 && (scene.Problem.Vessels.Length > 1 || vessel.Id != "vessel");
        var late = done > vessel.Due;

        canvas.Group("vessel");
        canvas.Tooltip($"{vessel.Id}\nfrom {scene.Clock.Instant(vessel.Ready)}, done {scene.Clock.Instant(done)}"
            + (vessel.Due == Crane.Never ? "" : $"\ndue {scene.Clock.Instant(vessel.Due)}{(late ? $", {scene.Clock.Duration(done - vessel.Due)} late" : ", in time")}"));
        canvas.Rect(new Box(left, top, right - left, bottom - top), "hull", 3);
        if (late)
        {
            var due = Math.Max(top, frame.Y(vessel.Due));
            canvas.Rect(new Box(left, due, right - left, bottom - due).Inset(1), "over");
        }

        if (vessel.Due <= scene.Slots.To && vessel.Due >= scene.Slots.From)
        {
            canvas.Line((left, frame.Y(vessel.Due)), (right, frame.Y(vessel.Due)), late ? "due-late" : "due");
        }

        // The hull itself at the quay, with its bow to the right.
        var quay = top <= frame.Origin.Y + 1 ? frame.Origin.Y - 9 : top - 6;
        canvas.Path([(left, quay), (right - Bow, quay), (right, quay + 2.5), (right - Bow, quay + 5), (left, quay + 5)], "ship", closed: true);
        if (named)
        {
            var words = Words.Fit(vessel.Id, right - left, 11.5, bold: true);
            canvas.Text((left, top <= frame.Origin.Y + 1 ? frame.Origin.Y - 28 : quay - 4), words, 11.5, "strong");
        }

        canvas.End();
    }
}
