using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// A problem as search sees it: quays as rows of cells (sections, or whole berths), calls with their zones, times and prices resolved.
/// Immutable; shared by all threads.
/// </summary>
internal sealed class BerthModel
{
    public BerthModel(BerthProblem problem)
    {
        Problem = problem;
        Horizon = problem.Horizon;
        TimeGap = (int)Math.Min(problem.Clearances.Slots, problem.Horizon);
        Rows = Horizon + TimeGap;
        Quays = [.. problem.Quays.Select((quay, index) => new QuayModel(problem, index))];
        Pools = [.. problem.CranePools.Select((pool, index) => new PoolModel(problem, index))];
        PoolOfQuay = new int[Quays.Length];
        Array.Fill(PoolOfQuay, -1);
        for (var pool = 0; pool < Pools.Length; pool++)
        {
            foreach (var quay in problem.CranePools[pool].Quays)
            {
                PoolOfQuay[quay] = pool;
            }
        }

        Caps = [.. problem.Movements.Caps];
        Calls = new CallModel[problem.Calls.Length];
        for (var index = 0; index < Calls.Length; index++)
        {
            Calls[index] = CallModelBuilder.Build(this, index);
        }

        Events = FindEvents(problem);
        MakespanRate = problem.Objective.Makespan;
        Constant = problem.Objective.Constant;
        MissingCost = 1 + (2 * Calls.Select(call => call.WorstCost).DefaultIfEmpty(0).Max()) + (MakespanRate * Horizon);
    }

    public BerthProblem Problem { get; }

    public int Horizon { get; }

    /// <summary>Slots that must pass between two stays at one place.</summary>
    public int TimeGap { get; }

    /// <summary>Rows of each occupancy matrix: the horizon, and the time gap behind it.</summary>
    public int Rows { get; }

    public QuayModel[] Quays { get; }

    public PoolModel[] Pools { get; }

    /// <summary>Pool of each quay; -1 for none.</summary>
    public int[] PoolOfQuay { get; }

    public MovementCap[] Caps { get; }

    public CallModel[] Calls { get; }

    /// <summary>Slots at which the rules themselves change, one bit each: something opens, ends or comes back.</summary>
    public ulong[] Events { get; }

    public long MakespanRate { get; }

    public long Constant { get; }

    /// <summary>What search charges for a mandatory call that it has not placed: more than any one placement can cost.</summary>
    public long MissingCost { get; }

    /// <summary>Index of a call that cannot be placed even alone on empty quays, and must be; -1 when there is none.</summary>
    public int Impossible => Array.FindIndex(Calls, call => call.Zones.Length == 0 && !call.Optional);

    private ulong[] FindEvents(BerthProblem problem)
    {
        var events = new ulong[((Rows + 1) >> 6) + 1];
        void Add(long slot)
        {
            if (slot >= 0 && slot <= Horizon)
            {
                events[slot >> 6] |= 1UL << (int)(slot & 63);
            }
        }

        foreach (var quay in problem.Quays)
        {
            Add(quay.Open);
            foreach (var berth in quay.Berths)
            {
                Add(berth.Open);
            }
        }

        foreach (var closure in problem.Closures)
        {
            Add(closure.Slots.To);
        }

        foreach (var outage in problem.CranePools.SelectMany(pool => pool.Outages))
        {
            Add(outage.Slots.To);
        }

        foreach (var ban in problem.Movements.Bans)
        {
            Add(ban.Slots.To);
        }

        foreach (var cap in problem.Movements.Caps)
        {
            for (long slot = 0; slot <= Horizon; slot += cap.PeriodSlots)
            {
                Add(slot);
            }
        }

        foreach (var window in problem.Calls.SelectMany(call => call.ArrivalWindows?.Windows ?? []))
        {
            Add(window.From);
        }

        return events;
    }
}

/// <summary>A quay as a row of cells: its sections, or its berths.</summary>
internal sealed class QuayModel
{
    public QuayModel(BerthProblem problem, int index)
    {
        Quay = problem.Quays[index];
        IsContinuous = Quay.Layout == QuayLayout.Continuous;
        HullGap = IsContinuous ? Math.Min(problem.Clearances.HullSections, Quay.Length) : 0;
        _berthOf = IsContinuous ? [] : [.. BerthCells(Quay)];
        Cells = IsContinuous ? Quay.Length : _berthOf.Length;
        Words = BitRows.PaddedWords(Cells + HullGap);
        var rows = problem.Horizon + (int)Math.Min(problem.Clearances.Slots, problem.Horizon);
        ulong[]? closed = null;
        void Close(int firstSection, int endSection, int from, int to)
        {
            (from, to) = (Math.Max(0, from), Math.Min(problem.Horizon, to));
            var (first, end) = CellsTouching(firstSection, endSection);
            if (from < to && first < end)
            {
                closed ??= new ulong[checked(rows * Words)];
                BitRows.Fill(closed, Words, from, to, first, end - first);
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
    }

    private readonly int[] _berthOf;

    public Quay Quay { get; }

    public bool IsContinuous { get; }

    /// <summary>Cells of room behind each hull.</summary>
    public int HullGap { get; }

    public int Cells { get; }

    /// <summary>Words of a row of bits.</summary>
    public int Words { get; }

    /// <summary>Cells closed at each slot, a row of bits a slot; null when nothing is ever closed.</summary>
    public ulong[]? Closed { get; }

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

        var (first, end) = (Cells, 0);
        for (var cell = 0; cell < Cells; cell++)
        {
            if (Section(cell) < endSection && firstSection < EndSection(cell, 1))
            {
                (first, end) = (Math.Min(first, cell), cell + 1);
            }
        }

        return (first, end);
    }
}

/// <summary>A crane pool with its capacity by slot and its rail.</summary>
internal sealed class PoolModel
{
    public PoolModel(BerthProblem problem, int index)
    {
        Pool = problem.CranePools[index];
        IsSpecific = Pool.Rule == CraneRule.Specific;
        Capacity = new int[problem.Horizon];
        Array.Fill(Capacity, Pool.Count);
        foreach (var crane in Pool.Outages.GroupBy(outage => outage.Crane))
        {
            var seen = new bool[problem.Horizon];
            foreach (var outage in crane)
            {
                for (var slot = outage.Slots.From; slot < Math.Min(outage.Slots.To, problem.Horizon); slot++)
                {
                    Capacity[slot] -= seen[slot] ? 0 : 1;
                    seen[slot] = true;
                }
            }
        }

        RailStart = new int[problem.Quays.Length];
        var start = 0;
        foreach (var quay in Pool.Quays)
        {
            RailStart[quay] = start;
            start += problem.Quays[quay].Length;
        }

        RailLength = start;
    }

    public CranePool Pool { get; }

    public bool IsSpecific { get; }

    /// <summary>Cranes that work at each slot.</summary>
    public int[] Capacity { get; }

    /// <summary>Where each quay starts along the rail, in sections.</summary>
    public int[] RailStart { get; }

    public int RailLength { get; }
}
