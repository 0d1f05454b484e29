using BerthOpt.Berths.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>Below the picture: every call that has no place in it.</summary>
internal sealed class LeftOut
{
    private const double RowHeight = 22;
    private const double Size = 10.5;

    private readonly List<(int Call, string Name, string Facts, double X, int Row, double Width)> chips = [];
    private readonly int rows;

    public LeftOut(Scene scene, double width)
    {
        var x = Words.Width("Not in the picture:", Size, bold: true) + 8;
        for (var index = 0; index < scene.Visits.Length; index++)
        {
            var visit = scene.Visits[index];
            if (scene.IsDrawn(visit))
            {
                continue;
            }

            var call = scene.Problem.Calls[index];
            var name = Words.Fit(Words.Clean(call.Id), Math.Min(220, width - 20), Size);
            var chip = Words.Width(name, Size) + 12;
            if (x + chip > width && x > 0)
            {
                (x, rows) = (0, rows + 1);
            }

            chips.Add((index, name, $"{call.Id}\n{Why(scene, visit)}\nETA {scene.Clock.Instant(call.Arrival)}", x, rows, chip));
            x += chip + 6;
        }

        rows = chips.Count == 0 ? 0 : rows + 1;
    }

    public double Height => rows == 0 ? 0 : (rows * RowHeight) + 8;

    public void Draw(SvgCanvas canvas, (double X, double Y) at)
    {
        if (rows == 0)
        {
            return;
        }

        canvas.Group("left-out");
        canvas.Text((at.X, at.Y + 13), "Not in the picture:", Size, "strong");
        foreach (var (call, name, facts, x, row, width) in chips)
        {
            canvas.Group("call", "data-call", call);
            canvas.Tooltip(facts);
            var box = new Box(at.X + x, at.Y + (row * RowHeight), width, RowHeight - 4);
            canvas.Rect(box, "chip", 4);
            canvas.Text((box.X + 6, box.Y + 13), name, Size, "name");
            canvas.End();
        }

        canvas.End();
    }

    private static string Why(Scene scene, Visit? visit) =>
        visit is null ? "left out of the plan"
        : visit.Sections is null || visit.End <= visit.Start ? "planned where or when nothing can lie"
        : $"outside the hours shown: {scene.Clock.Span(visit.Start, visit.End)}";
}
