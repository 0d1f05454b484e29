using BerthOpt.Kernels;

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
    /// <summary>More than any useful value; two of these still fit in an int.</summary>
    public const int Worthless = 1 << 29;

    private readonly BerthModel _model;
    private readonly CellGrid[] _grids;
    private readonly int[][] _cranePrices;
    private readonly int[][][] _place;
    private readonly int[][] _placeFloor;
    private readonly int[][][]? _breakpoints;
    private readonly (int From, int To, int Slots)[][][][] _runs;

    public CellPricer(BerthModel model, CellGrid[] grids, int[][] cranePrices)
    {
        (_model, _grids, _cranePrices) = (model, grids, cranePrices);
        _place = [.. model.Calls.Select(call => call.Zones.Select(zone => new int[grids[zone.Quay].Cells]).ToArray())];
        _placeFloor = [.. model.Calls.Select(call => new int[call.Zones.Length])];
        _runs = [.. model.Calls.Select(call => call.Zones.Select(zone => zone.Options.Select(option => Runs(zone, option)).ToArray()).ToArray())];
        if (grids.Any(grid => grid.CellsPerBlock > 1))
        {
            _breakpoints = [.. model.Calls.Select(call => call.Zones.Select(zone => Breakpoints(zone, grids[zone.Quay], model.Quays[zone.Quay].HullGap)).ToArray())];
        }
    }

    /// <summary>Scaled units in one unit of cost.</summary>
    public double Scale { get; private set; }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>Sets the scale and rescales the prices of places.</summary>
    public void SetScale(double scale)
    {
        Scale = scale;
        for (var call = 0; call < _place.Length; call++)
        {
            for (var index = 0; index < _place[call].Length; index++)
            {
                var zone = _model.Calls[call].Zones[index];
                var place = _place[call][index];
                Array.Fill(place, Worthless);
                for (var cell = zone.From; cell < zone.To; cell++)
                {
                    // Between breakpoints a closed cell stands for its neighbours, so on coarse grids it must have a price as well.
                    if (_breakpoints is not null || (zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 1)
                    {
                        place[cell] = Scaled(zone.PlaceCost?[cell] ?? 0);
                    }
                }

                _placeFloor[call][index] = Scaled(zone.MinPlaceCost);
            }
        }
    }

    /// <summary>Cost in scaled units, rounded down, and cut where it is worthless anyway.</summary>
    public int Scaled(long cost) => (int)Math.Min(Worthless, Math.Floor(cost * Scale));

    /// <summary>Prices one call; rectangles that cost <paramref name="slack"/> or more above its ideal are of no use and left aside.</summary>
    public PricedRectangle Price(int index, long slack)
    {
        var call = _model.Calls[index];
        var best = new PricedRectangle { Zone = -1, Value = call.Optional ? Scaled(call.RejectionCost - call.IdealCost) : Worthless };
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

    private void Scan(int index, CallModel call, int zoneIndex, int cranes, (int From, int To, int Slots) run, long slack, ref PricedRectangle best)
    {
        var zone = call.Zones[zoneIndex];
        var grid = _grids[zone.Quay];
        var place = _place[index][zoneIndex];
        var floor = _placeFloor[index][zoneIndex];
        var width = zone.Width + _model.Quays[zone.Quay].HullGap;
        var pool = cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
        var cranePrices = pool >= 0 ? _cranePrices[pool] : null;
        var sparse = grid.SlotsPerBlock > 1 && call.ArrivalSlots is null && call.NextDeparture is null;
        var latest = Math.Min(call.Latest, call.EndLimit - run.Slots);
        var monotone = call.Pivot;
        for (var start = call.Earliest; start <= latest; start++)
        {
            var handlingEnd = start + run.Slots;
            if (sparse && !IsBreakpoint(call, start, handlingEnd, latest, grid.SlotsPerBlock))
            {
                continue;
            }

            if (call.ArrivalSlots is { } slots && (slots[start >> 6] >> (start & 63) & 1) == 0)
            {
                continue;
            }

            var end = call.NextDeparture is { } next ? next[handlingEnd] : handlingEnd;
            if (end > call.EndLimit)
            {
                return;
            }

            var cost = call.TimeCost(start, end, run.Slots, cranes) - call.IdealCost;
            if (cost + zone.MinPlaceCost >= slack)
            {
                if (start >= monotone)
                {
                    return;
                }

                continue;
            }

            Work += 2;
            var time = Scaled(cost);
            if (time + floor >= best.Value)
            {
                if (start >= monotone)
                {
                    return;
                }

                continue;
            }

            if (cranePrices is not null)
            {
                time = Math.Min(Worthless, time + unchecked(cranes * (cranePrices[handlingEnd] - cranePrices[start])));
                if (time + floor >= best.Value)
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
                (value, cell) = CoarseMin(_breakpoints![index][zoneIndex], place, early, late, width, grid.CellsPerBlock, run);
                if (time + value >= best.Value)
                {
                    continue;
                }
            }

            best = new PricedRectangle { Zone = zoneIndex, Cell = cell, Cranes = cranes, Start = start, HandlingEnd = handlingEnd, End = end, Value = time + value };
        }
    }

    private (int Value, int Cell) CoarseMin(int[] cells, int[] place, ReadOnlySpan<int> early, ReadOnlySpan<int> late, int width, int cellsPerBlock, (int From, int To, int Slots) run)
    {
        Work += 2 * cells.Length;
        var (least, at) = (int.MaxValue, -1);
        foreach (var cell in cells)
        {
            if (cell < run.From || cell >= run.To)
            {
                continue;
            }

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

    private static int[] Breakpoints(Zone zone, CellGrid grid, int hullGap)
    {
        var cells = new SortedSet<int> { zone.From, zone.To - 1 };
        void Add(int cell)
        {
            if (cell >= zone.From && cell < zone.To)
            {
                cells.Add(cell);
            }
        }

        Add(zone.Aim);
        Add(zone.SpecialCell);
        for (var edge = 0; edge <= grid.Cells + grid.CellsPerBlock; edge += grid.CellsPerBlock)
        {
            Add(edge);
            Add(edge - zone.Width - hullGap);
        }

        Add(grid.Cells - zone.Width - hullGap);
        return [.. cells];
    }

    /// <summary>Stretches of cells with the same handling time.</summary>
    private static (int From, int To, int Slots)[] Runs(Zone zone, CraneOption option)
    {
        if (option.SlotsByCell is not { } slots)
        {
            return [(zone.From, zone.To, option.MinSlots)];
        }

        var runs = new List<(int From, int To, int Slots)>();
        for (var cell = zone.From; cell < zone.To; cell++)
        {
            if (slots[cell] == int.MaxValue)
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].To == cell && runs[^1].Slots == slots[cell])
            {
                runs[^1] = runs[^1] with { To = cell + 1 };
            }
            else
            {
                runs.Add((cell, cell + 1, slots[cell]));
            }
        }

        return [.. runs];
    }
}
