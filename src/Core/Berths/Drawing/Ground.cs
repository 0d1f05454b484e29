using BerthOpt.Berths.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>What lies behind the calls: water, hours, berths, closed stretches and times without movements.</summary>
internal sealed class Ground(Scene scene, Frame frame)
{
    public void Draw(SvgCanvas canvas)
    {
        canvas.Group("ground");
        var problem = scene.Problem;
        for (var quay = 0; quay < problem.Quays.Length; quay++)
        {
            canvas.Rect(frame.Box(quay, new Interval(0, problem.Quays[quay].Length), scene.Slots.From, scene.Slots.To), "water");
        }

        foreach (var (slot, isDay) in Axes.Ticks(scene, frame))
        {
            for (var quay = 0; quay < problem.Quays.Length; quay++)
            {
                var v = frame.V(slot);
                canvas.Line(frame.Point(frame.U(quay, 0), v), frame.Point(frame.U(quay, problem.Quays[quay].Length), v), isDay ? "day" : "grid");
            }
        }

        for (var quay = 0; quay < problem.Quays.Length; quay++)
        {
            Berths(canvas, quay);
        }

        foreach (var ban in problem.Movements.Bans)
        {
            canvas.Rect(frame.Box(0, frame.QuaysLength, frame.V(ban.Slots.From), frame.V(ban.Slots.To)), "ban");
        }

        foreach (var closure in problem.Closures)
        {
            var why = closure.Reason.Length == 0 ? "closed" : $"closed: {closure.Reason}";
            Shut(canvas, frame.Box(closure.Quay, closure.Sections, closure.Slots.From, closure.Slots.To), closure.Slots, why);
        }

        canvas.End();
    }

    /// <summary>Where the plan in force had the calls that this plan moves.</summary>
    public void DrawBaseline(SvgCanvas canvas)
    {
        if (scene.Problem.Baseline is not { } baseline || !scene.Options.Baseline)
        {
            return;
        }

        canvas.Group("baseline");
        for (var index = 0; index < baseline.Entries.Length; index++)
        {
            if (baseline.Entries[index] is { } entry && Moved(entry, scene.Visits[index]))
            {
                var call = scene.Problem.Calls[index];
                var slots = scene.Visits[index] is { } visit ? Math.Max(1, visit.End - visit.Start) : 1;
                var from = Math.Min(entry.Position, scene.Problem.Quays[entry.Quay].Length);
                var to = Math.Min((long)entry.Position + call.Length, scene.Problem.Quays[entry.Quay].Length);
                canvas.Group("was");
                canvas.Tooltip($"{call.Id}: planned here before, from {scene.Clock.Instant(entry.Start)}");
                canvas.Rect(frame.Box(entry.Quay, new Interval(from, (int)to), entry.Start, (double)entry.Start + slots).Inset(1), "ghost", 2);
                canvas.End();
            }
        }

        canvas.End();
    }

    private static bool Moved(BaselineEntry entry, Visit? visit) =>
        visit is null || visit.Assignment.Quay != entry.Quay || visit.Assignment.Position != entry.Position || visit.Start != entry.Start;

    private void Berths(SvgCanvas canvas, int index)
    {
        var quay = scene.Problem.Quays[index];
        var whole = new Interval(0, quay.Length);
        Closed(canvas, index, whole, quay.Open, quay.Close);
        foreach (var berth in quay.Berths)
        {
            var sections = new Interval(berth.Start, berth.Start + berth.Length);
            Closed(canvas, index, sections, Math.Max(quay.Open, berth.Open), Math.Min(quay.Close, berth.Close));
            foreach (var edge in (ReadOnlySpan<int>)[sections.From, sections.To])
            {
                canvas.Line(frame.Point(frame.U(index, edge), 0), frame.Point(frame.U(index, edge), frame.TimeLength), "berth");
            }
        }

        foreach (var edge in quay.Breaks)
        {
            canvas.Line(frame.Point(frame.U(index, edge), -8), frame.Point(frame.U(index, edge), frame.TimeLength), "break");
        }
    }

    // Before the opening and behind the closing.
    private void Closed(SvgCanvas canvas, int quay, Interval sections, int open, int close)
    {
        if (open > scene.Slots.From)
        {
            Shut(canvas, frame.Box(quay, sections, scene.Slots.From, open), new Interval(0, open), "not open yet");
        }

        if (close < scene.Slots.To)
        {
            Shut(canvas, frame.Box(quay, sections, close, scene.Slots.To), new Interval(close, scene.Problem.Horizon), "closed for good");
        }
    }

    private void Shut(SvgCanvas canvas, Box box, Interval slots, string why)
    {
        if (box.Width <= 0 || box.Height <= 0)
        {
            return;
        }

        canvas.Group("closure");
        canvas.Tooltip($"{why}\n{scene.Clock.Span(slots.From, slots.To)}");
        canvas.Rect(box, "shut");
        var words = Words.Fit(why, box.Width - 8, 10);
        if (box.Height >= 15 && words.Length > 0)
        {
            canvas.Text((box.X + 5, box.Y + 12), words, 10, "soft");
        }

        canvas.End();
    }
}
