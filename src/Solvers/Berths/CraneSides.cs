namespace BerthOpt.Berths;

/// <summary>The order of cranes in which the calls of a given plan stand, where cranes need time between calls.</summary>
internal static class CraneSides
{
    /// <summary>
    /// Sets the shifts of a valid plan's placements. Of two calls near in time the one with the left cranes comes first; each stands at
    /// its place along the rail unless that is not beyond those that come before it.
    /// </summary>
    public static void Arrange(BerthModel model, Span<Placement> placements)
    {
        var byCrane = new int[placements.Length];
        var keys = new long[placements.Length];
        for (var call = 0; call < placements.Length; call++)
        {
            byCrane[call] = call;
            keys[call] = ((long)placements[call].FirstCrane << 32) + call;
        }

        Array.Sort(keys, byCrane);
        var orders = new long[placements.Length];
        for (var next = 0; next < byCrane.Length; next++)
        {
            var call = byCrane[next];
            var (pool, rail) = Place(model, call, placements[call]);
            placements[call].Shift = 0;
            if (pool < 0 || model.Pools[pool].Pauses.Length == 0)
            {
                continue;
            }

            var natural = (long)rail << CraneRail.OrderBits;
            orders[call] = natural;
            foreach (var other in byCrane.AsSpan(0, next))
            {
                var (otherPool, otherRail) = Place(model, other, placements[other]);
                if (otherPool == pool && orders[other] >= orders[call] && model.Pools[pool].AreNear(rail, placements[call].Start, placements[call].HandlingEnd, otherRail, placements[other].Start, placements[other].HandlingEnd))
                {
                    orders[call] = orders[other] + CraneRail.SideStep;
                }
            }

            placements[call].Shift = orders[call] - natural;
        }
    }

    private static (int Pool, int Rail) Place(BerthModel model, int call, in Placement placement)
    {
        if (placement.Zone < 0)
        {
            return (-1, 0);
        }

        var zone = model.Calls[call].Zones[placement.Zone];
        var pool = zone.Options[placement.Option].Cranes > 0 ? model.PoolOfQuay[zone.Quay] : -1;
        return (pool, pool < 0 ? 0 : model.Pools[pool].RailStart[zone.Quay] + model.Quays[zone.Quay].Section(placement.Cell));
    }
}
