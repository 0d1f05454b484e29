namespace BerthOpt.Berths;

/// <summary>The places at a quay at which a call fills so many cells.</summary>
/// <param name="Width">Cells that it fills.</param>
/// <param name="Cells">First cells, ascending.</param>
/// <param name="Allowed">The same, one bit each.</param>
internal sealed record PlaceList(int Width, int[] Cells, ulong[] Allowed);

/// <summary>
/// Where along each quay a call may lie. Calls for which the same rules give the same places share their lists: ships have few lengths,
/// and quays are long.
/// </summary>
internal sealed class PlaceLists(BerthModel model)
{
    private readonly Dictionary<Key, PlaceList[]> _known = [];

    /// <summary>The places of a call at a quay, by the number of cells that it fills there.</summary>
    public PlaceList[] Of(Call call, Pin pin, int quay)
    {
        if (pin.Position is not null || !call.Allowed.IsEmpty || !call.Requires.IsEmpty)
        {
            return Find(call, pin, quay);
        }

        var draught = 0;
        foreach (var depth in model.Quays[quay].Quay.Depths)
        {
            draught = depth.Centimetres < call.DraughtCentimetres ? call.DraughtCentimetres : draught;
        }

        var key = new Key(quay, call.Length, call.BerthsNeeded, draught);
        if (!_known.TryGetValue(key, out var places))
        {
            _known.Add(key, places = Find(call, pin, quay));
        }

        return places;
    }

    private PlaceList[] Find(Call call, Pin pin, int quay)
    {
        var view = model.Quays[quay];
        var places = new List<(int Width, List<int> Cells)>();
        var (width, cells) = (0, new List<int>());
        var limits = new QuayLimits(view, quay, call);
        for (var cell = 0; cell < view.Cells; cell++)
        {
            var wide = Width(view, call, cell);
            if (wide == 0 || !IsAllowed(call, pin, limits, view, cell, wide))
            {
                continue;
            }

            if (wide != width)
            {
                width = wide;
                var known = places.FindIndex(place => place.Width == wide);
                cells = known >= 0 ? places[known].Cells : [];
                if (known < 0)
                {
                    places.Add((wide, cells));
                }
            }

            cells.Add(cell);
        }

        return [.. places.Select(place => new PlaceList(place.Width, [.. place.Cells], Bits(place.Cells, view.Words)))];
    }

    private static ulong[] Bits(List<int> cells, int words)
    {
        var bits = new ulong[words];
        foreach (var cell in cells)
        {
            bits[cell >> 6] |= 1UL << (cell & 63);
        }

        return bits;
    }

    /// <summary>Cells that a call fills from a cell on; 0 when it does not fit.</summary>
    private static int Width(QuayModel quay, Call call, int cell)
    {
        switch (quay.Quay.Layout)
        {
            case QuayLayout.Continuous:
                return cell <= quay.Cells - call.Length ? call.Length : 0;
            case QuayLayout.Discrete:
                return call.Length <= quay.Quay.Berths[quay.BerthOf(cell)].Length ? 1 : 0;
            default:
                return quay.BerthOf(cell) < 0 ? 0 : quay.Filled(cell, call);
        }
    }

    private bool IsAllowed(Call call, Pin pin, QuayLimits limits, QuayModel view, int cell, int width)
    {
        var (from, to) = (view.Section(cell), view.EndSection(cell, width));
        var end = model.Problem.Clearances.QuayEndSections;
        if ((pin.Position is { } position && position != from) || (view.IsContinuous && (from < end || to > view.Quay.Length - (long)end)))
        {
            return false;
        }

        return limits.Allow(from, to) && HasEquipment(view, call, cell, width);
    }

    private static bool HasEquipment(QuayModel view, Call call, int cell, int width)
    {
        foreach (var need in call.Requires)
        {
            if (!view.Quay.Offers.Contains(need)
                && (view.IsContinuous || !Enumerable.Range(cell, width).All(part => view.BerthOf(part) < 0 || view.Quay.Berths[view.BerthOf(part)].Offers.Contains(need))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What decides, for calls without a pinned position, allowed places and requirements; the draught counts where some of the quay is too shallow for it.</summary>
    private readonly record struct Key(int Quay, int Length, int BerthsNeeded, int Draught);
}
