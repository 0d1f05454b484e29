namespace BerthOpt.Berths;

/// <summary>Whether calls that come nearer in time than a crane could come over have their cranes in the order of their places.</summary>
internal static class CraneSides
{
    /// <summary>Whether leftmost cranes can be found for the placements of a valid plan: always, unless cranes travel and neighbours in time change sides.</summary>
    public static bool AreKept(BerthModel model, ReadOnlySpan<Placement> placements)
    {
        for (var call = 0; call < placements.Length; call++)
        {
            for (var other = 0; other < call; other++)
            {
                if (!AreKept(model, call, placements[call], other, placements[other]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool AreKept(BerthModel model, int call, in Placement placement, int other, in Placement otherPlacement)
    {
        var (pool, rail, cranes) = Place(model, call, placement);
        var (otherPool, otherRail, otherCranes) = Place(model, other, otherPlacement);
        return pool != otherPool || pool < 0 || model.Pools[pool].Pauses.Length == 0
            || !model.Pools[pool].AreNear(rail, placement.Start, placement.HandlingEnd, otherRail, otherPlacement.Start, otherPlacement.HandlingEnd)
            || (rail < otherRail ? placement.FirstCrane + cranes <= otherPlacement.FirstCrane : otherPlacement.FirstCrane + otherCranes <= placement.FirstCrane);
    }

    private static (int Pool, int Rail, int Cranes) Place(BerthModel model, int call, in Placement placement)
    {
        if (placement.Zone < 0)
        {
            return (-1, 0, 0);
        }

        var zone = model.Calls[call].Zones[placement.Zone];
        var cranes = zone.Options[placement.Option].Cranes;
        var pool = cranes > 0 ? model.PoolOfQuay[zone.Quay] : -1;
        return (pool, pool < 0 ? 0 : model.Pools[pool].RailStart[zone.Quay] + model.Quays[zone.Quay].Section(placement.Cell), cranes);
    }
}
