using System.Collections.Immutable;

namespace BerthOpt.Empties.Rolling;

/// <summary>A stretch of a problem as a problem of its own, that begins with what has been done before it, and the way back.</summary>
internal sealed class EmptiesWindow
{
    private readonly EmptiesProblem whole;
    private readonly int from;
    private readonly int to;
    private readonly List<(int Voyage, int FirstStop)> voyages = [];
    private readonly List<int> links = [];
    private readonly List<int> demands = [];

    public EmptiesWindow(EmptiesProblem whole, int from, int to, DonePlan done)
    {
        (this.whole, this.from, this.to) = (whole, from, to);
        Problem = new EmptiesProblem(whole.Parts with
        {
            Periods = to - from,
            Grid = whole.Grid with { Origin = null },
            Stocks = Stocks(done, out var supplies),
            Supplies = supplies,
            Demands = Demands(),
            Voyages = Voyages(done),
            Links = Links(),
            Leases = [.. whole.Leases.Select((_, index) => Hire(index, done))],
            Limits = Limits(done),
            Locks = Locks(),
        });
    }

    /// <summary>The stretch, in periods from its beginning.</summary>
    public EmptiesProblem Problem { get; }

    /// <summary>Takes over what a plan of the stretch begins before a period, in the whole problem's indices and periods.</summary>
    public void Do(EmptiesPlan plan, int before, DonePlan done)
    {
        done.Voyages.AddRange(plan.Voyages.Where(move => Problem.Voyages[move.Voyage].Stops[move.FromStop].Departure + from < before)
            .Select(move => new VoyageMove(voyages[move.Voyage].Voyage, move.FromStop + voyages[move.Voyage].FirstStop, move.ToStop + voyages[move.Voyage].FirstStop, move.Type, move.Count)));
        done.Links.AddRange(plan.Links.Where(move => move.Period + from < before).Select(move => new LinkMove(links[move.Link], move.Period + from, move.Type, move.Count)));
        done.Conversions.AddRange(plan.Conversions.Where(run => run.Period + from < before).Select(run => run with { Period = run.Period + from }));
        done.Fulfilments.AddRange(plan.Fulfilments.Where(given => Problem.Demands[given.Demand].Period + from < before).Select(given => given with { Demand = demands[given.Demand] }));
        done.OnHires.AddRange(plan.OnHires.Where(hire => hire.Period + from < before).Select(hire => hire with { Period = hire.Period + from }));
        done.OffHires.AddRange(plan.OffHires.Where(hire => hire.Period + from < before).Select(hire => hire with { Period = hire.Period + from }));
    }

    private ImmutableArray<LocationStock> Stocks(DonePlan done, out ImmutableArray<Supply> supplies)
    {
        var stock = new SortedDictionary<(int Location, int Type), int>();
        var coming = whole.Supplies.Where(supply => supply.Period >= from && supply.Period < to + whole.Periods).Select(supply => supply with { Period = supply.Period - from }).ToList();
        var before = whole.Stocks.Select(its => (its.Location, its.Type, Period: -1, its.Initial)).Concat(whole.Supplies.Select(supply => (supply.Location, supply.Type, supply.Period, supply.Count))).Where(its => its.Period < from);
        foreach (var (location, type, _, count) in before)
        {
            stock[(location, type)] = stock.GetValueOrDefault((location, type)) + count;
        }

        foreach (var (location, type, period, count) in done.Coming(whole))
        {
            if (period < from)
            {
                stock[(location, type)] = stock.GetValueOrDefault((location, type)) + count;
            }
            else
            {
                coming.Add(new Supply { Location = location, Type = type, Period = period - from, Count = count });
            }
        }

        // One entry holds so many and no more; the rest comes in the first period, which is the same.
        foreach (var (location, type) in stock.Where(its => its.Value > EmptiesProblem.MaxCount).Select(its => its.Key).ToList())
        {
            coming.Add(new Supply { Location = location, Type = type, Period = 0, Count = stock[(location, type)] - EmptiesProblem.MaxCount });
            stock[(location, type)] = EmptiesProblem.MaxCount;
        }

        supplies = [.. coming.SelectMany(Entries)];
        var known = whole.Stocks.ToDictionary(its => (its.Location, its.Type));
        return [.. known.Keys.Concat(stock.Keys).Distinct().Order().Select(pair => (known.GetValueOrDefault(pair) ?? new LocationStock { Location = pair.Location, Type = pair.Type }) with { Initial = stock.GetValueOrDefault(pair) })];
    }

    private static IEnumerable<Supply> Entries(Supply supply)
    {
        for (var left = supply.Count; left > 0; left -= EmptiesProblem.MaxCount)
        {
            yield return left == supply.Count && left <= EmptiesProblem.MaxCount ? supply : supply with { Count = Math.Min(left, EmptiesProblem.MaxCount), Low = null, High = null };
        }
    }

    /// <summary>Those still within their minimum term stay on hire for the whole stretch, and leave less for others.</summary>
    private Lease Hire(int index, DonePlan done)
    {
        var free = done.MayReturn(whole, index, from);
        return whole.Leases[index] with { Initial = free, Most = whole.Leases[index].Most - (done.OnHire(whole, index) - free) };
    }

    private ImmutableArray<Demand> Demands()
    {
        demands.AddRange(Enumerable.Range(0, whole.Demands.Length).Where(index => whole.Demands[index].Period >= from && whole.Demands[index].Period < to));
        return [.. demands.Select(index => whole.Demands[index] with { Period = whole.Demands[index].Period - from })];
    }

    /// <summary>What is left of each voyage that something can still be loaded on, with the room that those aboard leave.</summary>
    private ImmutableArray<Voyage> Voyages(DonePlan done)
    {
        var aboard = done.Aboard();
        var left = ImmutableArray.CreateBuilder<Voyage>();
        for (var index = 0; index < whole.Voyages.Length; index++)
        {
            var voyage = whole.Voyages[index];
            var first = 0;
            while (first < voyage.Stops.Length && voyage.Stops[first].Departure < from)
            {
                first++;
            }

            if (first >= voyage.Legs.Length || voyage.Stops[first].Departure >= to)
            {
                continue;
            }

            voyages.Add((index, first));
            left.Add(voyage with
            {
                Stops = [.. voyage.Stops[first..].Select(stop => new VoyageStop(stop.Location, Math.Max(0, stop.Arrival - from), stop.Departure - from))],
                Legs = [.. Enumerable.Range(first, voyage.Legs.Length - first).Select(leg => voyage.Legs[leg] with { Room = Left(voyage.Legs[leg].Room, aboard[(index, leg)]) })],
            });
        }

        return left.ToImmutable();
    }

    private Room Left(Room room, IEnumerable<(int Type, int Count)> aboard)
    {
        foreach (var (type, count) in aboard)
        {
            var its = whole.Types[type];
            room = new Room { Teu = room.Teu - (its.Teu * count), Slots = room.Slots - (its.Slots * count), Plugs = room.Plugs - (its.Plugs * count), Kilograms = room.Kilograms - (its.Kilograms * count) };
        }

        return room;
    }

    private ImmutableArray<Link> Links()
    {
        var left = ImmutableArray.CreateBuilder<Link>();
        for (var index = 0; index < whole.Links.Length; index++)
        {
            var link = whole.Links[index];
            var first = link.First >= from ? link.First : from + ((link.Every - ((from - link.First) % link.Every)) % link.Every);
            if (first >= to || first > (link.Last ?? int.MaxValue))
            {
                continue;
            }

            links.Add(index);
            left.Add(link with { First = first - from, Last = link.Last - from });
        }

        return left.ToImmutable();
    }

    /// <summary>Limits of legs count those aboard already.</summary>
    private ImmutableArray<FlowLimit> Limits(DonePlan done)
    {
        var aboard = done.Aboard();
        var left = ImmutableArray.CreateBuilder<FlowLimit>();
        foreach (var limit in whole.Limits)
        {
            if (limit.Voyage is { } voyage && voyages.FindIndex(its => its.Voyage == voyage && its.FirstStop <= limit.Leg) is >= 0 and var kept)
            {
                var there = aboard[(voyage, limit.Leg)].Where(load => limit.Type is null || limit.Type == load.Type).Sum(load => load.Count);
                left.Add(limit with { Voyage = kept, Leg = limit.Leg - voyages[kept].FirstStop, Least = Math.Max(0, limit.Least - there), Most = limit.Most - there });
            }
            else if (limit.Link is { } link && links.IndexOf(link) is >= 0 and var open && (limit.Last ?? int.MaxValue) >= from)
            {
                left.Add(limit with { Link = open, First = Math.Max(0, limit.First - from), Last = limit.Last - from });
            }
        }

        return left.ToImmutable();
    }

    /// <summary>Booked containers that have not gone yet and go within the stretch.</summary>
    private ImmutableArray<LockedMove> Locks() =>
    [
        .. whole.Locks.Where(locked => whole.Voyages[locked.Voyage].Stops[locked.FromStop].Departure is var leaves && leaves >= from && leaves < to).Select(locked =>
        {
            var kept = voyages.FindIndex(its => its.Voyage == locked.Voyage);
            return locked with { Voyage = kept, FromStop = locked.FromStop - voyages[kept].FirstStop, ToStop = locked.ToStop - voyages[kept].FirstStop };
        }),
    ];
}
