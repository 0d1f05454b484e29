using BerthOpt.Cranes.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>One task at its place: a band in its crane's colour, outlined by what is done, with its name.</summary>
internal static class TaskBox
{
    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame, Stint stint)
    {
        var box = frame.Task(stint.Task.Position, stint.Start, stint.Free).Inset(0.5);

        // A task of no time still has a place.
        box = box.Height < 1.2 ? box with { Height = 1.2 } : box;
        canvas.Group($"task {Scene.Colour(stint.Number)} {Outline(stint.Task.Work)}", "data-task", stint.Index);
        canvas.Tooltip(TaskFacts.Of(scene, stint));
        canvas.Rect(box, "body", 1.5);
        if (stint.Task.Place == TaskPlace.Hold && box.Height > 4)
        {
            canvas.Rect(box with { Width = Math.Min(4, box.Width / 5) }, "hold");
        }

        if (scene.FaultsOf.Contains(stint.Index))
        {
            canvas.Rect(box.Inset(1), "fault", 1.5);
        }

        if (stint.Task.Pin is not null)
        {
            var size = Math.Min(6, Math.Min(box.Width, box.Height) / 2);
            canvas.Path([(box.Right - size, box.Y), (box.Right, box.Y), (box.Right, box.Y + size)], "pin", closed: true);
        }

        Label(canvas, scene, stint, box);
        canvas.End();
    }

    /// <summary>The class that gives a task its outline.</summary>
    public static string Outline(TaskWork work) => work switch
    {
        TaskWork.Discharge => "off",
        TaskWork.Load => "on",
        TaskWork.DoubleCycle => "both",
        TaskWork.HatchOpen or TaskWork.HatchClose => "cover",
        _ => "plain",
    };

    private static void Label(SvgCanvas canvas, Scene scene, Stint stint, Box box)
    {
        // The bay stands at the axis: where a long name would be cut off, its moves say more.
        var name = Words.Clean(stint.Task.Id);
        name = stint.Task.Moves > 0 && Words.Width(name, 6.5) > box.Width - 3 ? $"{stint.Task.Moves} mv" : name;
        var size = 10.0;
        while (size > 6.5 && (Words.Width(name, size) > box.Width - 3 || size + 1.5 > box.Height))
        {
            size -= 0.5;
        }

        var words = Words.Fit(name, box.Width - 3, size);
        if (size + 1 > box.Height || words.Length == 0)
        {
            return;
        }

        string[] more = [$"crane {stint.Crane!.Id}", scene.Clock.Duration(stint.Free - stint.Start)];
        var lines = more.Where(line => Words.Width(line, size - 1.5) <= box.Width - 3).Take(Math.Max(0, (int)(box.Height / (size + 2)) - 1)).Prepend(words).ToList();
        var pitch = size + 2;
        var top = box.Y + ((box.Height - (lines.Count * pitch)) / 2);
        for (var index = 0; index < lines.Count; index++)
        {
            canvas.Text((box.X + (box.Width / 2), top + (index * pitch) + (pitch / 2) + (0.35 * size)), lines[index], index == 0 ? size : size - 1.5, index == 0 ? "name" : "soft", Anchor.Middle);
        }
    }
}
