using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>A quay as a row of cells: its sections, or its berths.</summary>
internal sealed class QuayModel
{
    public QuayModel(BerthProblem problem, int index)
    {
        Quay = problem.Quays[index];
        IsContinuous = Quay.Layout == QuayLayout.Continuous;
        HullGap = IsContinuous ? Math.Min(problem.Clearances.HullSections, Quay.Length) : 0;
        _berthOf = IsContinuous ? [] : [.. BerthCells(Quay)];
        _cellOf = new int[Quay.Berths.Length];
        _roomBefore = new long[Quay.Berths.Length + 1];
        for (var cell = 0; cell < _berthOf.Length; cell++)
        {
            if (_berthOf[cell] >= 0)
            {
                _cellOf[_berthOf[cell]] = cell;
                _roomBefore[_berthOf[cell] + 1] = _roomBefore[_berthOf[cell]] + Quay.Berths[_berthOf[cell]].Length;
            }
        }

        BreaksBefore = QuayLimits.Breaks(Quay);
        Cells = IsContinuous ? Quay.Length : _berthOf.Length;
        Words = BitRows.PaddedWords(Cells + HullGap);
        var rows = problem.Horizon + (int)Math.Min(problem.Clearances.Slots, problem.Horizon);
        ulong[]? closed = null;
        var closures = new List<ClosedCells>();
        void Close(int firstSection, int endSection, int from, int to)
        {
            (from, to) = (Math.Max(0, from), Math.Min(problem.Horizon, to));
            if (from >= to)
            {
                return;
            }

            var (first, end) = CellsTouching(firstSection, endSection);
            if (first < end)
            {
                closed ??= new ulong[checked(rows * Words)];
                BitRows.Fill(closed, Words, from, to, first, end - first);
                closures.Add(new ClosedCells(first, end, from, to));
            }
        }

        Close(0, Quay.Length, 0, Quay.Open);
        Close(0, Quay.Length, Quay.Close, int.MaxValue);
        foreach (var berth in Quay.Berths)
        {
            Close(berth.Start, berth.Start + berth.Length, 0, berth.Open);
            Close(berth.Start, berth.Start + berth.Length, berth.Close, int.MaxValue);
        }

        foreach (var closure in problem.Closures.Where(closure => closure.Quay == index))
        {
            Close(closure.Sections.From, closure.Sections.To, closure.Slots.From, closure.Slots.To);
        }

        Closed = closed;
        Closures = [.. closures];
    }

    private readonly int[] _berthOf;
    private readonly int[] _cellOf;
    private readonly long[] _roomBefore;

    public Quay Quay { get; }

    public bool IsContinuous { get; }

    /// <summary>Cells of room behind each hull.</summary>
    public int HullGap { get; }

    public int Cells { get; }

    /// <summary>Words of a row of bits.</summary>
    public int Words { get; }

    /// <summary>Cells closed at each slot, a row of bits a slot; null when nothing is ever closed.</summary>
    public ulong[]? Closed { get; }

    /// <summary>The same as rectangles.</summary>
    public ClosedCells[] Closures { get; }

    /// <summary>Section of a cell's left edge.</summary>
    public int Section(int cell) => IsContinuous ? cell : _berthOf[cell] >= 0 ? Quay.Berths[_berthOf[cell]].Start : EndSection(cell - 1, 1);

    /// <summary>Section behind the last of <paramref name="width"/> cells.</summary>
    public int EndSection(int cell, int width)
    {
        if (IsContinuous)
        {
            return cell + width;
        }

        var last = _berthOf[cell + width - 1];
        return last >= 0 ? Quay.Berths[last].Start + Quay.Berths[last].Length : Section(cell + width);
    }

    /// <summary>The berth of a cell; -1 at a continuous quay, and for the wall between two berths.</summary>
    public int BerthOf(int cell) => IsContinuous ? -1 : _berthOf[cell];

    /// <summary>For each section, the number of breaks before it; null when there is none.</summary>
    public int[]? BreaksBefore { get; }

    /// <summary>Cells that a call fills at a hybrid quay from a berth's cell on: as many berths as it asks for, else the fewest that hold its hull; 0 when too few are left.</summary>
    public int Filled(int cell, Call call)
    {
        var first = _berthOf[cell];
        var berths = call.BerthsNeeded;
        if (berths == 0)
        {
            // Room grows from berth to berth.
            var found = Array.BinarySearch(_roomBefore, first + 1, _roomBefore.Length - first - 1, _roomBefore[first] + call.Length);
            berths = (found >= 0 ? found : ~found) - first;
        }

        return berths > Quay.Berths.Length - first ? 0 : _cellOf[first + berths - 1] - cell + 1;
    }

    /// <summary>The cell whose left edge is the section; -1 when there is none.</summary>
    public int CellAt(int section)
    {
        if (IsContinuous)
        {
            return section >= 0 && section < Cells ? section : -1;
        }

        for (var cell = 0; cell < Cells; cell++)
        {
            if (_berthOf[cell] >= 0 && Section(cell) == section)
            {
                return cell;
            }
        }

        return -1;
    }

    /// <summary>One cell a berth; at a hybrid quay also one for each stretch of wall between berths, which a call at both lies along.</summary>
    private static IEnumerable<int> BerthCells(Quay quay)
    {
        for (var berth = 0; berth < quay.Berths.Length; berth++)
        {
            if (quay.Layout == QuayLayout.Hybrid && berth > 0 && quay.Berths[berth].Start > quay.Berths[berth - 1].Start + quay.Berths[berth - 1].Length)
            {
                yield return -1;
            }

            yield return berth;
        }
    }

    private (int First, int End) CellsTouching(int firstSection, int endSection)
    {
        if (IsContinuous)
        {
            return (firstSection, endSection);
        }

        // Cells stand from left to right.
        var first = FirstCell(cell => EndSection(cell, 1) > firstSection);
        var end = FirstCell(cell => Section(cell) >= endSection);
        return (first, end);
    }

    /// <summary>The first cell that is so, where all behind it are so too; the number of cells when none is.</summary>
    private int FirstCell(Func<int, bool> isSo)
    {
        var (from, to) = (0, Cells);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            (from, to) = isSo(middle) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}

/// <summary>The cells <c>[First, End)</c> of a quay, closed in the slots <c>[From, To)</c>.</summary>
internal readonly record struct ClosedCells(int First, int End, int From, int To);
