using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes.Drawing;

/// <summary>The way of a crane from one task to the next, as points of slot and position.</summary>
/// <param name="Crane">Index of the crane.</param>
/// <param name="From">The task that it comes from.</param>
/// <param name="To">The task that it goes to.</param>
/// <param name="Points">Where it is, by time.</param>
internal sealed record Leg(int Crane, Stint From, Stint To, List<(double Slot, double Position)> Points);

/// <summary>
/// Where the cranes are between their tasks. Each travels to its next task at full speed as far as the tasks of the others and the cranes
/// on its left let it: with the positions at all tasks given, the least and the greatest position that a crane can have at a moment are
/// the envelopes of cones of slope 1/speed around the tasks, shifted by the clearance, and a plan that keeps the rules leaves room between them.
/// </summary>
internal sealed class CranePaths
{
    private readonly Scene scene;
    private readonly double step;
    private readonly double slotsPerSection;
    private readonly double reach;
    private readonly List<Leg>[] legs;

    /// <param name="scene">What is drawn.</param>
    /// <param name="step">Slots from one point to the next.</param>
    public CranePaths(Scene scene, double step)
    {
        this.scene = scene;
        this.step = step;
        var (rail, tasks) = (scene.Problem.Rail, scene.Problem.Tasks);
        slotsPerSection = rail.TravelSlots / (double)rail.TravelSections;
        var span = tasks.Select(task => (double)task.Position).DefaultIfEmpty().Max() - tasks.Select(task => (double)task.Position).DefaultIfEmpty().Min();
        reach = slotsPerSection * (span + ((double)rail.Clearance * scene.Problem.Cranes.Length));
        legs = new List<Leg>[scene.ByCrane.Length];
        for (var crane = 0; crane < legs.Length; crane++)
        {
            legs[crane] = [];
            var stints = scene.ByCrane[crane];
            for (var index = 1; index < stints.Count; index++)
            {
                if (stints[index].Start > stints[index - 1].Free)
                {
                    legs[crane].Add(Way(crane, stints[index - 1], stints[index]));
                }
            }
        }
    }

    public IEnumerable<Leg> Legs => legs.SelectMany(each => each);

    private Leg Way(int crane, Stint from, Stint to)
    {
        var near = scene.Stints.Where(stint => stint.Number != crane && stint.Start - reach <= to.Start && stint.Free + reach >= from.Free).ToArray();
        var times = new SortedSet<double> { from.Free, to.Start };
        times.UnionWith(near.SelectMany(stint => new double[] { stint.Start, stint.Free }).Where(slot => slot > from.Free && slot < to.Start));
        for (var slot = Math.Max(from.Free, scene.Slots.From) + step; slot < Math.Min(to.Start, scene.Slots.To); slot += step)
        {
            times.Add(slot);
        }

        var points = new List<(double Slot, double Position)> { (from.Free, from.Task.Position) };
        foreach (var slot in times.Where(slot => slot > from.Free && slot < to.Start))
        {
            Add(points, (slot, At(crane, slot, from, to, near)));
        }

        Add(points, (to.Start, to.Task.Position));
        return new Leg(crane, from, to, points);
    }

    private double At(int crane, double slot, Stint from, Stint to, Stint[] near)
    {
        var clearance = (double)scene.Problem.Rail.Clearance;
        var (low, high) = (Math.Max(Cone(from, slot, -1), Cone(to, slot, -1)), Math.Min(Cone(from, slot, 1), Cone(to, slot, 1)));
        foreach (var stint in near)
        {
            var shift = clearance * (crane - stint.Number);
            (low, high) = stint.Number < crane ? (Math.Max(low, Cone(stint, slot, -1) + shift), high) : (low, Math.Min(high, Cone(stint, slot, 1) + shift));
        }

        for (var left = 0; left < crane; left++)
        {
            if (Drawn(left, slot) is { } position)
            {
                low = Math.Max(low, position + (clearance * (crane - left)));
            }
        }

        return Math.Min(high, Math.Max(low, to.Task.Position));
    }

    /// <summary>The least (side -1) or greatest (side 1) position from where a crane could be at the task, as far as time allows.</summary>
    private double Cone(Stint stint, double slot, int side)
    {
        var apart = Math.Max(0, Math.Max(stint.Start - slot, slot - stint.Free));
        return stint.Task.Position + (side * (slotsPerSection > 0 ? apart / slotsPerSection : apart > 0 || slot == stint.Start || slot == stint.Free ? double.PositiveInfinity : 0));
    }

    /// <summary>Where a crane on the way is at a moment; null when it is not on its way.</summary>
    private double? Drawn(int crane, double slot)
    {
        var index = legs[crane].FindIndex(leg => leg.Points[0].Slot <= slot && leg.Points[^1].Slot >= slot);
        if (index < 0)
        {
            return null;
        }

        var points = legs[crane][index].Points;
        var next = Math.Max(1, points.FindIndex(point => point.Slot >= slot));
        var (one, two) = (points[next - 1], points[next]);
        return two.Slot <= one.Slot ? two.Position : one.Position + ((two.Position - one.Position) * (slot - one.Slot) / (two.Slot - one.Slot));
    }

    // Points that lie on a line with their neighbours say nothing.
    private static void Add(List<(double Slot, double Position)> points, (double Slot, double Position) next)
    {
        while (points.Count >= 2)
        {
            var (one, two) = (points[^2], points[^1]);
            var straight = one.Position + ((next.Position - one.Position) * (two.Slot - one.Slot) / (next.Slot - one.Slot));
            if (Math.Abs(straight - two.Position) > 0.01)
            {
                break;
            }

            points.RemoveAt(points.Count - 1);
        }

        points.Add(next);
    }
}
