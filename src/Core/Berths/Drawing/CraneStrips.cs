using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>Beside the quays of each pool: how many cranes work, and how many could.</summary>
internal static class CraneStrips
{
    public static void Draw(SvgCanvas canvas, Scene scene, Frame frame)
    {
        for (var index = 0; index < scene.Problem.CranePools.Length && scene.Options.Strips; index++)
        {
            var pool = scene.Problem.CranePools[index];
            var at = frame.PoolAt[index];
            var crews = scene.Visits.Where(visit => visit is { Quay: not null } && visit.Assignment.Cranes > 0 && pool.Quays.Contains(visit.Assignment.Quay))
                .Select(visit => (visit!.Start, End: visit.WorkEnd, Count: (long)visit.Assignment.Cranes)).ToList();
            var outages = pool.Outages.GroupBy(outage => outage.Crane).SelectMany(Merged).Select(slots => ((long)slots.From, (long)slots.To, -1L)).ToList();
            double Reach(long cranes) => frame.Strip(at, Frame.StripWidth, Math.Clamp(cranes, 0, pool.Count) / (double)pool.Count);

            canvas.Group("cranes");
            canvas.Tooltip($"{pool.Id}: cranes at work of {pool.Count}" + string.Concat(pool.Outages.Take(20).Select(outage =>
                $"\ncrane {outage.Crane} out {scene.Clock.Span(outage.Slots.From, outage.Slots.To)}{(outage.Reason.Length > 0 ? $": {outage.Reason}" : "")}")));
            canvas.Rect(frame.Box(at, at + Frame.StripWidth, 0, frame.TimeLength), "water");
            var busy = Steps.Of(crews, scene.Slots).SelectMany(step => new[] { (Reach(step.Level), step.From), (Reach(step.Level), step.To) });
            canvas.Path([frame.Point(Reach(0), 0), .. busy.Select(point => frame.Point(point.Item1, frame.V(point.Item2))), frame.Point(Reach(0), frame.TimeLength)], "busy", closed: true);
            foreach (var step in Steps.Of(outages, scene.Slots).Where(step => step.Level < 0))
            {
                var (inner, outer) = (Reach(pool.Count + step.Level), Reach(pool.Count));
                canvas.Rect(frame.Box(Math.Min(inner, outer), Math.Max(inner, outer), frame.V(step.From), frame.V(step.To)), "shut");
            }

            var limit = Steps.Of(outages, scene.Slots).SelectMany(step => new[] { (Reach(pool.Count + step.Level), step.From), (Reach(pool.Count + step.Level), step.To) });
            canvas.Path(limit.Select(point => frame.Point(point.Item1, frame.V(point.Item2))), "limit", closed: false);
            var words = frame.TimeAcross ? "cr." : "cranes";
            canvas.Text(frame.Point(at + (Frame.StripWidth / 2), frame.TimeAcross ? -10 : -15), words, 9, "soft", Anchor.Middle, upward: frame.TimeAcross);
            canvas.End();
        }
    }

    // The outages of one crane, laid together where they touch or overlap.
    private static IEnumerable<Interval> Merged(IEnumerable<CraneOutage> outages)
    {
        Interval? open = null;
        foreach (var slots in outages.Select(outage => outage.Slots).OrderBy(slots => slots.From))
        {
            if (open is { } before && slots.From <= before.To)
            {
                open = new Interval(before.From, Math.Max(before.To, slots.To));
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = slots;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
