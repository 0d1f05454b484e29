namespace BerthOpt.Berths;

/// <summary>A stretch of cells at which a call is handled equally fast.</summary>
/// <param name="From">First cell.</param>
/// <param name="To">Cell behind the last.</param>
/// <param name="Slots">Handling time.</param>
/// <param name="Cells">
/// On grids of larger blocks, the allowed cells among which the cheapest one is: all at a quay with berths, and at a continuous one
/// those at which price or cost bends, with both ends of each stretch of allowed cells. Between them price and cost are linear.
/// </param>
internal readonly record struct CellRun(int From, int To, int Slots, int[] Cells)
{
    /// <summary>The runs of a zone, by its numbers of cranes.</summary>
    public static CellRun[][] Of(BerthModel model, CellGrid grid, int call, Zone zone)
    {
        var bends = grid.CellsPerBlock == 1 ? [] : Bends(model, grid, call, zone);
        return [.. zone.Options.Select(option => WithCells(Stretches(zone, option), bends, grid.CellsPerBlock == 1))];
    }

    private static CellRun[] WithCells(List<CellRun> runs, int[] bends, bool everyCell)
    {
        var next = 0;
        for (var index = 0; index < runs.Count && !everyCell; index++)
        {
            var run = runs[index];
            var cells = new List<int> { run.From };
            for (; next < bends.Length && bends[next] < run.To; next++)
            {
                if (bends[next] > run.From && bends[next] < run.To - 1)
                {
                    cells.Add(bends[next]);
                }
            }

            if (run.To - 1 > run.From)
            {
                cells.Add(run.To - 1);
            }

            runs[index] = run with { Cells = [.. cells] };
        }

        return [.. runs];
    }

    /// <summary>Allowed cells at which the price of a hull or the cost of its place may bend, whatever its handling time.</summary>
    private static int[] Bends(BerthModel model, CellGrid grid, int index, Zone zone)
    {
        var (quay, call) = (model.Quays[zone.Quay], model.Problem.Calls[index]);
        bool IsAllowed(int cell) => cell >= zone.From && cell < zone.To && (zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 1;
        bool IsBend(int cell) => !quay.IsContinuous
            || cell % grid.CellsPerBlock == 0
            || (cell + zone.Width + quay.HullGap) % grid.CellsPerBlock == 0
            || cell == call.PreferredPosition
            || cell == model.Problem.Baseline?.Entries[index]?.Position
            || !IsAllowed(cell - 1)
            || !IsAllowed(cell + 1);
        return [.. Enumerable.Range(zone.From, zone.To - zone.From).Where(cell => IsAllowed(cell) && IsBend(cell))];
    }

    private static List<CellRun> Stretches(Zone zone, CraneOption option)
    {
        if (option.SlotsByCell is not { } slots)
        {
            return [new CellRun(zone.From, zone.To, option.MinSlots, [])];
        }

        var runs = new List<CellRun>();
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
                runs.Add(new CellRun(cell, cell + 1, slots[cell], []));
            }
        }

        return runs;
    }
}
