using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>A rectangle on the grid.</summary>
internal struct Rectangle
{
    /// <summary>The cheapest placement that it stands for.</summary>
    public Placement Placement;

    /// <summary>Cost above the call's ideal, in units.</summary>
    public int Cost;

    public int Cell;

    public int Start;

    public int HandlingEnd;

    public int Until;

    public int Cranes;

    /// <summary>Cost with the prices of cells and cranes.</summary>
    public long Value;
}

/// <summary>Lists the rectangles of a call that are not too dear.</summary>
internal static class RectangleList
{
    /// <summary>Appends those whose value is at most a distance above the least one met so far.</summary>
    /// <returns>The least value.</returns>
    public static long Fill(BerthModel model, RectangleGrid grid, int call, RectanglePrices prices, long slack, long distance, List<Rectangle> list, ref long work)
    {
        var least = long.MaxValue;
        var zone = model.Calls[call].Zones[0];
        for (var option = 0; option < zone.Options.Length; option++)
        {
            if (grid.IsExact)
            {
                Exact(model, grid, call, option, prices, slack, distance, list, ref least, ref work);
            }
            else
            {
                Blocks(model, grid, call, option, prices, slack, distance, list, ref least, ref work);
            }
        }

        return least;
    }

    private static void Exact(BerthModel model, RectangleGrid grid, int index, int option, RectanglePrices prices, long slack, long distance, List<Rectangle> list, ref long least, ref long work)
    {
        var (call, quay) = (model.Calls[index], model.Quays[0]);
        var zone = call.Zones[0];
        var cranes = zone.Options[option].Cranes;
        for (var cell = BitRows.NextSet(zone.Allowed, zone.From, zone.To); cell >= 0; cell = BitRows.NextSet(zone.Allowed, cell + 1, zone.To))
        {
            var slots = zone.Options[option].Slots(cell);
            if (slots == int.MaxValue)
            {
                continue;
            }

            for (var start = call.Earliest; start <= Math.Min(call.Latest, call.EndLimit - slots); start++)
            {
                work++;
                var end = call.NextDeparture is { } next ? next[start + slots] : start + slots;
                if (end > call.EndLimit)
                {
                    break;
                }

                var cost = zone.Price(cell) + call.TimeCost(start, end, slots, cranes);
                var units = prices.Units(cost - call.IdealCost);
                if (units > slack)
                {
                    if (start >= call.Pivot)
                    {
                        break;
                    }

                    continue;
                }

                if (!call.MayArrive(start) || (quay.Closed is { } closed && BitRows.Any(closed, quay.Words, start, end, cell, zone.Width)))
                {
                    continue;
                }

                Offer(new Rectangle
                {
                    Placement = new Placement { Option = option, Cell = cell, Start = start, HandlingEnd = start + slots, End = end, FirstCrane = -1, Cost = cost },
                    Cost = (int)units,
                    Cell = cell,
                    Start = start,
                    HandlingEnd = start + slots,
                    Until = end + model.TimeGap,
                    Cranes = cranes,
                }, grid.Width[index], prices, distance, list, ref least);
            }
        }
    }

    /// <summary>Block by block: the cheapest cell of each block of cells with the cheapest start and the shortest stay of each block of slots.</summary>
    private static void Blocks(BerthModel model, RectangleGrid grid, int index, int option, RectanglePrices prices, long slack, long distance, List<Rectangle> list, ref long least, ref long work)
    {
        var call = model.Calls[index];
        var zone = call.Zones[0];
        var (cranes, slots) = (zone.Options[option].Cranes, zone.Options[option].MinSlots);
        var places = Places(grid, zone);
        var latest = Math.Min(call.Latest, call.EndLimit - slots);
        for (var start = call.Earliest; start <= latest;)
        {
            work += grid.SlotsPerBlock + places.Count;
            var block = start / grid.SlotsPerBlock;
            var (cost, at, leaves, stay) = (long.MaxValue, -1, 0, int.MaxValue);
            for (; start <= latest && start / grid.SlotsPerBlock == block; start++)
            {
                var end = call.NextDeparture is { } next ? next[start + slots] : start + slots;
                if (end <= call.EndLimit && call.MayArrive(start))
                {
                    var price = call.TimeCost(start, end, slots, cranes);
                    (cost, at, leaves) = price < cost ? (price, start, end) : (cost, at, leaves);
                    stay = Math.Min(stay, end - start);
                }
            }

            if (at < 0)
            {
                continue;
            }

            if (prices.Units(cost + zone.MinPlaceCost - call.IdealCost) > slack)
            {
                if (at >= call.Pivot)
                {
                    return;
                }

                continue;
            }

            foreach (var (column, cell, place) in places)
            {
                var units = prices.Units(cost + place - call.IdealCost);
                if (units <= slack)
                {
                    Offer(new Rectangle
                    {
                        Placement = new Placement { Option = option, Cell = cell, Start = at, HandlingEnd = at + slots, End = leaves, FirstCrane = -1, Cost = cost + place },
                        Cost = (int)units,
                        Cell = column,
                        Start = block,
                        HandlingEnd = block + (slots / grid.SlotsPerBlock),
                        Until = block + ((stay + model.TimeGap) / grid.SlotsPerBlock),
                        Cranes = cranes,
                    }, grid.Width[index], prices, distance, list, ref least);
                }
            }
        }
    }

    /// <summary>The cheapest allowed cell of each block of cells.</summary>
    private static List<(int Column, int Cell, long Cost)> Places(RectangleGrid grid, Zone zone)
    {
        var places = new List<(int Column, int Cell, long Cost)>();
        for (var cell = BitRows.NextSet(zone.Allowed, zone.From, zone.To); cell >= 0; cell = BitRows.NextSet(zone.Allowed, cell + 1, zone.To))
        {
            var (column, cost) = (cell / grid.CellsPerBlock, zone.Price(cell));
            if (places.Count == 0 || places[^1].Column != column)
            {
                places.Add((column, cell, cost));
            }
            else if (cost < places[^1].Cost)
            {
                places[^1] = (column, cell, cost);
            }
        }

        return places;
    }

    private static void Offer(Rectangle rectangle, int width, RectanglePrices prices, long distance, List<Rectangle> list, ref long least)
    {
        rectangle.Value = rectangle.Cost + prices.Of(rectangle.Cell, width, rectangle.Start, rectangle.Until, rectangle.HandlingEnd, rectangle.Cranes);
        least = Math.Min(least, rectangle.Value);
        if (rectangle.Value - least <= distance)
        {
            list.Add(rectangle);
        }
    }
}
