using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>The greatest prices of cell-slots and crane-slots that the wrapping arithmetic stands.</summary>
internal static class CellPriceLimits
{
    /// <summary>Limits of so many prices: of cell-slots, and of crane-slots from an index on.</summary>
    public static int[] Of(BerthModel model, int firstCraneSlot, int total, StopMonitor? stop)
    {
        // A rectangle's price must stay below 2^29 for the wrapping arithmetic to be exact; what is too large for that gets no price.
        long area = 1, cranes = 1;
        for (var call = 0; call < model.Calls.Length; call++)
        {
            stop?.ThrowIfStopped();
            foreach (var zone in model.Calls[call].Zones)
            {
                var idle = model.PoolOfQuay[zone.Quay] is >= 0 and var pool ? model.Pools[pool].IdleSlots : 0;
                foreach (var option in zone.Options)
                {
                    long slots = option.MaxSlots;
                    cranes = Math.Max(cranes, (slots + idle) * option.Cranes);
                    var stay = model.Calls[call].NextDeparture is null ? slots : model.Horizon;
                    area = Math.Max(area, (stay + model.TimeGap) * (zone.Width + model.Quays[zone.Quay].HullGap));
                }
            }
        }

        var limits = new int[total];
        Array.Fill(limits, (int)((1 << 28) / area), 0, firstCraneSlot);
        Array.Fill(limits, (int)((1 << 28) / cranes), firstCraneSlot, total - firstCraneSlot);
        return limits;
    }
}
