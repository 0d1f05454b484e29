using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>Puts a call where it is told, when that is free.</summary>
internal static class PlacementFit
{
    /// <summary>Places a call if it is handled there in that time, and quay and cranes are open and free for it.</summary>
    public static bool TryPlace(BerthState state, int call, Placement placement)
    {
        var model = state.Model;
        var zone = model.Calls[call].Zones[placement.Zone];
        var quay = model.Quays[zone.Quay];
        if (zone.Options[placement.Option].Slots(placement.Cell) != placement.HandlingEnd - placement.Start
            || (quay.Closed is { } closed && BitRows.Any(closed, quay.Words, placement.Start, placement.End, placement.Cell, zone.Width)))
        {
            return false;
        }

        if (BitRows.Any(state.Taken(zone.Quay), quay.Words, placement.Start, placement.End + model.TimeGap, placement.Cell, zone.Width + quay.HullGap))
        {
            return false;
        }

        var cranes = zone.Options[placement.Option].Cranes;
        var pool = cranes > 0 ? model.PoolOfQuay[zone.Quay] : -1;
        if (pool >= 0 && state.Rail(pool) is { } rail)
        {
            var section = quay.Section(placement.Cell);
            var hull = new CraneHull(zone.Quay, section, quay.EndSection(placement.Cell, zone.Width));
            var wish = rail.IsExplicit && placement.FirstCrane >= 0 ? placement.FirstCrane : model.Calls[call].FirstCrane;
            placement.FirstCrane = rail.Find(model.Pools[pool].RailStart[zone.Quay] + section, hull, placement.Start, placement.HandlingEnd, cranes, wish, 0);
            if (placement.FirstCrane < 0)
            {
                return false;
            }
        }
        else if (pool >= 0 && System.Numerics.Tensors.TensorPrimitives.Min(state.Slack(pool)[placement.Start..placement.HandlingEnd]) < cranes)
        {
            return false;
        }

        state.Place(call, placement);
        return true;
    }
}
