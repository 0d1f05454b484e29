using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>Where positions and slots lie in the picture: the rail across, time down.</summary>
internal sealed class Frame
{
    private readonly double first;

    public Frame(Scene scene, (double X, double Y) origin)
    {
        Origin = origin;
        Slots = scene.Slots;
        var places = scene.Problem.Tasks.Select(task => task.Position).DefaultIfEmpty(0).Distinct().Order().ToArray();
        Pitch = PitchOf(places);

        // Cranes that start beside the tasks widen the picture, by a little; further ones come in from its edge.
        var (low, high) = (places[0] - Pitch, places[^1] + Pitch);
        var beside = 2 * Pitch;
        foreach (var crane in scene.Problem.Cranes)
        {
            low = crane.Start is { } start && start >= low - beside ? Math.Min(low, start) : low;
            high = crane.Start is { } end && end <= high + beside ? Math.Max(high, end) : high;
        }

        first = low;
        RailLength = scene.Options.RailPixels ?? Math.Clamp(28 * (high - low) / Pitch, 520, 1700);
        SectionPixels = RailLength / (high - low);
        TimeLength = scene.Options.TimePixels ?? TimePixels(scene);
        SlotPixels = TimeLength / Slots.Length;
        Band = Math.Clamp(0.84 * Pitch * SectionPixels, 3, 90);
        Low = low;
        High = high;
    }

    public (double X, double Y) Origin { get; }

    public Interval Slots { get; }

    /// <summary>First position shown.</summary>
    public double Low { get; }

    /// <summary>Last position shown.</summary>
    public double High { get; }

    /// <summary>Sections from one task's position to the next, as most of them lie.</summary>
    public double Pitch { get; }

    /// <summary>Width of a task, in pixels.</summary>
    public double Band { get; }

    public double RailLength { get; }

    public double TimeLength { get; }

    public double SectionPixels { get; }

    public double SlotPixels { get; }

    /// <summary>Cut off at the picture's edges.</summary>
    public double X(double position) => Origin.X + Math.Clamp((position - first) * SectionPixels, 0, RailLength);

    /// <summary>Cut off at the first and the last slot shown.</summary>
    public double Y(double slot) => Origin.Y + ((Math.Clamp(slot, Slots.From, Slots.To) - Slots.From) * SlotPixels);

    public Box Task(double position, double from, double to) => new(X(position) - (Band / 2), Y(from), Band, Y(to) - Y(from));

    // The lower quartile of the gaps, so that bays half a step off (40' over two 20') do not make all bands thin.
    private static double PitchOf(int[] places)
    {
        var gaps = places.Zip(places.Skip(1), (one, two) => two - one).Order().ToArray();
        return gaps.Length == 0 ? 1 : gaps[gaps.Length / 4];
    }

    // Room for a line of text in the usual task, in a picture that is not too long.
    private static double TimePixels(Scene scene)
    {
        var usual = scene.Stints.Select(stint => stint.Free - stint.Start).Where(slots => slots > 0).Order().ToArray();
        return usual.Length == 0 ? 420 : Math.Clamp(26.0 * scene.Slots.Length / usual[usual.Length / 2], 420, 1500);
    }
}
