using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// The working plan of one thread: placements, and the caches that say at once what is free. Every change goes through
/// <see cref="Place"/> and <see cref="Remove"/>.
/// </summary>
internal sealed class BerthState
{
    private readonly Placement[] _at;
    private readonly ulong[][] _taken;
    private readonly QuayStays[] _stays;
    private readonly int[][] _slack;
    private readonly CraneRail?[] _rails;
    private readonly int[][] _movements;
    private readonly int[] _ends;
    private readonly int[] _groupOfQuay;
    private readonly ulong[][] _endBits;
    private readonly int[][] _endCounts;

    /// <summary>An empty plan.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="explicitCranes">Where cranes need time between calls: whether each call keeps the first crane that it is placed with, instead of the leftmost that does.</param>
    public BerthState(BerthModel model, bool explicitCranes = false)
    {
        Model = model;
        _at = new Placement[model.Calls.Length];
        Array.Fill(_at, Placement.None);
        _taken = [.. model.Quays.Select(quay => new ulong[checked(model.Rows * quay.Words)])];
        _stays = [.. model.Quays.Select(quay => new QuayStays(model.Calls.Length, quay.Closures, quay.HullGap, model.TimeGap))];
        _slack = [.. model.Pools.Select(pool => pool.IsSpecific ? [] : (int[])pool.Capacity.Clone())];
        _rails = [.. model.Pools.Select(pool => pool.IsSpecific ? new CraneRail(pool, model.Calls.Length, explicitCranes) : null)];
        _movements = [.. model.Caps.Select(cap => new int[(model.Horizon / cap.PeriodSlots) + 1])];
        _ends = new int[model.Calls.Length];
        // Quays that share cranes share their ends: what leaves one of them may free cranes for another.
        _groupOfQuay = [.. model.PoolOfQuay.Select((pool, quay) => pool >= 0 ? pool : model.Pools.Length + quay)];
        _endBits = [.. Enumerable.Range(0, _groupOfQuay.Max() + 1).Select(_ => new ulong[((model.Rows + 1) >> 6) + 1])];
        _endCounts = [.. _endBits.Select(_ => new int[model.Rows + 1])];
        ByTime = new CallsByTime(model.Calls.Length, model.Horizon);
        Missing = model.Calls.Count(call => !call.Optional);
        foreach (var call in model.Calls)
        {
            CallCost = unchecked(CallCost + (call.Optional ? call.RejectionCost : model.MissingCost));
        }
    }

    /// <summary>The plan of some placements.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="placements">The placements, by call.</param>
    /// <param name="explicitCranes">Whether they keep the first cranes that they tell.</param>
    public static BerthPlan PlanOf(BerthModel model, ReadOnlySpan<Placement> placements, bool explicitCranes = false)
    {
        var state = new BerthState(model, explicitCranes);
        state.Load(placements);
        return state.ToPlan();
    }

    public BerthModel Model { get; }

    /// <summary>Placements by call.</summary>
    public ReadOnlySpan<Placement> At => _at;

    /// <summary>Number of mandatory calls without a place.</summary>
    public int Missing { get; private set; }

    /// <summary>Cost of all calls, the price of those without a place included; makespan and constant aside. May wrap around while calls are missing at absurd prices; once none is, it is exact.</summary>
    public long CallCost { get; private set; }

    /// <summary>Crane-slots of work of all placed calls.</summary>
    public long CraneSlots { get; private set; }

    /// <summary>Calls by their start, and those without a place.</summary>
    public CallsByTime ByTime { get; }

    /// <summary>Slots at which a handling or a stay (and the pause behind it) ends at a quay or one that it shares cranes with, one bit each: where room may appear.</summary>
    public ReadOnlySpan<ulong> EndBits(int quay) => _endBits[_groupOfQuay[quay]];

    /// <summary>The last end of all placed calls; 0 when there is none. Reads all calls: ask once a move, not once a candidate.</summary>
    public int Makespan => _ends.Length == 0 ? 0 : System.Numerics.Tensors.TensorPrimitives.Max<int>(_ends);

    /// <summary>Sum of all ends: what breaks ties between equal makespans.</summary>
    public long SumOfEnds => System.Numerics.Tensors.TensorPrimitives.Sum<int>(_ends);

    /// <summary>The plan's cost when no call is missing.</summary>
    public long Cost => CallCost + Model.Constant + (Model.MakespanRate == 0 ? 0 : Model.MakespanRate * Makespan);

    public ReadOnlySpan<ulong> Taken(int quay) => _taken[quay];

    /// <summary>The calls placed at a quay.</summary>
    public QuayStays Stays(int quay) => _stays[quay];

    /// <summary>Cranes left at each slot of a pool that only counts.</summary>
    public ReadOnlySpan<int> Slack(int pool) => _slack[pool];

    public CraneRail? Rail(int pool) => _rails[pool];

    /// <summary>Movements counted by a cap in the period of a slot.</summary>
    public int Movements(int cap, int slot) => _movements[cap][slot / Model.Caps[cap].PeriodSlots];

    public bool IsPlaced(int call) => _at[call].Zone >= 0;

    public void Place(int call, in Placement placement) => Change(call, placement, 1);

    public void Remove(int call)
    {
        var placement = _at[call];
        Change(call, placement, -1);
    }

    private void Change(int call, in Placement placement, int sign)
    {
        var model = Model.Calls[call];
        var zone = model.Zones[placement.Zone];
        var option = zone.Options[placement.Option];
        var quay = Model.Quays[zone.Quay];
        var until = placement.End + Model.TimeGap;
        var placing = sign > 0;
        if (placing)
        {
            BitRows.Fill(_taken[zone.Quay], quay.Words, placement.Start, until, placement.Cell, zone.Width + quay.HullGap);
            _stays[zone.Quay].Add(call, placement.Start, until, placement.Cell, placement.Cell + zone.Width + quay.HullGap);
        }
        else
        {
            BitRows.Clear(_taken[zone.Quay], quay.Words, placement.Start, until, placement.Cell, zone.Width + quay.HullGap);
            _stays[zone.Quay].Remove(call, placement.Start);
        }

        var pool = option.Cranes > 0 ? Model.PoolOfQuay[zone.Quay] : -1;
        if (pool >= 0)
        {
            ChangeCranes(call, placement, zone, option.Cranes, pool, sign);
        }

        foreach (var cap in model.Caps)
        {
            if (Model.Caps[cap].Quay is null || Model.Caps[cap].Quay == zone.Quay)
            {
                _movements[cap][placement.Start / Model.Caps[cap].PeriodSlots] += sign;
                _movements[cap][placement.End / Model.Caps[cap].PeriodSlots] += sign;
            }
        }

        var group = _groupOfQuay[zone.Quay];
        CountEnd(group, until, sign);
        CountEnd(group, placement.HandlingEnd, sign);
        if (pool >= 0)
        {
            CountPauses(group, placement.HandlingEnd, Model.Pools[pool], sign);
        }

        if (placing)
        {
            ByTime.Place(call, placement.Start);
        }
        else
        {
            ByTime.Remove(call, placement.Start);
        }

        _ends[call] = placing ? placement.End : 0;
        CraneSlots += (long)sign * option.Cranes * (placement.HandlingEnd - placement.Start);
        CallCost = unchecked(CallCost + (sign * (placement.Cost - (model.Optional ? model.RejectionCost : Model.MissingCost))));
        Missing -= model.Optional ? 0 : sign;
        _at[call] = placing ? placement : Placement.None;
    }

    private void ChangeCranes(int call, in Placement placement, Zone zone, int cranes, int pool, int sign)
    {
        if (_rails[pool] is not { } rail)
        {
            var slots = _slack[pool].AsSpan(placement.Start, placement.HandlingEnd - placement.Start);
            System.Numerics.Tensors.TensorPrimitives.Add(slots, -sign * cranes, slots);
        }
        else if (sign < 0)
        {
            rail.Remove(call);
        }
        else
        {
            var quay = Model.Quays[zone.Quay];
            var section = quay.Section(placement.Cell);
            rail.Add(call, Model.Pools[pool].RailStart[zone.Quay] + section, new CraneHull(zone.Quay, section, quay.EndSection(placement.Cell, zone.Width)), placement.Start, placement.HandlingEnd, cranes, Model.Calls[call].FirstCrane, placement.FirstCrane, placement.Shift);
        }
    }

    /// <summary>Cranes that have time to come over are room as well.</summary>
    private void CountPauses(int group, int handlingEnd, PoolModel pool, int sign)
    {
        if (pool.Pauses.Length == 0)
        {
            return;
        }

        var (least, longest) = (pool.Pauses[0], pool.LongestPause);
        for (var pause = least; pause <= longest; pause += 1 + ((longest - least) >> 4))
        {
            CountEnd(group, Math.Min(handlingEnd + pause, Model.Rows), sign);
        }
    }

    private void CountEnd(int group, int slot, int sign)
    {
        var (counts, bits) = (_endCounts[group], _endBits[group]);
        counts[slot] += sign;
        var bit = 1UL << (slot & 63);
        bits[slot >> 6] = counts[slot] > 0 ? bits[slot >> 6] | bit : bits[slot >> 6] & ~bit;
    }

    /// <summary>Replaces everything by other placements; what is the same stays.</summary>
    public void Load(ReadOnlySpan<Placement> placements)
    {
        for (var call = 0; call < placements.Length; call++)
        {
            if (IsPlaced(call) && !Placement.Same(_at[call], placements[call]))
            {
                Remove(call);
            }
        }

        for (var call = 0; call < placements.Length; call++)
        {
            if (placements[call].Zone >= 0 && !IsPlaced(call))
            {
                Place(call, placements[call]);
            }
        }
    }

    /// <summary>Whether all placed calls have cranes: what was changed at several times by several hands may not fit together.</summary>
    public bool HasCranes()
    {
        foreach (var rail in _rails)
        {
            if (rail is not null && !rail.Fits())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>First cranes by call, spread along their rails; -1 where cranes have no numbers.</summary>
    public int[] SpreadCranes()
    {
        var first = new int[_at.Length];
        Array.Fill(first, -1);
        foreach (var rail in _rails)
        {
            rail?.Spread(first);
        }

        return first;
    }

    /// <summary>The plan as it stands, with the leftmost cranes.</summary>
    public BerthPlan ToPlan()
    {
        var assignments = new Assignment?[_at.Length];
        for (var call = 0; call < _at.Length; call++)
        {
            if (!IsPlaced(call))
            {
                continue;
            }

            var placement = _at[call];
            var zone = Model.Calls[call].Zones[placement.Zone];
            var quay = Model.Quays[zone.Quay];
            var cranes = zone.Options[placement.Option].Cranes;
            var pool = Model.PoolOfQuay[zone.Quay];
            var first = cranes > 0 && pool >= 0 && _rails[pool] is { } rail ? rail.Low(call) : -1;
            assignments[call] = new Assignment(zone.Quay, quay.BerthOf(placement.Cell), quay.Section(placement.Cell), placement.Start, placement.End, cranes, first);
        }

        return new BerthPlan(assignments);
    }
}
