using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// Makes a plan of an order of calls: each takes its cheapest stay for which there is a place between those in front of it, at the left end of the
/// first gap.
/// </summary>
internal sealed class StayPlanner
{
    private readonly StayModel _model;
    private readonly (int Start, int Until, long Cost)[][] _stays;
    private readonly int[][] _byCost;
    private readonly Zone[][] _zones;
    private readonly int[] _place;
    private readonly int[] _room;
    private readonly int[] _stay;
    private readonly List<int>[] _inRoom;
    private readonly int[] _beside;
    private BerthState? _state;

    /// <summary>Sets up for the stays of each call in plans below some cost.</summary>
    public StayPlanner(StayModel model, List<(int Start, int Until, long Cost)>[] stays)
    {
        _model = model;
        _stays = [.. stays.Select(list => list.ToArray())];
        _byCost = [.. _stays.Select(list => IsSorted(list) ? [] : Enumerable.Range(0, list.Length).OrderBy(stay => list[stay].Cost).ToArray())];
        _zones = [.. model.Choices.Select((choices, call) => choices.Select(choice => Array.Find(model.Berths.Calls[call].Zones, zone => model.Rooms[choice.Room].Holds(zone))!).ToArray())];
        (_place, _room, _stay, _beside) = (new int[_stays.Length], new int[_stays.Length], new int[_stays.Length], new int[_stays.Length]);
        _inRoom = [.. model.Rooms.Select(_ => new List<int>())];
    }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>Makes the plan of an order.</summary>
    /// <param name="order">All calls.</param>
    /// <param name="below">What it must cost less than, above the ideal; otherwise it is given up.</param>
    /// <returns>Its cost above the ideal; <see cref="long.MaxValue"/> when it was given up.</returns>
    public long Make(ReadOnlySpan<int> order, long below)
    {
        Array.ForEach(_inRoom, calls => calls.Clear());
        long cost = 0;
        foreach (var call in order)
        {
            if (!Put(call, below - cost))
            {
                return long.MaxValue;
            }

            cost += _stays[call][_stay[call]].Cost;
        }

        return cost;
    }

    /// <summary>The plan made last, where closures leave room for it.</summary>
    public Placement[]? Plan()
    {
        _state ??= new BerthState(_model.Berths);
        return PlacementFit.Join(_state, At, out _);
    }

    private bool Put(int call, long below)
    {
        var (stays, byCost) = (_stays[call], _byCost[call]);
        var notBefore = 0;
        for (var index = 0; index < stays.Length; index++)
        {
            var stay = byCost.Length == 0 ? index : byCost[index];
            var (start, until, cost) = stays[stay];
            if (cost >= below)
            {
                return false;
            }

            if (start < notBefore)
            {
                continue;
            }

            var leaves = int.MaxValue;
            for (var choice = 0; choice < _zones[call].Length; choice++)
            {
                var (room, width) = _model.Choices[call][choice];
                if (Gap(room, width, start, until, _zones[call][choice], ref leaves) is var place and >= 0)
                {
                    (_place[call], _room[call], _stay[call]) = (place, choice, stay);
                    _inRoom[room].Add(call);
                    return true;
                }
            }

            // Where starts come in turn, nothing changes until somebody leaves.
            notBefore = byCost.Length == 0 ? leaves : 0;
        }

        return false;
    }

    /// <summary>A free place in a room; -1 for none.</summary>
    private int Gap(int room, int width, int start, int until, Zone zone, ref int leaves)
    {
        var count = 0;
        Work += 4 + _inRoom[room].Count;
        foreach (var other in _inRoom[room])
        {
            var (from, to, _) = _stays[other][_stay[other]];
            if (from < until && to > start)
            {
                leaves = Math.Min(leaves, to);
                var at = count++;
                for (; at > 0 && _place[_beside[at - 1]] > _place[other]; at--)
                {
                    _beside[at] = _beside[at - 1];
                }

                _beside[at] = other;
            }
        }

        var (free, last) = (Math.Max(_model.Rooms[room].From, zone.From), Math.Min(zone.To - 1, _model.Rooms[room].To - zone.Width));
        for (var index = 0; index <= count; index++)
        {
            var end = index == count ? last : Math.Min(last, _place[_beside[index]] - width);
            if (free <= end && BitRows.NextSet(zone.Allowed, free, end + 1) is var cell and >= 0)
            {
                return cell;
            }

            free = index == count ? free : Math.Max(free, _place[_beside[index]] + WidthOf(_beside[index]));
        }

        return -1;
    }

    private int WidthOf(int call) => _model.Choices[call][_room[call]].Width;

    private Placement At(int call)
    {
        var model = _model.Berths.Calls[call];
        var zone = _zones[call][_room[call]];
        var (start, until, _) = _stays[call][_stay[call]];
        var (option, end) = (zone.Options[0], until - _model.Berths.TimeGap);
        return new Placement
        {
            Zone = Array.IndexOf(model.Zones, zone),
            Cell = _place[call],
            Start = start,
            HandlingEnd = start + option.MinSlots,
            End = end,
            FirstCrane = -1,
            Cost = zone.MinPlaceCost + model.TimeCost(start, end, option.MinSlots, option.Cranes),
        };
    }

    private static bool IsSorted((int Start, int Until, long Cost)[] stays)
    {
        for (var stay = 1; stay < stays.Length; stay++)
        {
            if (stays[stay].Cost < stays[stay - 1].Cost)
            {
                return false;
            }
        }

        return true;
    }
}
