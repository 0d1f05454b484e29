using BerthOpt.Kernels;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>A call's cheapest rectangle under given prices.</summary>
internal struct PricedRectangle
{
    /// <summary>Index of the zone; -1 when the call is left out.</summary>
    public int Zone;

    public int Cell;

    public int Cranes;

    public int Start;

    public int HandlingEnd;

    public int End;

    /// <summary>Scaled cost above the call's ideal, prices included.</summary>
    public int Value;
}

/// <summary>
/// Finds each call's cheapest rectangle (quay, cell, start, cranes) when cell-slots and crane-slots have prices. Costs are counted
/// above the call's ideal and scaled to whole numbers, so all sums are exact.
/// </summary>
internal sealed class CellPricer
{
    private readonly BerthModel _model;
    private readonly CellGrid[] _grids;
    private readonly int[][] _cranePrices;
    private readonly int[][][] _place;
    private readonly CellRun[][][][] _runs;

    public CellPricer(BerthModel model, CellGrid[] grids, int[][] cranePrices, StopMonitor? stop = null)
    {
        (_model, _grids, _cranePrices) = (model, grids, cranePrices);
        _place = new int[model.Calls.Length][][];
        _runs = new CellRun[model.Calls.Length][][][];
        for (var index = 0; index < _runs.Length; index++)
        {
            stop?.ThrowIfStopped();
            var (call, zones) = (index, model.Calls[index].Zones);
            _place[call] = [.. zones.Select(zone => new int[grids[zone.Quay].Cells])];
            _runs[call] = [.. zones.Select(zone => CellRun.Of(model, grids[zone.Quay], call, zone))];
        }
    }

    /// <summary>The units of values; set before the first call is priced.</summary>
    public CostScale Scale { get; private set; } = new(int.MinValue);

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>Sets the scale and rescales the prices of places.</summary>
    public void SetScale(CostScale scale)
    {
        Scale = scale;
        for (var call = 0; call < _place.Length; call++)
        {
            for (var index = 0; index < _place[call].Length; index++)
            {
                var zone = _model.Calls[call].Zones[index];
                var place = _place[call][index];
                Array.Fill(place, CostScale.Worthless);
                for (var cell = zone.From; cell < zone.To; cell++)
                {
                    if ((zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 1)
                    {
                        place[cell] = scale.Units(zone.Price(cell) - zone.MinPlaceCost);
                    }
                }
            }
        }
    }

    /// <summary>Prices one call; rectangles that cost <paramref name="slack"/> or more above its ideal are of no use and left aside.</summary>
    public PricedRectangle Price(int index, long slack)
    {
        var call = _model.Calls[index];
        var best = new PricedRectangle { Zone = -1, Value = call.Optional ? Scale.Units(call.RejectionCost - call.IdealCost) : CostScale.Worthless };
        for (var zoneIndex = 0; zoneIndex < call.Zones.Length; zoneIndex++)
        {
            var zone = call.Zones[zoneIndex];
            for (var option = 0; option < zone.Options.Length; option++)
            {
                foreach (var run in _runs[index][zoneIndex][option])
                {
                    Scan(index, call, zoneIndex, zone.Options[option].Cranes, run, slack, ref best);
                }
            }
        }

        return best;
    }

    private void Scan(int index, CallModel call, int zoneIndex, int cranes, in CellRun run, long slack, ref PricedRectangle best)
    {
        var zone = call.Zones[zoneIndex];
        var grid = _grids[zone.Quay];
        var place = _place[index][zoneIndex];
        var width = zone.Width + _model.Quays[zone.Quay].HullGap;
        var pool = cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
        var cranePrices = pool >= 0 ? _cranePrices[pool] : null;
        var idle = pool >= 0 ? _model.Pools[pool].IdleSlots : 0;
        var sparse = grid.SlotsPerBlock > 1 && call.ArrivalSlots is null && call.NextDeparture is null;
        var latest = Math.Min(call.Latest, call.EndLimit - run.Slots);
        var monotone = call.Pivot;
        var wasTooDear = false;
        for (var start = call.Earliest; start <= latest; start++)
        {
            var handlingEnd = start + run.Slots;
            if (sparse && !IsBreakpoint(call, start, handlingEnd, latest, grid.SlotsPerBlock) && (handlingEnd + idle) % grid.SlotsPerBlock != 0)
            {
                continue;
            }

            if (!call.MayArrive(start))
            {
                continue;
            }

            var end = call.NextDeparture is { } next ? next[handlingEnd] : handlingEnd;
            if (end > call.EndLimit)
            {
                return;
            }

            var cost = zone.MinPlaceCost - call.IdealCost + call.TimeCost(start, end, run.Slots, cranes);
            if (cost < slack)
            {
                wasTooDear = false;
            }
            else if (start >= monotone && (!sparse || wasTooDear))
            {
                return;
            }
            else if (!sparse)
            {
                continue;
            }
            else
            {
                wasTooDear = true; // but cheap enough starts may lie between this one and its neighbours, which it bounds
            }

            Work += 2;
            var time = Scale.Units(cost);
            if (time >= best.Value)
            {
                if (start >= monotone)
                {
                    return;
                }

                continue;
            }

            if (cranePrices is not null)
            {
                time = Math.Min(CostScale.Worthless, time + unchecked(cranes * (cranePrices[Math.Min(handlingEnd + idle, cranePrices.Length - 1)] - cranePrices[start])));
                if (time >= best.Value)
                {
                    continue;
                }
            }

            var early = grid.Row(start);
            var late = grid.Row(end + _model.TimeGap);
            int value, cell;
            if (grid.CellsPerBlock == 1)
            {
                Work += 4 + ((run.To - run.From) >> 3);
                value = WindowPrices.Min<Simd>(place, early, late, width, run.From, run.To);
                if (time + value >= best.Value)
                {
                    continue;
                }

                cell = WindowPrices.IndexOf(place, early, late, width, run.From, run.To, value);
            }
            else
            {
                (value, cell) = CoarseMin(run.Cells, place, early, late, width, grid.CellsPerBlock);
                if (time + value >= best.Value)
                {
                    continue;
                }
            }

            best = new PricedRectangle { Zone = zoneIndex, Cell = cell, Cranes = cranes, Start = start, HandlingEnd = handlingEnd, End = end, Value = time + value };
        }
    }

    private (int Value, int Cell) CoarseMin(int[] cells, int[] place, ReadOnlySpan<int> early, ReadOnlySpan<int> late, int width, int cellsPerBlock)
    {
        Work += 2 * cells.Length;
        var (least, at) = (int.MaxValue, -1);
        foreach (var cell in cells)
        {
            var value = unchecked(place[cell] + Area(early, late, cell + width, cellsPerBlock) - Area(early, late, cell, cellsPerBlock));
            if (value < least)
            {
                (least, at) = (value, cell);
            }
        }

        return (least, at);
    }

    /// <summary>Price of all cells before one, between two rows: whole columns, and the part of the last one.</summary>
    private static int Area(ReadOnlySpan<int> early, ReadOnlySpan<int> late, int cell, int cellsPerBlock)
    {
        var column = cell / cellsPerBlock;
        var rest = cell - (column * cellsPerBlock);
        unchecked
        {
            var whole = late[column] - early[column];
            return (cellsPerBlock * whole) + (rest == 0 ? 0 : rest * (late[column + 1] - early[column + 1] - whole));
        }
    }

    /// <summary>Within a block of slots cost and price are linear in the start, so only starts at which something bends can be cheapest.</summary>
    private bool IsBreakpoint(CallModel call, int start, int end, int latest, int slots) =>
        start % slots == 0 || end % slots == 0 || (end + _model.TimeGap) % slots == 0 || start == call.Earliest || start == call.Arrival || start == latest || end == call.Due || start == call.BaseStart;
}
