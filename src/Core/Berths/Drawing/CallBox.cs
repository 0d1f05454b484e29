using BerthOpt.Berths.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>One call at its place: hull by handling, cranes as stripes, the wait before and the delay behind, due time and name.</summary>
internal static class CallBox
{
    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame, Visit visit)
    {
        var (from, to) = visit.Sections!.Value;
        var quay = visit.Assignment.Quay;
        var length = visit.Quay!.Length;
        var (u0, u1) = (frame.U(quay, Math.Clamp(from, 0, length)), frame.U(quay, Math.Clamp(to, 0, length)));
        var done = Math.Clamp(visit.WorkEnd, visit.Start, visit.End);
        var late = visit.Call.Due != Call.Never && visit.End > visit.Call.Due;
        var body = frame.Box(u0, u1, frame.V(visit.Start), frame.V(done)).Inset(0.5);
        var whole = frame.Box(u0, u1, frame.V(visit.Start), frame.V(visit.End)).Inset(0.5);

        canvas.Group(visit.Start > visit.Call.Arrival ? "call waited" : "call direct", "data-call", visit.Index);
        canvas.Tooltip(CallFacts.Of(scene, visit));
        canvas.Rect(body, "body", 1.5);
        var stripes = Stripes(canvas, frame, visit, body);
        canvas.Rect(frame.Box(u0, u1, frame.V(done), frame.V(visit.End)).Inset(0.5), "tail", 1.5);
        Due(canvas, scene, frame, visit, (u0, u1), late);
        if (late)
        {
            canvas.Rect(whole.Inset(0.5), "late", 1.5);
        }

        if (scene.FaultsOf.Contains(visit.Index))
        {
            canvas.Rect(whole.Inset(1), "fault", 1.5);
        }

        if (visit.Call.Pin is not null || scene.Problem.Baseline?.Entries[visit.Index]?.Frozen == true)
        {
            var size = Math.Min(7, Math.Min(whole.Width, whole.Height) / 2);
            canvas.Path([(whole.Right - size, whole.Y), (whole.Right, whole.Y), (whole.Right, whole.Y + size)], "pin", closed: true);
        }

        Wait(canvas, scene, frame, visit, u0, u1);

        // The name stands clear of the tail and of the hatch behind the due time, unless they are most of the box.
        var clear = late ? Math.Min(done, visit.Call.Due) : done;
        var calm = frame.Box(u0, u1, frame.V(visit.Start), frame.V(Math.Max(clear, visit.Start))).Inset(0.5);
        Label(canvas, scene, visit, clear - visit.Start > 0.45 * (visit.End - visit.Start) ? calm : whole, stripes);
        canvas.End();
    }

    // A stripe for each crane; its shade is the crane's own, so that a crane keeps it from call to call. Returns the room of the numbers.
    private static double Stripes(SvgCanvas canvas, Frame frame, Visit visit, Box body)
    {
        var cranes = visit.Assignment.Cranes;
        var (along, length) = frame.TimeAcross ? (body.Height, body.Width) : (body.Width, body.Height);
        if (cranes < 1 || along / cranes < 1.5)
        {
            return 0;
        }

        long first = Math.Max(0, visit.Assignment.FirstCrane);
        var width = along / cranes;
        var numbered = visit.Assignment.FirstCrane >= 0 && width >= Words.Width($"{first + cranes}", 7.5) + 0.5 && width >= 8 && (frame.TimeAcross ? length >= 60 : length >= 40 || (length >= 23 && along >= 60));
        for (var crane = 0; crane < cranes; crane++)
        {
            var at = crane * width;
            var stripe = frame.TimeAcross ? new Box(body.X, body.Y + at, body.Width, width) : new Box(body.X + at, body.Y, width, body.Height);
            if ((first + crane) % 2 == 1)
            {
                canvas.Rect(stripe.Inset(0.4), "odd");
            }

            if (numbered)
            {
                var centre = frame.TimeAcross ? (stripe.X + 7, stripe.Y + (width / 2) + 2.7) : (stripe.X + (width / 2), stripe.Y + 9);
                canvas.Text(centre, $"{first + crane + 1}", 7.5, "soft", Anchor.Middle);
            }
        }

        return numbered ? (frame.TimeAcross ? 14 : 10) : 0;
    }

    private static void Due(SvgCanvas canvas, Scene scene, Frame frame, Visit visit, (double From, double To) u, bool late)
    {
        if (visit.Call.Due == Call.Never || !scene.Options.DueTimes)
        {
            return;
        }

        var due = frame.V(visit.Call.Due);
        if (late)
        {
            canvas.Rect(frame.Box(u.From, u.To, Math.Max(due, frame.V(visit.Start)), frame.V(visit.End)).Inset(1), "over");
        }

        if (visit.Call.Due >= scene.Slots.From && visit.Call.Due <= scene.Slots.To)
        {
            // Short for calls in time: their due times lie in other calls' water.
            var to = late ? u.To : u.From + Math.Min(9, (u.To - u.From) / 2);
            canvas.Line(frame.Point(u.From, due), frame.Point(to, due), late ? "due-late" : "due");
        }
    }

    private static void Wait(SvgCanvas canvas, Scene scene, Frame frame, Visit visit, double u0, double u1)
    {
        if (visit.Start <= visit.Call.Arrival || visit.Start <= scene.Slots.From)
        {
            return;
        }

        var u = u0 + Math.Min(5, (u1 - u0) / 2);
        var (from, to) = (frame.Point(u, frame.V(visit.Call.Arrival)), frame.Point(u, frame.V(visit.Start)));
        canvas.Line(from, to, "halo");
        canvas.Line(from, to, "wait");
        if (visit.Call.Arrival >= scene.Slots.From)
        {
            canvas.Circle(from, 2.4, "came");
        }
    }

    private static void Label(SvgCanvas canvas, Scene scene, Visit visit, Box box, double stripes)
    {
        var across = scene.Options.TimeAcross;
        var room = across
            ? new Box(box.X + stripes + 1, box.Y + 0.5, box.Width - stripes - 2, box.Height - 1)
            : new Box(box.X + 0.5, box.Y + stripes + 1, box.Width - 1, box.Height - stripes - 2);
        var call = visit.Call;
        var bold = call.Priority > 1;
        var hours = scene.Clock.Duration(visit.End - visit.Start);
        string[] more = [visit.Assignment.Cranes > 0 ? $"{hours} · {visit.Assignment.Cranes} cr." : hours, call.Moves > 0 ? $"{Words.Number(call.Moves)} moves" : ""];

        // Upright where the name fits so or the box is wide; turned where that shows more of it.
        var size = 10.0;
        var name = Words.Clean(call.Id);
        while (size > 7 && (Words.Width(name, size, bold) > Math.Max(room.Width, room.Height) - 2 || size + 1 > Math.Min(room.Width, room.Height)))
        {
            size -= 1;
        }

        var upright = room.Height >= size && (Words.Width(name, size, bold) <= room.Width - 2 || room.Height <= room.Width);
        var (run, rise) = upright ? (room.Width, room.Height) : (room.Height, room.Width);
        var lines = new List<(string Words, string Style)> { (Words.Fit(name, run - 2, size, bold), bold ? "strong" : "name") };
        foreach (var line in more.Where(line => line.Length > 0 && Words.Width(line, size - 1.5) <= run - 2 && (lines.Count + 1) * (size + 1.5) <= rise))
        {
            lines.Add((line, "soft"));
        }

        if (lines[0].Words.Length == 0 || size > rise)
        {
            return;
        }

        var pitch = size + 1.5;
        var start = Math.Max(0, (rise - (lines.Count * pitch)) / 2);
        for (var index = 0; index < lines.Count; index++)
        {
            var offset = start + (index * pitch) + (pitch / 2) + (0.35 * size);
            var at = upright ? (room.X + (room.Width / 2), room.Y + offset) : (room.X + offset, room.Y + (room.Height / 2));
            canvas.Text(at, lines[index].Words, index == 0 ? size : size - 1.5, lines[index].Style, Anchor.Middle, upward: !upright);
        }
    }
}
