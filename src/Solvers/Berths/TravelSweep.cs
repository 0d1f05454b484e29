using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// Where cranes need time between calls: for given cranes, the earliest or latest start of a call at every cell of a continuous quay
/// at once. Whatever is in the way takes an interval of starts out at each cell; starts are moved behind these intervals, in order of
/// time, until none moves any more.
/// </summary>
internal sealed class TravelSweep
{
    private readonly BerthState _state;
    private readonly BerthModel _model;
    private readonly int[][] _pauses;
    private readonly Obstacle[][] _closed;
    private readonly int[] _none;
    private readonly int[] _starts;
    private readonly int[] _slots;
    private readonly int[] _keys;
    private readonly Obstacle[] _obstacles;
    private Zone _zone = null!;
    private PoolModel _pool = null!;
    private int[] _pause = [];
    private int _railStart;
    private int _count;

    public TravelSweep(BerthState state)
    {
        _state = state;
        _model = state.Model;
        _pauses = [.. _model.Pools.Select(Pauses)];
        _closed = [.. _model.Quays.Select((_, quay) => Closures(quay).ToArray())];
        var cells = _model.Quays.Max(quay => quay.Cells);
        _none = new int[cells];
        _starts = new int[cells];
        _slots = new int[cells];
        _obstacles = new Obstacle[_model.Calls.Length + _closed.Max(list => list.Length)];
        _keys = new int[_obstacles.Length];
    }

    /// <summary>Elementary steps done.</summary>
    public long Work { get; private set; }

    /// <summary>Whether starts can be found in this way: nothing but places, cranes and closures restricts the call.</summary>
    public bool Serves(CallModel model, int quay) =>
        _model.PoolOfQuay[quay] is >= 0 and var pool
        && _model.Pools[pool] is { IsSpecific: true, Pool: { Travel: not null, Reaches.IsEmpty: true } }
        && _model.Quays[quay].IsContinuous
        && model is { ArrivalSlots: null, NextDeparture: null, Caps.Length: 0 };

    /// <summary>Sets the call up: gathers what may be in its way when it starts in <c>[from, latest]</c>.</summary>
    public void Prepare(Zone zone, CraneOption option, int from, int latest)
    {
        _zone = zone;
        var index = _model.PoolOfQuay[zone.Quay];
        _pool = _model.Pools[index];
        _pause = _pauses[index];
        _railStart = _pool.RailStart[zone.Quay];
        var slots = _slots.AsSpan(zone.From, zone.To - zone.From);
        if (option.SlotsByCell is { } byCell)
        {
            // Cells where it cannot be handled have no price; their starts are not read.
            System.Numerics.Tensors.TensorPrimitives.Min(byCell.AsSpan(zone.From, slots.Length), _model.Horizon + 1, slots);
        }
        else
        {
            slots.Fill(option.MinSlots);
        }

        var longest = _pool.LongestPause + _model.TimeGap;
        var until = latest + (long)longest + System.Numerics.Tensors.TensorPrimitives.Max<int>(slots);
        _count = 0;
        foreach (var closure in _closed[zone.Quay])
        {
            Keep(closure with { CellFrom = closure.CellFrom - zone.Width + 1 }, from, longest, until);
        }

        for (var call = 0; call < _model.Calls.Length; call++)
        {
            ref readonly var placement = ref _state.At[call];
            if (placement.Zone >= 0 && placement.End + longest > from && placement.Start < until)
            {
                Gather(_model.Calls[call].Zones[placement.Zone], placement, from, longest, until);
            }
        }

        _keys.AsSpan(0, _count).Sort(_obstacles.AsSpan(0, _count));
        Work += 4 + (_model.Calls.Length >> 3) + _count;
    }

    /// <summary>The earliest start from <paramref name="from"/> on at each cell from <see cref="Zone.From"/> to <see cref="Zone.To"/>, for cranes from <paramref name="first"/> on.</summary>
    public ReadOnlySpan<int> Earliest(int first, int cranes, int from) => Sweep(first, cranes, from, new Later());

    /// <summary>The latest start up to <paramref name="to"/> at each cell, negative where there is none.</summary>
    public ReadOnlySpan<int> Latest(int first, int cranes, int to) => Sweep(first, cranes, to, new Earlier());

    private ReadOnlySpan<int> Sweep<TDirection>(int first, int cranes, int start, TDirection direction)
        where TDirection : struct, IDirection
    {
        _starts.AsSpan(_zone.From, _zone.To - _zone.From).Fill(start);
        bool moved;
        do
        {
            moved = false;
            for (var index = 0; index < _count; index++)
            {
                ref readonly var obstacle = ref _obstacles[direction.IsLater ? index : _count - 1 - index];
                moved |= Avoid(obstacle, first, cranes, direction);
            }

            foreach (var outage in _pool.Pool.Outages)
            {
                if (outage.Crane >= first && outage.Crane < first + cranes)
                {
                    moved |= Move(0, int.MaxValue, _none, outage.Slots.From, outage.Slots.To, direction);
                }
            }
        }
        while (moved);
        return _starts.AsSpan(_zone.From, _zone.To - _zone.From);
    }

    private bool Avoid<TDirection>(in Obstacle obstacle, int first, int cranes, TDirection direction)
        where TDirection : struct, IDirection
    {
        var moved = obstacle.CellFrom < obstacle.CellTo && Move(obstacle.CellFrom, obstacle.CellTo, _none, obstacle.From, obstacle.To, direction);
        if (obstacle.Crane == obstacle.CraneTo)
        {
            return moved;
        }

        if (first + cranes <= obstacle.Crane)
        {
            return moved | Move(obstacle.CellTo, int.MaxValue, _none, obstacle.WorkFrom, obstacle.WorkTo, direction);
        }

        if (obstacle.CraneTo <= first)
        {
            return moved | Move(0, obstacle.CellFrom, _none, obstacle.WorkFrom, obstacle.WorkTo, direction);
        }

        // A crane for both: it needs its time to come over.
        var pauses = _pause.AsSpan(_pool.RailLength + _railStart - obstacle.Rail);
        return moved | Move(0, int.MaxValue, pauses, obstacle.WorkFrom, obstacle.WorkTo, direction);
    }

    private bool Move<TDirection>(int cellFrom, int cellTo, ReadOnlySpan<int> pauses, int from, int to, TDirection direction)
        where TDirection : struct, IDirection
    {
        var first = Math.Max(cellFrom, _zone.From);
        var length = Math.Min(cellTo, _zone.To) - first;
        if (length <= 0)
        {
            return false;
        }

        Work += 1 + (length >> 3);
        return direction.Move(_starts.AsSpan(first, length), _slots.AsSpan(first, length), pauses[first..], from, to);
    }

    private void Gather(Zone other, in Placement placement, int from, int longest, long until)
    {
        var pool = _model.PoolOfQuay[other.Quay];
        var here = other.Quay == _zone.Quay;
        var cranes = other.Options[placement.Option].Cranes;
        if (!here && (cranes == 0 || pool < 0 || _model.Pools[pool] != _pool))
        {
            return;
        }

        var gap = here ? _model.Quays[other.Quay].HullGap : 0;
        var rail = _pool.RailStart[other.Quay] + _model.Quays[other.Quay].Section(placement.Cell);
        var elsewhere = rail < _railStart ? 0 : int.MaxValue; // all cells lie right of it, or left
        Keep(
            new Obstacle
            {
                From = placement.Start - _model.TimeGap,
                To = placement.End + _model.TimeGap,
                CellFrom = here ? placement.Cell - _zone.Width - gap + 1 : elsewhere,
                CellTo = here ? placement.Cell + other.Width + gap : elsewhere,
                WorkFrom = placement.Start,
                WorkTo = placement.HandlingEnd,
                Crane = placement.FirstCrane,
                CraneTo = placement.FirstCrane + cranes,
                Rail = rail,
            },
            from,
            longest,
            until);
    }

    private void Keep(in Obstacle obstacle, int from, int longest, long until)
    {
        if (obstacle.To + longest > from && obstacle.From < until)
        {
            _keys[_count] = obstacle.From;
            _obstacles[_count++] = obstacle;
        }
    }

    private IEnumerable<Obstacle> Closures(int quay)
    {
        var model = _model.Quays[quay];
        Obstacle Closed(Interval sections, int from, int to) => new() { From = from, To = to, CellFrom = sections.From, CellTo = sections.To };
        if (model.Quay.Open > 0)
        {
            yield return Closed(new Interval(0, model.Quay.Length), 0, model.Quay.Open);
        }

        if (model.Quay.Close < _model.Horizon)
        {
            yield return Closed(new Interval(0, model.Quay.Length), model.Quay.Close, _model.Horizon);
        }

        foreach (var closure in _model.Problem.Closures.Where(closure => closure.Quay == quay))
        {
            yield return Closed(closure.Sections, closure.Slots.From, Math.Min(closure.Slots.To, _model.Horizon));
        }
    }

    /// <summary>The pause that a crane needs for each distance along the rail, from minus to plus its length.</summary>
    private static int[] Pauses(PoolModel pool)
    {
        var pauses = new int[pool.Pauses.Length == 0 ? 0 : (2 * pool.RailLength) + 1];
        for (var index = 0; index < pauses.Length; index++)
        {
            pauses[index] = pool.Pauses[Math.Abs(index - pool.RailLength)];
        }

        return pauses;
    }

    private interface IDirection
    {
        bool IsLater { get; }

        bool Move(Span<int> starts, ReadOnlySpan<int> slots, ReadOnlySpan<int> pauses, int from, int to);
    }

    private readonly struct Later : IDirection
    {
        public bool IsLater => true;

        public bool Move(Span<int> starts, ReadOnlySpan<int> slots, ReadOnlySpan<int> pauses, int from, int to) => Starts.Delay<Simd>(starts, slots, pauses, from, to);
    }

    private readonly struct Earlier : IDirection
    {
        public bool IsLater => false;

        public bool Move(Span<int> starts, ReadOnlySpan<int> slots, ReadOnlySpan<int> pauses, int from, int to) => Starts.Advance<Simd>(starts, slots, pauses, from, to);
    }

    /// <summary>A placed call or a closure: the slots and cells that its hull keeps from this call, and the slots and cranes of its handling.</summary>
    private readonly record struct Obstacle
    {
        public int From { get; init; }

        public int To { get; init; }

        public int CellFrom { get; init; }

        public int CellTo { get; init; }

        public int WorkFrom { get; init; }

        public int WorkTo { get; init; }

        public int Crane { get; init; }

        public int CraneTo { get; init; }

        public int Rail { get; init; }
    }
}
