using BerthOpt.Berths;

namespace BerthOpt.Bench.Peers;

/// <summary>Where a call fits and how long it is worked on there, at the one quay of a problem; what the models of the peers share.</summary>
internal static class Fitting
{
    /// <summary>The crane pool of the quay; null for none.</summary>
    public static CranePool? Pool(BerthProblem problem) => problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(0));

    /// <summary>The numbers of cranes with which a call can be handled, and the slots that it then takes.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="call">The call.</param>
    /// <param name="berth">The berth; -1 at a continuous quay, and where all berths are alike.</param>
    public static IEnumerable<(int Cranes, int Slots)> Works(BerthProblem problem, Call call, int berth)
    {
        var handling = call.Handling;
        var most = Math.Min(handling.MaxCranes, Pool(problem)?.Count ?? int.MaxValue);
        for (var cranes = handling.MinCranes; cranes <= most && (berth >= 0 || handling.BerthRows == 1); cranes++)
        {
            var row = handling.BerthRows > 1 ? berth : 0;
            var column = handling.CraneColumns > 1 ? cranes - handling.MinCranes : 0;
            var work = handling.Work[(row * handling.CraneColumns) + column];
            var rate = handling.Productivity.IsEmpty ? 1000 : handling.Productivity[cranes - handling.MinCranes];
            var slots = ((work * 1000L) + rate - 1) / rate;
            if (work != Handling.Forbidden && slots <= problem.Horizon)
            {
                yield return (cranes, (int)slots);
            }
        }
    }

    /// <summary>The cells (sections, or berths) from which on a call fits, and how many it fills there.</summary>
    public static IEnumerable<(int Cell, int Width)> Places(Quay quay, Call call)
    {
        for (var cell = 0; cell < CellCount(quay); cell++)
        {
            var width = quay.Layout switch
            {
                QuayLayout.Continuous => call.Length,
                QuayLayout.Discrete => call.Length <= quay.Berths[cell].Length ? 1 : int.MaxValue,
                _ => Neighbours(quay, call, cell),
            };
            if (width <= CellCount(quay) - cell && !quay.Breaks.Any(wall => wall > From(quay, cell) && wall < To(quay, cell + width - 1)))
            {
                yield return (cell, width);
            }
        }
    }

    /// <summary>Number of cells of a quay.</summary>
    public static int CellCount(Quay quay) => quay.Layout == QuayLayout.Continuous ? quay.Length : quay.Berths.Length;

    /// <summary>First section of a cell.</summary>
    public static int From(Quay quay, int cell) => quay.Layout == QuayLayout.Continuous ? cell : quay.Berths[cell].Start;

    /// <summary>Section behind a cell.</summary>
    public static int To(Quay quay, int cell) => quay.Layout == QuayLayout.Continuous ? cell + 1 : quay.Berths[cell].Start + quay.Berths[cell].Length;

    /// <summary>The assignment of a call to a cell.</summary>
    public static Assignment At(Quay quay, int cell, int start, int end, int cranes, int firstCrane) =>
        new(0, quay.Layout == QuayLayout.Continuous ? -1 : cell, From(quay, cell), start, end, cranes, firstCrane);

    private static int Neighbours(Quay quay, Call call, int first)
    {
        var count = call.BerthsNeeded;
        for (var length = 0; call.BerthsNeeded == 0 && length < call.Length; count++)
        {
            if (first + count == quay.Berths.Length)
            {
                return int.MaxValue;
            }

            length += quay.Berths[first + count].Length;
        }

        return count;
    }
}
