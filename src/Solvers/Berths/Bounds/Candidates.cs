using BerthOpt.Kernels;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>Every placement of every call that is valid alone, cheapest first; a call that may be left out has one more, without a zone.</summary>
internal sealed class Candidates
{
    private const int MostTried = 10_000_000;

    private int _tried;

    /// <summary>Lists the placements, up to <paramref name="most"/> of them.</summary>
    public Candidates(BerthModel model, int most, StopMonitor stop)
    {
        Of = new Placement[model.Calls.Length][];
        var left = most;
        for (var call = 0; call < Of.Length && Complete; call++)
        {
            var list = new List<Placement>();
            if (model.Calls[call].Optional)
            {
                list.Add(Placement.None with { Cost = model.Calls[call].RejectionCost });
            }

            Enumerate(model, model.Calls[call], list, left, stop);
            left -= list.Count;
            Complete = left > 0 && _tried < MostTried && !stop.IsStopped;
            Of[call] = [.. list.OrderBy(placement => placement.Cost)];
        }

        if (!Complete)
        {
            return;
        }

        Order = [.. Enumerable.Range(0, Of.Length).OrderBy(call => Of[call].Length)];
        RestFloor = new long[Of.Length + 1];
        for (var depth = Of.Length - 1; depth >= 0; depth--)
        {
            var list = Of[Order[depth]];
            RestFloor[depth] = RestFloor[depth + 1] + (list.Length > 0 ? list[0].Cost : 0);
        }
    }

    /// <summary>Whether all placements are listed; false when there are too many.</summary>
    public bool Complete { get; } = true;

    /// <summary>Placements by call.</summary>
    public Placement[][] Of { get; }

    /// <summary>Calls, those with the fewest placements first.</summary>
    public int[] Order { get; } = [];

    /// <summary>What the calls from each place in the order on cost at least.</summary>
    public long[] RestFloor { get; } = [];

    private void Enumerate(BerthModel model, CallModel call, List<Placement> list, int most, StopMonitor stop)
    {
        for (var zoneIndex = 0; zoneIndex < call.Zones.Length; zoneIndex++)
        {
            var zone = call.Zones[zoneIndex];
            var quay = model.Quays[zone.Quay];
            for (var option = 0; option < zone.Options.Length; option++)
            {
                for (var cell = BitRows.NextSet(zone.Allowed, zone.From, zone.To); cell >= 0; cell = BitRows.NextSet(zone.Allowed, cell + 1, zone.To))
                {
                    var slots = zone.Options[option].Slots(cell);
                    if (slots == int.MaxValue)
                    {
                        continue;
                    }

                    for (var start = call.Earliest; start <= Math.Min(call.Latest, call.EndLimit - slots); start++)
                    {
                        if (++_tried >= MostTried || ((_tried & 0xFFFF) == 0 && stop.IsStopped))
                        {
                            return;
                        }

                        var end = call.NextDeparture is { } next ? next[start + slots] : start + slots;
                        if (end > call.EndLimit
                            || !call.MayArrive(start)
                            || (quay.Closed is { } closed && BitRows.Any(closed, quay.Words, start, end, cell, zone.Width)))
                        {
                            continue;
                        }

                        var cranes = zone.Options[option].Cranes;
                        // Where calls keep their first crane, each choice of it is a placement of its own.
                        var pool = cranes > 0 ? model.PoolOfQuay[zone.Quay] : -1;
                        var told = pool >= 0 && model.Pools[pool].Pool.Travel is not null;
                        var choices = told ? model.Pools[pool].Pool.Count - cranes + 1 : 1;
                        for (var first = 0; first < choices; first++)
                        {
                            if (told && call.FirstCrane >= 0 && first != call.FirstCrane)
                            {
                                continue;
                            }

                            list.Add(new Placement
                            {
                                Zone = zoneIndex,
                                Option = option,
                                Cell = cell,
                                Start = start,
                                HandlingEnd = start + slots,
                                End = end,
                                FirstCrane = first,
                                Cost = zone.Price(cell) + call.TimeCost(start, end, slots, cranes),
                            });
                        }

                        if (list.Count > most)
                        {
                            return;
                        }
                    }
                }
            }
        }
    }
}
