using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// The placements that a plan below a cutoff may use, column by column: those whose price at given multipliers is not so far above
/// their call's cheapest that any plan with them would reach the cutoff (reduced-cost fixing).
/// </summary>
internal sealed class Rectangles
{
    private readonly BerthModel _model;
    private readonly List<int> _value = [];
    private readonly List<Placement> _placements = [];

    private Rectangles(BerthModel model)
    {
        _model = model;
        First = new int[model.Calls.Length + 1];
        Width = [.. model.Calls.Select(call => call.Zones[0].Width + model.Quays[0].HullGap)];
    }

    /// <summary>Where each call's rectangles begin; one more at the end.</summary>
    public int[] First { get; }

    /// <summary>Cells that each call takes, its clearance included.</summary>
    public int[] Width { get; }

    public int[] Cost { get; private set; } = [];

    public int[] Cell { get; private set; } = [];

    public int[] Start { get; private set; } = [];

    public int[] HandlingEnd { get; private set; } = [];

    /// <summary>End of the stay and of the pause behind it.</summary>
    public int[] Until { get; private set; } = [];

    public int[] Cranes { get; private set; } = [];

    public int Count => Cost.Length;

    public Placement this[int rectangle] => _placements[rectangle];

    /// <summary>
    /// Lists them for the greatest cutoff, among those up to <paramref name="most"/> above the relaxation's value, for which no more
    /// than <paramref name="limit"/> are needed.
    /// </summary>
    /// <param name="model">A problem with one quay.</param>
    /// <param name="prices">Multipliers.</param>
    /// <param name="slack">How far above the ideal a plan below the greatest useful cutoff may be, in units.</param>
    /// <param name="most">How far above the relaxation's value a plan below that cutoff may be, in units.</param>
    /// <param name="limit">Most rectangles to list.</param>
    /// <param name="distance">How far above the relaxation's value the plans may be for which the list is complete, in units.</param>
    public static Rectangles Of(BerthModel model, RectanglePrices prices, long slack, long most, int limit, out long distance)
    {
        var all = new Rectangles(model);
        var least = new long[model.Calls.Length];
        var reserve = limit * 8;
        distance = most;
        for (var call = 0; call < least.Length; call++)
        {
            all.First[call] = all._placements.Count;
            least[call] = all.List(call, prices, slack, distance);
            if (all._placements.Count > reserve)
            {
                distance = all.Shrink(call, least, distance, reserve / 2);
            }
        }

        all.First[^1] = all._placements.Count;
        if (all._placements.Count > limit)
        {
            distance = all.Shrink(least.Length - 1, least, distance, limit);
        }

        all.Columns(prices, slack);
        return all;
    }

    /// <summary>What a call's cheapest rectangle costs at given prices, in units above its ideal.</summary>
    public static long Least(BerthModel model, int call, RectanglePrices prices) => new Rectangles(model).List(call, prices, CellPricer.Worthless, -1);

    /// <summary>Lists one call's rectangles whose value is at most <paramref name="distance"/> above its least.</summary>
    private long List(int index, RectanglePrices prices, long slack, long distance)
    {
        var call = _model.Calls[index];
        var quay = _model.Quays[0];
        var zone = call.Zones[0];
        var least = long.MaxValue;
        var begin = _placements.Count;
        for (var option = 0; option < zone.Options.Length; option++)
        {
            for (var cell = BitRows.NextSet(zone.Allowed, zone.From, zone.To); cell >= 0; cell = BitRows.NextSet(zone.Allowed, cell + 1, zone.To))
            {
                var slots = zone.Options[option].Slots(cell);
                if (slots == int.MaxValue)
                {
                    continue;
                }

                for (var start = call.Earliest; start <= Math.Min(call.Latest, call.EndLimit - slots); start++)
                {
                    var end = call.NextDeparture is { } next ? next[start + slots] : start + slots;
                    if (end > call.EndLimit)
                    {
                        break;
                    }

                    var cranes = zone.Options[option].Cranes;
                    var cost = (zone.PlaceCost?[cell] ?? 0) + call.TimeCost(start, end, slots, cranes);
                    var units = prices.Units(cost - call.IdealCost);
                    if (units > slack)
                    {
                        if (start >= call.Pivot)
                        {
                            break;
                        }

                        continue;
                    }

                    if ((call.ArrivalSlots is { } arrivals && (arrivals[start >> 6] >> (start & 63) & 1) == 0)
                        || (quay.Closed is { } closed && BitRows.Any(closed, quay.Words, start, end, cell, zone.Width)))
                    {
                        continue;
                    }

                    var value = units + prices.Of(cell, Width[index], start, end + _model.TimeGap, start + slots, cranes);
                    if (value < least)
                    {
                        least = value;
                    }

                    if (value - least <= distance)
                    {
                        _value.Add((int)Math.Min(int.MaxValue, value));
                        _placements.Add(new Placement { Option = option, Cell = cell, Start = start, HandlingEnd = start + slots, End = end, FirstCrane = -1, Cost = cost });
                    }
                }
            }
        }

        Compact(index, begin, _placements.Count, begin, least, distance, out var kept);
        Cut(kept);
        return least;
    }

    /// <summary>Lowers the distance until at most <paramref name="limit"/> rectangles of the calls up to one are left.</summary>
    private long Shrink(int last, long[] least, long distance, int limit)
    {
        var ends = new int[last + 1];
        var above = new List<long>(_placements.Count);
        for (var call = 0; call <= last; call++)
        {
            ends[call] = call == last ? _placements.Count : First[call + 1];
            for (var index = First[call]; index < ends[call]; index++)
            {
                above.Add(_value[index] - least[call]);
            }
        }

        above.Sort();
        distance = Math.Min(distance, above[limit] - 1);
        var kept = 0;
        for (var call = 0; call <= last; call++)
        {
            var begin = First[call];
            First[call] = kept;
            Compact(call, begin, ends[call], kept, least[call], distance, out kept);
        }

        Cut(kept);
        First[^1] = kept;
        return distance;
    }

    private void Compact(int call, int begin, int end, int to, long least, long distance, out int kept)
    {
        kept = to;
        for (var index = begin; index < end; index++)
        {
            if (_value[index] - least <= distance)
            {
                _value[kept] = _value[index];
                _placements[kept++] = _placements[index];
            }
        }
    }

    private void Cut(int count)
    {
        _value.RemoveRange(count, _value.Count - count);
        _placements.RemoveRange(count, _placements.Count - count);
    }

    private void Columns(RectanglePrices prices, long slack)
    {
        var count = _placements.Count;
        (Cost, Cell, Start, HandlingEnd, Until, Cranes) = (new int[count], new int[count], new int[count], new int[count], new int[count], new int[count]);
        for (var call = 0; call < Width.Length; call++)
        {
            for (var index = First[call]; index < First[call + 1]; index++)
            {
                var placement = _placements[index];
                Cost[index] = (int)Math.Min(slack, prices.Units(placement.Cost - _model.Calls[call].IdealCost));
                (Cell[index], Start[index], HandlingEnd[index]) = (placement.Cell, placement.Start, placement.HandlingEnd);
                (Until[index], Cranes[index]) = (placement.End + _model.TimeGap, _model.Calls[call].Zones[0].Options[placement.Option].Cranes);
            }
        }
    }
}
