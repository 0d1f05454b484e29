using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties.Oracle;

/// <summary>A slow replay of a plan, period by period and container by container, that says whether it keeps all rules and what it costs.</summary>
internal static class EmptiesReplay
{
    /// <summary>Whether the plan is valid, and its cost; the plan names only what there is, in counts of at least 1.</summary>
    public static (bool IsValid, long Cost) Of(EmptiesProblem problem, EmptiesPlan plan)
    {
        var valid = true;
        long cost = 0;
        var boxes = new Queue<int>[problem.Locations.Length, problem.Types.Length];
        var end = new long[problem.Locations.Length, problem.Types.Length];
        foreach (var (location, type) in Cells(problem))
        {
            boxes[location, type] = new Queue<int>();
        }

        for (var period = 0; period < problem.Periods; period++)
        {
            foreach (var (location, type, at, count) in Arrivals(problem, plan).Where(arrival => arrival.Period == period))
            {
                for (long box = 0; box < count; box++)
                {
                    boxes[location, type].Enqueue(at);
                }
            }

            foreach (var (location, type, _, count) in Departures(problem, plan).Where(departure => departure.Period == period))
            {
                for (long box = 0; box < count; box++)
                {
                    valid &= boxes[location, type].TryDequeue(out _);
                }
            }

            valid &= BeginsSomewhere(problem, plan, period, boxes);
            foreach (var stock in problem.Stocks)
            {
                var waiting = boxes[stock.Location, stock.Type];
                cost += stock.StorageCost * waiting.Count(since => period - since >= stock.FreePeriods);
                cost += (long)stock.SafetyCost * Math.Max(0, stock.SafetyStock - waiting.Count);
            }

            for (var location = 0; location < problem.Locations.Length; location++)
            {
                var teu = Enumerable.Range(0, problem.Types.Length).Sum(type => (long)problem.Types[type].Teu * boxes[location, type].Count);
                valid &= problem.Locations[location].StorageTeu is not { } room || teu <= room;
            }
        }

        foreach (var (location, type, _, count) in Arrivals(problem, plan).Where(arrival => arrival.Period >= problem.Periods))
        {
            end[location, type] += count;
        }

        cost += problem.Stocks.Sum(stock => (long)stock.TargetCost * Math.Max(0, stock.Target - boxes[stock.Location, stock.Type].Count - end[stock.Location, stock.Type]));
        return (valid & Ways(problem, plan, ref cost) & Gifts(problem, plan, ref cost) & Hires(problem, plan, ref cost), cost);
    }

    /// <summary>
    /// Moves within a period, whatever way they point, hang together in groups. With all departures covered a group can be carried out if one container is
    /// there that none of them brought: else it would be left with none at the end, and had none at the beginning.
    /// </summary>
    private static bool BeginsSomewhere(EmptiesProblem problem, EmptiesPlan plan, int period, Queue<int>[,] boxes)
    {
        var types = problem.Types.Length;
        var moves = plan.Voyages.Select(move => (Stops: problem.Voyages[move.Voyage].Stops, Move: move)).Where(its => its.Stops[its.Move.FromStop].Departure == period && its.Stops[its.Move.ToStop].Arrival == period)
            .Select(its => (From: (its.Stops[its.Move.FromStop].Location * types) + its.Move.Type, To: (its.Stops[its.Move.ToStop].Location * types) + its.Move.Type, Count: (long)its.Move.Count))
            .Concat(plan.Links.Where(move => move.Period == period && problem.Links[move.Link].Transit == 0).Select(move => (From: (problem.Links[move.Link].From * types) + move.Type, To: (problem.Links[move.Link].To * types) + move.Type, Count: (long)move.Count)))
            .Concat(plan.Conversions.Where(run => run.Period == period && problem.Conversions[run.Conversion].Delay == 0)
                .Select(run => (problem.Conversions[run.Conversion], run.Count)).Select(its => (From: (its.Item1.Location * types) + its.Item1.From, To: (its.Item1.Location * types) + its.Item1.To, Count: (long)its.Count))).ToList();
        var group = Enumerable.Range(0, problem.Locations.Length * types).ToArray();
        foreach (var (from, to, _) in moves)
        {
            var (one, other) = (group[from], group[to]);
            group = [.. group.Select(its => its == one ? other : its)];
        }

        // There at the end, and gone to others than these moves: that is what was there without them.
        var departures = Departures(problem, plan).Where(departure => departure.Period == period).ToList();
        return moves.Select(move => group[move.From]).Distinct().All(its =>
        {
            var members = Enumerable.Range(0, group.Length).Where(cell => group[cell] == its).ToHashSet();
            var end = members.Sum(cell => (long)boxes[cell / types, cell % types].Count);
            return end + departures.Where(departure => members.Contains((departure.Location * types) + departure.Type)).Sum(departure => departure.Count) - moves.Where(move => members.Contains(move.From)).Sum(move => move.Count) > 0;
        });
    }

    private static IEnumerable<(int Location, int Type)> Cells(EmptiesProblem problem) =>
        from location in Enumerable.Range(0, problem.Locations.Length) from type in Enumerable.Range(0, problem.Types.Length) select (location, type);

    private static IEnumerable<(int Location, int Type, int Period, long Count)> Arrivals(EmptiesProblem problem, EmptiesPlan plan) =>
        problem.Stocks.Select(stock => (stock.Location, stock.Type, 0, (long)stock.Initial))
            .Concat(problem.Supplies.Select(supply => (supply.Location, supply.Type, supply.Period, (long)supply.Count)))
            .Concat(plan.Voyages.Select(move => (problem.Voyages[move.Voyage].Stops[move.ToStop].Location, move.Type, problem.Voyages[move.Voyage].Stops[move.ToStop].Arrival, (long)move.Count)))
            .Concat(plan.Links.Select(move => (problem.Links[move.Link].To, move.Type, move.Period + problem.Links[move.Link].Transit, (long)move.Count)))
            .Concat(plan.Conversions.Select(run => (problem.Conversions[run.Conversion].Location, problem.Conversions[run.Conversion].To, run.Period + problem.Conversions[run.Conversion].Delay, (long)run.Count * problem.Conversions[run.Conversion].Out)))
            .Concat(plan.OnHires.Select(hire => (problem.Leases[hire.Lease].OnHire[hire.Place].Location, problem.Leases[hire.Lease].Type, hire.Period, (long)hire.Count)));

    private static IEnumerable<(int Location, int Type, int Period, long Count)> Departures(EmptiesProblem problem, EmptiesPlan plan) =>
        plan.Voyages.Select(move => (problem.Voyages[move.Voyage].Stops[move.FromStop].Location, move.Type, problem.Voyages[move.Voyage].Stops[move.FromStop].Departure, (long)move.Count))
            .Concat(plan.Links.Select(move => (problem.Links[move.Link].From, move.Type, move.Period, (long)move.Count)))
            .Concat(plan.Conversions.Select(run => (problem.Conversions[run.Conversion].Location, problem.Conversions[run.Conversion].From, run.Period, (long)run.Count * problem.Conversions[run.Conversion].In)))
            .Concat(plan.Fulfilments.Select(given => (problem.Demands[given.Demand].Location, given.Type, problem.Demands[given.Demand].Period, (long)given.Count * Each(problem, given))))
            .Concat(plan.OffHires.Select(hire => (problem.Leases[hire.Lease].OffHire[hire.Place].Location, problem.Leases[hire.Lease].Type, hire.Period, (long)hire.Count)));

    private static Substitution? Stands(EmptiesProblem problem, Fulfilment given) =>
        problem.Substitutions.FirstOrDefault(its => its.Asked == problem.Demands[given.Demand].Type && its.Given == given.Type);

    private static int Each(EmptiesProblem problem, Fulfilment given) => given.Type == problem.Demands[given.Demand].Type ? 1 : Stands(problem, given)?.Count ?? 1;

    private static bool Ways(EmptiesProblem problem, EmptiesPlan plan, ref long cost)
    {
        var valid = true;
        foreach (var (index, voyage) in problem.Voyages.Index())
        {
            for (var leg = 0; leg < voyage.Legs.Length; leg++)
            {
                var carried = plan.Voyages.Where(move => move.Voyage == index && move.FromStop <= leg && leg < move.ToStop).Select(move => (move.Type, (long)move.Count)).ToList();
                cost += voyage.Legs[leg].Cost * carried.Sum(its => its.Item2);
                valid &= Fits(problem, carried, voyage.Legs[leg].Room);
                valid &= voyage.Stops[leg].Departure >= problem.Periods || problem.Limits.Where(limit => limit.Voyage == index && limit.Leg == leg).All(limit => Keeps(limit, carried));
            }
        }

        foreach (var (index, link) in problem.Links.Index())
        {
            for (var period = 0; period < problem.Periods; period++)
            {
                var carried = plan.Links.Where(move => move.Link == index && move.Period == period).Select(move => (move.Type, (long)move.Count)).ToList();
                var departs = period >= link.First && period <= (link.Last ?? problem.Periods) && (period - link.First) % link.Every == 0;
                cost += link.Cost * carried.Sum(its => its.Item2);
                valid &= Fits(problem, carried, link.Room) && carried.Sum(its => its.Item2) <= link.Most && (departs || carried.Count == 0) && carried.All(its => link.Type is null || link.Type == its.Type);
                valid &= !departs || problem.Limits.Where(limit => limit.Link == index && limit.First <= period && period <= (limit.Last ?? problem.Periods)).All(limit => Keeps(limit, carried));
            }
        }

        foreach (var move in plan.Voyages)
        {
            var stops = problem.Voyages[move.Voyage].Stops;
            valid &= stops[move.FromStop].Departure < problem.Periods;
            cost += (long)move.Count * (problem.Locations[stops[move.FromStop].Location].LoadCost + problem.Locations[stops[move.ToStop].Location].DischargeCost);
        }

        foreach (var locked in problem.Locks)
        {
            valid &= plan.Voyages.Where(move => (move.Voyage, move.FromStop, move.ToStop, move.Type) == (locked.Voyage, locked.FromStop, locked.ToStop, locked.Type)).Sum(move => (long)move.Count)
                >= problem.Locks.Where(its => its with { Count = 0 } == locked with { Count = 0 }).Sum(its => its.Count);
        }

        return valid;
    }

    private static bool Fits(EmptiesProblem problem, List<(int Type, long Count)> carried, Room room) =>
        carried.Sum(its => its.Count * problem.Types[its.Type].Teu) <= (room.Teu ?? long.MaxValue) && carried.Sum(its => its.Count * problem.Types[its.Type].Slots) <= (room.Slots ?? long.MaxValue)
        && carried.Sum(its => its.Count * problem.Types[its.Type].Plugs) <= (room.Plugs ?? long.MaxValue) && carried.Sum(its => its.Count * problem.Types[its.Type].Kilograms) <= (room.Kilograms ?? long.MaxValue);

    private static bool Keeps(FlowLimit limit, List<(int Type, long Count)> carried)
    {
        var count = carried.Where(its => limit.Type is null || limit.Type == its.Type).Sum(its => its.Count);
        return count >= limit.Least && count <= (limit.Most ?? long.MaxValue);
    }

    private static bool Gifts(EmptiesProblem problem, EmptiesPlan plan, ref long cost)
    {
        var valid = true;
        foreach (var (index, demand) in problem.Demands.Index())
        {
            var given = plan.Fulfilments.Where(its => its.Demand == index).Sum(its => (long)its.Count);
            valid &= given <= demand.Count;
            cost += demand.ShortageCost * Math.Max(0, demand.Count - given);
        }

        foreach (var given in plan.Fulfilments.Where(given => given.Type != problem.Demands[given.Demand].Type))
        {
            valid &= Stands(problem, given) is not null;
            cost += (long)given.Count * (Stands(problem, given)?.Cost ?? 0);
        }

        foreach (var run in plan.Conversions)
        {
            cost += (long)run.Count * problem.Conversions[run.Conversion].Cost;
            valid &= plan.Conversions.Where(other => other.Conversion == run.Conversion && other.Period == run.Period).Sum(other => (long)other.Count) <= problem.Conversions[run.Conversion].Most;
        }

        return valid;
    }

    private static bool Hires(EmptiesProblem problem, EmptiesPlan plan, ref long cost)
    {
        var valid = true;
        foreach (var (index, lease) in problem.Leases.Index())
        {
            var hired = new Queue<int>(Enumerable.Repeat(-problem.Periods - lease.MinimumTerm, lease.Initial));
            for (var period = 0; period < problem.Periods; period++)
            {
                foreach (var hire in plan.OnHires.Where(hire => hire.Lease == index && hire.Period == period))
                {
                    cost += (long)hire.Count * lease.OnHire[hire.Place].Cost;
                    Enumerable.Range(0, hire.Count).ToList().ForEach(_ => hired.Enqueue(period));
                }

                foreach (var hire in plan.OffHires.Where(hire => hire.Lease == index && hire.Period == period))
                {
                    cost += (long)hire.Count * lease.OffHire[hire.Place].Cost;
                    for (var box = 0; box < hire.Count; box++)
                    {
                        valid &= hired.TryDequeue(out var since) && since + lease.MinimumTerm <= period;
                    }
                }

                valid &= hired.Count <= lease.Most;
                cost += (long)lease.Rent * hired.Count;
            }
        }

        return valid;
    }
}
