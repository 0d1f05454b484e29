using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>
/// Where sections and slots lie in the picture. Everything is laid out along u, the quays one behind the other, and v, the time; the
/// frame turns both into x and y.
/// </summary>
internal sealed class Frame
{
    public const double StripWidth = 34;

    private readonly double[] quayAt;
    private readonly double perSection;
    private readonly double perSlot;

    public Frame(BerthProblem problem, BerthSvgOptions options, Interval slots, (double X, double Y) origin)
    {
        TimeAcross = options.TimeAcross;
        Slots = slots;
        Origin = origin;
        var sections = problem.Quays.Sum(quay => (double)quay.Length);
        var quayPixels = options.QuayPixels ?? QuayPixels(problem, sections, options.TimeAcross);
        perSection = quayPixels / sections;
        TimeLength = options.TimePixels ?? TimePixels(problem, slots, quayPixels, options.TimeAcross);
        perSlot = TimeLength / slots.Length;

        // Behind the last quay of a pool lies the strip of its cranes.
        quayAt = new double[problem.Quays.Length];
        PoolAt = new double[problem.CranePools.Length];
        var at = 0.0;
        for (var quay = 0; quay < quayAt.Length; quay++)
        {
            quayAt[quay] = at;
            at += problem.Quays[quay].Length * perSection;
            for (var pool = 0; pool < PoolAt.Length && options.Strips; pool++)
            {
                if (problem.CranePools[pool].Quays.Max() == quay)
                {
                    PoolAt[pool] = at + 5;
                    at += StripWidth + 5;
                }
            }

            QuaysLength = at;
            at += 16;
        }
    }

    public bool TimeAcross { get; }

    public Interval Slots { get; }

    public (double X, double Y) Origin { get; }

    /// <summary>From the first quay's start to the end of the last quay or its strip.</summary>
    public double QuaysLength { get; }

    public double TimeLength { get; }

    /// <summary>For each pool, where its strip starts.</summary>
    public double[] PoolAt { get; }

    public double SectionPixels => perSection;

    public double SlotPixels => perSlot;

    public double U(int quay, double section) => quayAt[quay] + (section * perSection);

    /// <summary>Cut off at the first and the last slot shown.</summary>
    public double V(double slot) => (Math.Clamp(slot, Slots.From, Slots.To) - Slots.From) * perSlot;

    /// <summary>Where a share of a strip that starts at <paramref name="at"/> ends; where time runs across, strips stand upright.</summary>
    public double Strip(double at, double width, double share) => at + (width * (TimeAcross ? 1 - share : share));

    public (double X, double Y) Point(double u, double v) => TimeAcross ? (Origin.X + v, Origin.Y + u) : (Origin.X + u, Origin.Y + v);

    public Box Box(double u0, double u1, double v0, double v1) =>
        TimeAcross ? new Box(Origin.X + v0, Origin.Y + u0, v1 - v0, u1 - u0) : new Box(Origin.X + u0, Origin.Y + v0, u1 - u0, v1 - v0);

    public Box Box(int quay, Interval sections, double fromSlot, double toSlot) => Box(U(quay, sections.From), U(quay, sections.To), V(fromSlot), V(toSlot));

    // Room for a name at the usual hull or berth, within what a screen or a sheet of paper holds.
    private static double QuayPixels(BerthProblem problem, double sections, bool across)
    {
        var berths = problem.Quays.Sum(quay => quay.Berths.Length);
        var hull = problem.Calls.Length == 0 ? sections / 8 : problem.Calls.Average(call => (double)call.Length);
        return across
            ? Math.Clamp(Math.Max(30.0 * berths, 25 * sections / hull), 360, 1300)
            : Math.Clamp(Math.Max(64.0 * berths, 42 * sections / hull), 760, 1700);
    }

    // Room for two lines, or for a name where time runs across, in the usual handling, in a picture that is not too long for its width.
    private static double TimePixels(BerthProblem problem, Interval slots, double quayPixels, bool across)
    {
        var handling = problem.Calls.Length == 0 ? slots.Length / 10.0 : problem.Calls.Average(call => (double)call.Handling.Work.Where(work => work > 0).DefaultIfEmpty(1).Min() * Rate(call));
        var wanted = (across ? 110.0 : 90.0) * slots.Length / Math.Max(1e-9, handling);
        return across ? Math.Clamp(wanted, 760, 2000) : Math.Clamp(Math.Min(wanted, 1.3 * quayPixels), 420, 2000);
    }

    private static double Rate(Call call) => call.Handling.Productivity.IsEmpty ? 1 : 1000.0 / call.Handling.Productivity[^1];
}
