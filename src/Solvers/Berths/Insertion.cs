using System.Numerics.Tensors;
using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// Finds the cheapest place for one more call. For each quay and number of cranes it walks the starts in ascending order and finds the
/// cells at which the hull is free: it ORs the occupancy rows of the stay, or, where the calls at the quay are fewer than those rows'
/// words and no part of it is ever closed, takes out what each of these calls is in the way of. Of the free cells it takes the one
/// nearest to the aim among those that find cranes. Randomness lets search leave the greedy path: starts and numbers of cranes are skipped now and then
/// (Christiaens and Vanden Berghe 2020 call it blinking), and some insertions aim off the wish.
/// </summary>
internal sealed partial class Insertion
{
    private readonly BerthModel _model;
    private readonly BerthState _state;
    private readonly Rng _rng;
    private readonly ulong[] _free;
    private readonly ulong[] _open;
    private readonly bool _byEvents;
    private readonly bool _byCost;
    private readonly Cursor[] _cursors;
    private Placement _best;
    private long _bestCost;
    private int _makespan;
    private int _leastStart;
    private int _endLimit;
    private int _onlyOption;
    private int _latePeriods;

    public Insertion(BerthState state, Rng rng)
    {
        _state = state;
        _model = state.Model;
        _rng = rng;
        var words = _model.Quays.Max(quay => quay.Words);
        _free = new ulong[words];
        _open = new ulong[words];
        _byEvents = _model.Horizon > 1024;
        _byCost = _model.Calls.Length > RuinCycles.ManyCalls;
        _cursors = new Cursor[_model.Calls.Select(call => call.Zones.Sum(zone => zone.Options.Length)).DefaultIfEmpty(0).Max() + 1];
    }

    /// <summary>Elementary steps done: words of occupancy read, and the like. The unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>Whether only the fewest cranes are tried, so that as many calls as can be find some.</summary>
    public bool FewestCranes { get; set; }

    /// <summary>No start before this slot.</summary>
    public int From { get; set; }

    /// <summary>No end behind this slot.</summary>
    public int Until { get; set; } = int.MaxValue;

    /// <summary>Chance in 2^16 that a start or a number of cranes is skipped.</summary>
    public int Blink { get; set; }

    /// <summary>Chance in 2^16 that an insertion aims off the wish.</summary>
    public int Stray { get; set; }

    /// <summary>
    /// Whether insertions wander: each takes a random first start, a single number of cranes, or a departure some periods late. The
    /// cheapest choice for one call alone is not always part of the best plan, and chance skips alone rarely lead far from it.
    /// </summary>
    public bool Wander { get; set; }

    /// <summary>What a crane costs in a slot beyond what the call pays for it (<see cref="Congestion"/>).</summary>
    public long CranePrice { get; set; }

    /// <summary>Counts work that was done around insertions, so that a move always costs something.</summary>
    public void Charge(long work) => Work += work;

    /// <summary>Finds the cheapest place that costs less than <paramref name="limit"/>.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(int call, long limit, out Placement placement)
    {
        var model = _model.Calls[call];
        _best = Placement.None;
        _bestCost = limit;
        _makespan = _model.MakespanRate == 0 ? 0 : _state.Makespan;
        SetCourse(model);
        var stray = Stray > 0 && (int)(_rng.Next() >> 48) < Stray;
        var ordered = _byCost && model.Pivot <= _leastStart;
        var cursors = 0;
        for (var index = 0; index < model.Zones.Length; index++)
        {
            var zone = model.Zones[index];
            if (zone.MinPlaceCost >= _bestCost)
            {
                break;
            }

            var aim = stray || (zone.PlaceCost is null && Blink > 0) ? RandomAim(zone) : zone.Aim;
            var options = zone.Options.Length;
            var turn = Blink > 0 && options > 1 ? _rng.Next(options) : 0; // so that numbers of cranes of equal cost all get their turn
            for (var choice = 0; choice < options; choice++)
            {
                Work++;
                var option = choice + turn < options ? choice + turn : choice + turn - options;
                if (_onlyOption >= 0 && option != _onlyOption % options)
                {
                    continue;
                }

                if (!Blinks() || zone.Options.Length == 1)
                {
                    ref var cursor = ref _cursors[cursors];
                    cursor = new Cursor { Zone = index, Option = option, Aim = aim, Start = _leastStart };
                    if (!ordered)
                    {
                        Scan(call, model, ref cursor, exhaustive: !stray);
                    }
                    else if (TryNext(model, ref cursor))
                    {
                        cursors++;
                    }
                }
            }
        }

        if (cursors > 0)
        {
            ScanByCost(call, model, _cursors.AsSpan(0, cursors), exhaustive: !stray);
        }

        placement = _best;
        if (_best.Zone < 0)
        {
            return false;
        }

        // Placing it fills the rows of its stay, and taking it out again clears them.
        Work += ((_best.End - _best.Start) * _model.Quays[model.Zones[_best.Zone].Quay].Words) >> 2;
        return true;
    }

    private void SetCourse(CallModel model)
    {
        (_leastStart, _onlyOption, _latePeriods) = (Math.Max(model.Earliest, From), FewestCranes ? 0 : -1, 0);
        _endLimit = Math.Min(model.EndLimit, Until);
        if (!Wander)
        {
            return;
        }

        if (model.Earliest < model.Latest && _rng.Next(2) == 0)
        {
            _leastStart = Math.Max(From, _rng.Next(model.Earliest, model.Latest + 1));
        }

        _onlyOption = _rng.Next(2) == 0 ? _rng.Next(1024) : -1;
        _latePeriods = model.Caps.Length > 0 ? _rng.Next(3) : 0;
    }

    private bool Blinks() => Blink > 0 && (int)(_rng.Next() >> 48) < Blink;

    /// <summary>Ends of the quay pack well, the middle finds the rest.</summary>
    private int RandomAim(Zone zone) => _rng.Next(4) switch
    {
        0 => zone.From,
        1 => zone.To - 1,
        _ => _rng.Next(zone.From, zone.To),
    };

    /// <summary>Looks for a place at the start of a cursor, and moves it to the next start that may have another.</summary>
    private void Try(int call, CallModel model, ref Cursor cursor, bool exhaustive)
    {
        var zone = model.Zones[cursor.Zone];
        var option = zone.Options[cursor.Option];
        var (start, handlingEnd, end, aim) = (cursor.Start, cursor.HandlingEnd, cursor.End, cursor.Aim);
        cursor.Start = NextStart(model, zone.Quay, start);
        var pool = option.Cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
        var rail = pool >= 0 ? _state.Rail(pool) : null;
        var quay = _model.Quays[zone.Quay];
        if (pool >= 0 && rail is null)
        {
            var slack = _state.Slack(pool)[start..handlingEnd];
            Work += slack.Length >> 3;
            if (TensorPrimitives.Min(slack) < option.Cranes)
            {
                return;
            }
        }

        if (Blinks())
        {
            return;
        }

        var choice = new Choice(call, cursor.Zone, cursor.Option, start, handlingEnd, end, aim, exhaustive);
        if (!TryFree(quay, zone, choice, cursor.Cost, out var more))
        {
            if (start >= model.Pivot && more > cursor.Start)
            {
                cursor.Start = NextStart(model, zone.Quay, more - 1);
            }

            return;
        }

        if (rail is null && zone.PlaceCost is null && option.SlotsByCell is null)
        {
            // All places cost the same: one beside a neighbour or an end of the quay leaves more room than one in between.
            BitRows.KeepEnds(_free.AsSpan(0, quay.Words));
        }

        if (rail is null)
        {
            Choose(choice, model, zone, option, null, each: false, zone.From, zone.To);
        }
        else if (rail.DependsOnCell)
        {
            Choose(choice, model, zone, option, rail, each: true, zone.From, zone.To);
        }
        else
        {
            var gaps = rail.Gather(start, handlingEnd);
            Work += 4 * gaps;
            for (var gap = 0; gap < gaps; gap++)
            {
                if (rail.GapFits(gap, start, handlingEnd, option.Cranes, model.FirstCrane))
                {
                    var (left, right) = rail.Gap(gap);
                    var (from, to) = CellsBetween(quay, _model.Pools[pool].RailStart[zone.Quay], left, right);
                    Choose(choice, model, zone, option, rail.MustTryCell || option.SlotsByCell is not null ? rail : null, each: option.SlotsByCell is not null, Math.Max(zone.From, from), Math.Min(zone.To, to));
                }
            }
        }
    }

    private long Price(CallModel model, int start, int end, int handling, int cranes)
    {
        var cost = model.TimeCost(start, end, handling, cranes) + (CranePrice * cranes * handling);
        return end > _makespan ? cost + (_model.MakespanRate * (end - _makespan)) : cost;
    }
}
