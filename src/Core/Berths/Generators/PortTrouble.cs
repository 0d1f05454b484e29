using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>What goes wrong in the port: each week a gale, a crane that is out and a closed stretch of quay.</summary>
internal sealed record PortTrouble(
    ImmutableArray<MovementBan> Gales, ImmutableArray<(int Quay, CraneOutage Outage)> Outages, ImmutableArray<Closure> Closures)
{
    private const int GaleLength = 20;

    public static PortTrouble Draw(ImmutableArray<Quay> quays, int[] cranes, int weeks, Rng rng)
    {
        var gales = ImmutableArray.CreateBuilder<MovementBan>(weeks);
        var outages = ImmutableArray.CreateBuilder<(int Quay, CraneOutage Outage)>(weeks);
        var closures = ImmutableArray.CreateBuilder<Closure>(weeks);
        for (var week = 0; week < weeks; week++)
        {
            gales.Add(new MovementBan { Slots = Slots(week, 2, 4, 6, 14, rng), MinLength = GaleLength, Reason = "gale" });

            var quay = rng.Next(quays.Length);
            outages.Add((quay, new CraneOutage(rng.Next(cranes[quay]), Slots(week, 1, 4, 24, 60, rng), "breakdown")));

            // Not in the first three days, when ships that nobody can move may lie there.
            var closed = rng.Next(quays.Length);
            var length = rng.Next(15, 31);
            var from = rng.Next(quays[closed].Length - length + 1);
            closures.Add(new Closure
            {
                Quay = closed,
                Sections = new Interval(from, from + length),
                Slots = Slots(week, 3, 5, 24, 48, rng),
                Reason = "fender repair",
            });
        }

        return new PortTrouble(gales.MoveToImmutable(), outages.MoveToImmutable(), closures.MoveToImmutable());
    }

    // From an hour of the week's days [firstDay, lastDay), for so many hours.
    private static Interval Slots(int week, int firstDay, int lastDay, int minHours, int maxHours, Rng rng)
    {
        var from = (week * PortScheme.SlotsPerWeek) + rng.Next(firstDay * 24 * PortScheme.SlotsPerHour, lastDay * 24 * PortScheme.SlotsPerHour);
        return new Interval(from, from + (rng.Next(minHours, maxHours + 1) * PortScheme.SlotsPerHour));
    }
}
