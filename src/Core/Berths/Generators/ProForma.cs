namespace BerthOpt.Berths;

/// <summary>A weekly service: which ship comes when, where it would lie, and with how many cranes for how long.</summary>
internal sealed record PortService(PortShipClass Ship, int Length, int Quay, int Position, int Slot, int Moves, int Cranes, int Stay);

/// <summary>Lays out a pro forma week: every service gets the least conflicting of a few hundred drawn times and places.</summary>
internal static class ProForma
{
    public const int CallsPerWeek = 210;

    private const int Draws = 300;

    public static List<PortService> Draw(int[] quayLengths, int[] cranes, Rng rng)
    {
        var services = new List<PortService>(CallsPerWeek);
        var craneUse = quayLengths.Select(_ => new int[PortScheme.SlotsPerWeek]).ToArray();
        var shares = 0;
        foreach (var ship in PortShips.Classes)
        {
            // Large ships first; the shares add up to 100, so rounding the running sum gives exactly the week's calls.
            shares += ship.Share;
            while (services.Count < ((shares * CallsPerWeek) + 50) / 100)
            {
                services.Add(Place(ship, quayLengths, cranes, services, craneUse, rng));
                var chosen = services[^1];
                for (var slot = 0; slot < chosen.Stay; slot++)
                {
                    craneUse[chosen.Quay][(chosen.Slot + slot) % PortScheme.SlotsPerWeek] += chosen.Cranes;
                }
            }
        }

        return services;
    }

    private static PortService Place(PortShipClass ship, int[] quayLengths, int[] cranes, List<PortService> others, int[][] craneUse, Rng rng)
    {
        var length = (rng.Next(ship.Metres.From, ship.Metres.To) + 9) / 10;
        var moves = rng.Next(ship.Moves.From, ship.Moves.To);
        var gang = (ship.MinCranes + ship.MaxCranes + 1) / 2;
        var stay = PortCalls.Handling(ship, moves).Slots(gang) + (2 * PortScheme.SlotsPerHour);
        PortService? best = null;
        var least = long.MaxValue;
        for (var draw = 0; draw < Draws && least > 0; draw++)
        {
            var quay = Quay(quayLengths, rng);
            var free = quayLengths[quay] - length - (2 * PortScheme.EndGap);
            var service = new PortService(ship, length, quay, PortScheme.EndGap + rng.Next(free + 1), rng.Next(PortScheme.SlotsPerWeek), moves, gang, stay);
            var conflict = others.Where(other => other.Quay == quay).Sum(other => Overlap(service, other));
            for (var slot = 0; slot < stay; slot++)
            {
                conflict += 20L * Math.Max(0, craneUse[quay][(service.Slot + slot) % PortScheme.SlotsPerWeek] + gang - cranes[quay]);
            }

            if (conflict < least)
            {
                (least, best) = (conflict, service);
            }
        }

        return best!;
    }

    // Each quay as likely as it is long.
    private static int Quay(int[] quayLengths, Rng rng)
    {
        var section = rng.Next(quayLengths.Sum());
        var quay = 0;
        while (section >= quayLengths[quay])
        {
            section -= quayLengths[quay++];
        }

        return quay;
    }

    // Section-slots that both would occupy in a week that repeats.
    private static long Overlap(PortService one, PortService other)
    {
        var sections = Math.Min(one.Position + one.Length, other.Position + other.Length) - Math.Max(one.Position, other.Position) + PortScheme.HullGap;
        if (sections <= 0)
        {
            return 0;
        }

        var slots = 0;
        foreach (var shift in (ReadOnlySpan<int>)[-PortScheme.SlotsPerWeek, 0, PortScheme.SlotsPerWeek])
        {
            slots += Math.Max(0, Math.Min(one.Slot + one.Stay, other.Slot + shift + other.Stay) - Math.Max(one.Slot, other.Slot + shift));
        }

        return (long)sections * slots;
    }
}
