namespace BerthOpt.Cranes.Drawing;

/// <summary>Where a crane is, as points of slot and position in ascending slots, with straight lines between them.</summary>
internal static class Track
{
    /// <summary>The whole track of a crane: where it starts, its tasks with the ways between them, and its last task's place from then on; empty where nothing is known.</summary>
    public static List<(double Slot, double Position)> Of(Scene scene, int crane, IEnumerable<Leg> legs)
    {
        var (its, stints, shown) = (scene.Problem.Cranes[crane], scene.ByCrane[crane], scene.Slots);
        var points = new List<(double Slot, double Position)>();
        if (its.Start is { } start)
        {
            points.Add((shown.From, start));
            if (stints.Count > 0)
            {
                points.Add((stints[0].Start - Travel(scene, start, stints[0].Task.Position), start));
            }
        }
        else if (stints.Count > 0)
        {
            points.Add((shown.From, stints[0].Task.Position));
        }

        var ways = legs.ToDictionary(leg => leg.To.Index);
        foreach (var stint in stints)
        {
            points.AddRange(ways.TryGetValue(stint.Index, out var way) ? way.Points : [(stint.Start, stint.Task.Position)]);
            points.Add((stint.Free, stint.Task.Position));
        }

        if (stints.Count > 0 && its.Final is { } final)
        {
            points.Add((stints[^1].Free + Travel(scene, final, stints[^1].Task.Position), final));
        }

        if (points.Count > 0)
        {
            points.Add((shown.To, points[^1].Position));
        }

        // Plans that break rules may have a crane at two places at once: it is drawn at the one, then at the other.
        for (var index = 1; index < points.Count; index++)
        {
            points[index] = points[index] with { Slot = Math.Max(points[index].Slot, points[index - 1].Slot) };
        }

        return points;
    }

    /// <summary>The piece of a track from a slot to a later one.</summary>
    public static List<(double Slot, double Position)> Piece(IReadOnlyList<(double Slot, double Position)> track, double from, double to) =>
        [(from, At(track, from)), .. track.Where(point => point.Slot > from && point.Slot < to), (to, At(track, to))];

    private static double At(IReadOnlyList<(double Slot, double Position)> track, double slot)
    {
        for (var next = 1; next < track.Count; next++)
        {
            var (one, two) = (track[next - 1], track[next]);
            if (slot < two.Slot)
            {
                return one.Position + ((two.Position - one.Position) * Math.Max(0, slot - one.Slot) / (two.Slot - one.Slot));
            }
        }

        return track[^1].Position;
    }

    private static long Travel(Scene scene, int from, int to) => scene.Problem.Rail.Travel(Math.Abs((long)from - to));
}
