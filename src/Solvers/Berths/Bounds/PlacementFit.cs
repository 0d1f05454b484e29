using System.Numerics.Tensors;
using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>Whether placements fit into a working plan.</summary>
internal static class PlacementFit
{
    /// <summary>Whether the rules alone let the call be handled there in that time: what lists of placements have looked at already, and blocks have not.</summary>
    public static bool IsOpen(BerthModel model, int call, in Placement placement)
    {
        var zone = model.Calls[call].Zones[placement.Zone];
        var quay = model.Quays[zone.Quay];
        return zone.Options[placement.Option].Slots(placement.Cell) == placement.HandlingEnd - placement.Start
            && !(quay.Closed is { } closed && BitRows.Any(closed, quay.Words, placement.Start, placement.End, placement.Cell, zone.Width));
    }

    /// <summary>Whether quay and cranes are free for it; where cranes keep their first crane and none is told, one is chosen.</summary>
    public static bool IsFree(BerthState state, int call, ref Placement placement)
    {
        var model = state.Model;
        var zone = model.Calls[call].Zones[placement.Zone];
        var quay = model.Quays[zone.Quay];
        if (BitRows.Any(state.Taken(zone.Quay), quay.Words, placement.Start, placement.End + model.TimeGap, placement.Cell, zone.Width + quay.HullGap))
        {
            return false;
        }

        var cranes = zone.Options[placement.Option].Cranes;
        var pool = cranes > 0 ? model.PoolOfQuay[zone.Quay] : -1;
        if (pool < 0)
        {
            return true;
        }

        if (state.Rail(pool) is not { } rail)
        {
            return TensorPrimitives.Min(state.Slack(pool)[placement.Start..placement.HandlingEnd]) >= cranes;
        }

        var section = quay.Section(placement.Cell);
        var hull = new CraneHull(zone.Quay, section, quay.EndSection(placement.Cell, zone.Width));
        var told = rail.IsExplicit && placement.FirstCrane >= 0 ? placement.FirstCrane : model.Calls[call].FirstCrane;
        placement.FirstCrane = rail.Find(model.Pools[pool].RailStart[zone.Quay] + section, hull, placement.Start, placement.HandlingEnd, cranes, told, out placement.Shift);
        return placement.FirstCrane >= 0;
    }

    /// <summary>Puts a plan together, call by call, and takes it apart again.</summary>
    /// <param name="state">An empty working plan, and empty again afterwards.</param>
    /// <param name="placementOf">The placement of a call; every call has one.</param>
    /// <param name="cost">What the plan costs; 0 where there is none.</param>
    /// <returns>The placements with their cranes; null where they do not fit together.</returns>
    public static Placement[]? Join(BerthState state, Func<int, Placement> placementOf, out long cost)
    {
        var calls = state.Model.Calls.Length;
        var placed = 0;
        for (; placed < calls; placed++)
        {
            var placement = placementOf(placed);
            if (!IsOpen(state.Model, placed, placement) || !IsFree(state, placed, ref placement))
            {
                break;
            }

            state.Place(placed, placement);
        }

        var isPlan = placed == calls;
        cost = isPlan ? state.Cost : 0;
        var plan = isPlan ? state.At.ToArray() : null;
        while (--placed >= 0)
        {
            state.Remove(placed);
        }

        return plan;
    }
}
