namespace BerthOpt.Berths.Drawing;

/// <summary>What the marks mean; only those that this picture has.</summary>
internal sealed class Legend
{
    private const double RowHeight = 20;
    private const double Swatch = 22;
    private const double Size = 10.5;

    private readonly List<(Action<SvgCanvas, Box> Sample, string Words, double X, int Row)> items = [];
    private readonly double width;
    private double x;
    private int row;

    public Legend(Scene scene, double width)
    {
        this.width = width;
        if (!scene.Options.Legend)
        {
            return;
        }

        var drawn = scene.Visits.Where(scene.IsDrawn).Select(visit => visit!).ToList();
        Add(drawn.Any(visit => visit.Start <= visit.Call.Arrival), "berths on arrival", (canvas, box) => Body(canvas, box, "direct", "body"));
        Add(drawn.Any(visit => visit.Start > visit.Call.Arrival), "had to wait", (canvas, box) => Body(canvas, box, "waited", "body"));
        Add(drawn.Any(visit => visit.Start > visit.Call.Arrival), "waiting since its arrival", (canvas, box) =>
        {
            canvas.Line((box.X, Middle(box)), (box.Right, Middle(box)), "wait");
            canvas.Circle((box.X, Middle(box)), 2.4, "came");
        });
        Add(drawn.Any(visit => visit.End > visit.WorkEnd), "handled, waiting to leave", (canvas, box) => Body(canvas, box, "direct", "tail"));
        Add(scene.Options.DueTimes && drawn.Any(visit => visit.Call.Due < scene.Slots.To), "due", (canvas, box) => canvas.Line((box.X + 6, Middle(box)), (box.X + 16, Middle(box)), "due"));
        Add(drawn.Any(visit => visit.End > visit.Call.Due), "late; hatched from the due time", (canvas, box) =>
        {
            canvas.Rect(box, "over");
            canvas.Rect(box, "late", 1.5);
        });
        Add(drawn.Any(visit => visit.Assignment.FirstCrane >= 0), "a stripe for each crane", (canvas, box) =>
        {
            Body(canvas, box, "direct", "body");
            canvas.Group("direct");
            canvas.Rect(new Box(box.X + (box.Width / 3), box.Y, box.Width / 3, box.Height).Inset(0.4), "odd");
            canvas.End();
        });
        Add(drawn.Any(visit => visit.Call.Priority > 1), "bold: priority above 1", (canvas, box) => canvas.Text((box.X + 5, box.Bottom - 1.5), "B", Size, "strong"));
        Add(drawn.Any(visit => visit.Call.Pin is not null || scene.Problem.Baseline?.Entries[visit.Index]?.Frozen == true), "pinned", (canvas, box) =>
        {
            Body(canvas, box, "direct", "body");
            canvas.Path([(box.Right - 7, box.Y), (box.Right, box.Y), (box.Right, box.Y + 7)], "pin", closed: true);
        });
        Add(scene.Problem.Closures.Length > 0, "closed", (canvas, box) => canvas.Rect(box, "shut"));
        Add(scene.Problem.Movements.Bans.Length > 0, "no movements", (canvas, box) => canvas.Rect(box, "ban"));
        Add(scene.Options.Baseline && scene.Problem.Baseline is not null, "planned here before", (canvas, box) => canvas.Rect(box, "ghost", 2));
        Add(drawn.Any(visit => scene.FaultsOf.Contains(visit.Index)), "breaks a rule", (canvas, box) => canvas.Rect(box, "fault", 1.5));
        Add(scene.Options.Strips && scene.Problem.CranePools.Length > 0, "cranes at work, and in service", (canvas, box) =>
        {
            canvas.Rect(new Box(box.X, box.Y + 4, box.Width, box.Height - 4), "busy");
            canvas.Line((box.X, box.Y), (box.Right, box.Y), "limit");
        });
        Add(TideStrip.Of(scene) is not null, "share of deep ships that could move", (canvas, box) => canvas.Rect(box, "tide"));
    }

    public double Height => items.Count == 0 ? 0 : (row + 1) * RowHeight;

    public void Draw(SvgCanvas canvas, (double X, double Y) at)
    {
        canvas.Group("legend");
        foreach (var (sample, words, left, line) in items)
        {
            var box = new Box(at.X + left, at.Y + (line * RowHeight) + 3, Swatch, 11);
            sample(canvas, box);
            canvas.Text((box.Right + 6, box.Bottom - 1.5), words, Size, "soft");
        }

        canvas.End();
    }

    private static double Middle(Box box) => box.Y + (box.Height / 2);

    private static void Body(SvgCanvas canvas, Box box, string outcome, string part)
    {
        canvas.Group(outcome);
        canvas.Rect(box, part, 1.5);
        canvas.End();
    }

    private void Add(bool used, string words, Action<SvgCanvas, Box> sample)
    {
        if (!used)
        {
            return;
        }

        var needed = Swatch + 6 + Words.Width(words, Size) + 14;
        if (x > 0 && x + needed > width)
        {
            (x, row) = (0, row + 1);
        }

        items.Add((sample, words, x, row));
        x += needed;
    }
}
