using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <content>Voyages, links, conversions, bookings, and the rows of what they share.</content>
internal sealed partial class TimeNetworkBuilder
{
    private const long FlowUnlimited = FlowNetwork.Unlimited;

    private void AddVoyages()
    {
        var limits = problem.Limits.Where(limit => limit.Voyage is not null).ToLookup(limit => (limit.Voyage!.Value, limit.Leg));
        var locks = problem.Locks.ToLookup(locked => locked.Voyage);
        for (var index = 0; index < problem.Voyages.Length; index++)
        {
            var voyage = problem.Voyages[index];
            var legs = new int[voyage.Legs.Length][];
            for (var leg = 0; leg < legs.Length; leg++)
            {
                legs[leg] = new int[problem.Types.Length];
            }

            for (var type = 0; type < problem.Types.Length; type++)
            {
                AddVoyage(index, type, legs);
            }

            for (var leg = 0; leg < legs.Length; leg++)
            {
                var locked = problem.Types.Select((_, type) => locks[index].Where(its => its.Type == type && its.FromStop <= leg && leg < its.ToStop).Sum(its => (long)its.Count)).ToArray();
                AddShared(legs[leg], voyage.Legs[leg].Room, everything, voyage.Stops[leg].Departure < problem.Periods ? limits[(index, leg)] : [], locked);
            }
        }
    }

    /// <summary>One type on one voyage. The first leg begins ashore, and the last one ends there.</summary>
    private void AddVoyage(int index, int type, int[][] legs)
    {
        var voyage = problem.Voyages[index];
        var aboard = -1;
        for (var leg = 0; leg < legs.Length; leg++)
        {
            var (from, to) = (voyage.Stops[leg], voyage.Stops[leg + 1]);
            var (last, cost) = (leg == legs.Length - 1, (long)voyage.Legs[leg].Cost);
            if (leg == 0)
            {
                // Nothing is loaded behind the last period: then the voyage carries nothing at all.
                aboard = from.Departure < problem.Periods ? At(from.Location, type).Gone(from.Departure) : network.Flow.AddNode();
                cost += problem.Locations[from.Location].LoadCost;
            }

            var ashore = At(to.Location, type).Came(to.Arrival);
            cost += last ? problem.Locations[to.Location].DischargeCost : 0;
            var next = last ? ashore : network.Flow.AddNode();
            legs[leg][type] = network.AddArc(aboard, next, everything, cost, new ArcUse(ArcKind.Leg, index, leg, type));
            if (last)
            {
                break;
            }

            network.AddArc(next, ashore, everything, problem.Locations[to.Location].DischargeCost, new ArcUse(ArcKind.Discharge, index, leg + 1, type));
            if (to.Departure > to.Arrival || At(to.Location, type).HasFreePeriods)
            {
                // What is loaded at the end of a stay cannot come ashore at its beginning, nor to begin its free periods anew.
                var sails = network.Flow.AddNode();
                network.AddArc(next, sails, everything, 0);
                next = sails;
            }

            if (to.Departure < problem.Periods)
            {
                network.AddArc(At(to.Location, type).Gone(to.Departure), next, everything, problem.Locations[to.Location].LoadCost, new ArcUse(ArcKind.Load, index, leg + 1, type));
            }

            aboard = next;
        }
    }

    private void AddLinks()
    {
        var limits = problem.Limits.Where(limit => limit.Link is not null).ToLookup(limit => limit.Link!.Value);
        for (var index = 0; index < problem.Links.Length; index++)
        {
            var link = problem.Links[index];
            for (var period = link.First; period < problem.Periods && period <= (link.Last ?? int.MaxValue); period += link.Every)
            {
                var arcs = new int[problem.Types.Length];
                for (var type = 0; type < arcs.Length; type++)
                {
                    arcs[type] = link.Type is null || link.Type == type
                        ? network.AddArc(At(link.From, type).Gone(period), At(link.To, type).Came(period + link.Transit), everything, link.Cost, new ArcUse(ArcKind.Link, index, period, type))
                        : -1;
                }

                AddShared(arcs, link.Room, link.Most, limits[index].Where(limit => limit.First <= period && period <= (limit.Last ?? int.MaxValue)), new long[arcs.Length]);
            }
        }
    }

    /// <summary>What all types share on one leg or departure: room, and limits of their number.</summary>
    private void AddShared(int[] arcs, Room room, long most, IEnumerable<FlowLimit> limits, long[] locked)
    {
        void Share(long? limit, Func<ContainerType, int> size)
        {
            if (limit is { } all)
            {
                AddRow([.. arcs.Index().Where(arc => arc.Item >= 0 && size(problem.Types[arc.Index]) > 0).Select(arc => (arc.Item, size(problem.Types[arc.Index])))], all - locked.Index().Sum(type => type.Item * size(problem.Types[type.Index])));
            }
        }

        Share(room.Teu, type => type.Teu);
        Share(room.Slots, type => type.Slots);
        Share(room.Plugs, type => type.Plugs);
        Share(room.Kilograms, type => type.Kilograms);
        Share(most, _ => 1);
        foreach (var limit in limits)
        {
            var counted = arcs.Index().Where(arc => arc.Item >= 0 && (limit.Type is null || limit.Type == arc.Index)).ToList();
            var booked = counted.Sum(arc => locked[arc.Index]);
            if (limit.Most is { } greatest)
            {
                AddRow([.. counted.Select(arc => (arc.Item, 1))], greatest - booked);
            }

            if (limit.Least > booked)
            {
                AddRow([.. counted.Select(arc => (arc.Item, -1))], booked - limit.Least);
            }
        }
    }

    /// <summary>A row; one of a single arc is a limit of that arc (least flows weigh -1), and one that no flow can break is none.</summary>
    private void AddRow((int Arc, int Weight)[] terms, long limit)
    {
        var flow = network.Flow;
        var upward = terms.All(term => term.Weight > 0);
        if (upward && limit < 0)
        {
            network.Contradiction ??= (terms is [var first, ..] ? first.Arc : -1, -limit, 0);
            return;
        }

        Int128 greatest = 0;
        foreach (var (arc, weight) in terms)
        {
            flow.Capacity[arc] = upward ? Math.Min(flow.Capacity[arc], limit / weight) : flow.Capacity[arc];
            greatest += (Int128)weight * (weight > 0 ? flow.Capacity[arc] : flow.Lower[arc]);
            Contradict(arc);
        }

        if (greatest <= limit)
        {
            return;
        }

        if (terms.Length == 1 && terms[0].Weight < 0)
        {
            flow.Lower[terms[0].Arc] = Math.Max(flow.Lower[terms[0].Arc], -limit);
            Contradict(terms[0].Arc);
        }
        else
        {
            network.Rows.Add(terms, limit);
        }
    }

    private void Contradict(int arc)
    {
        if (network.Flow.Capacity[arc] < network.Flow.Lower[arc])
        {
            network.Contradiction ??= (arc, network.Flow.Lower[arc], network.Flow.Capacity[arc]);
        }
    }

    private void AddConversions()
    {
        for (var index = 0; index < problem.Conversions.Length; index++)
        {
            var conversion = problem.Conversions[index];
            for (var period = 0; period < problem.Periods; period++)
            {
                var (from, to) = (At(conversion.Location, conversion.From).Gone(period), At(conversion.Location, conversion.To).Came(period + conversion.Delay));
                if (conversion.In == conversion.Out)
                {
                    network.AddArc(from, to, conversion.Most, conversion.Cost, new ArcUse(ArcKind.Conversion, index, period, 1));
                    continue;
                }

                var takes = network.AddArc(from, root, (long)conversion.In * conversion.Most, 0, new ArcUse(ArcKind.Conversion, index, period, conversion.In));
                network.Flow.Cost[takes] = network.Scale * conversion.Cost / conversion.In;
                var makes = network.AddArc(root, to, (long)conversion.Out * conversion.Most, 0);
                network.Rows.Add([(takes, conversion.Out), (makes, -conversion.In)], 0, isExact: true);
            }
        }
    }

    /// <summary>Bookings are supplies at their ends; they are paid for in any plan.</summary>
    private void AddLocks()
    {
        foreach (var locked in problem.Locks)
        {
            var voyage = problem.Voyages[locked.Voyage];
            var (from, to) = (voyage.Stops[locked.FromStop], voyage.Stops[locked.ToStop]);
            Give(At(from.Location, locked.Type).Gone(from.Departure), -locked.Count);
            Give(At(to.Location, locked.Type).Came(to.Arrival), locked.Count);
            long cost = problem.Locations[from.Location].LoadCost + problem.Locations[to.Location].DischargeCost;
            for (var leg = locked.FromStop; leg < locked.ToStop; leg++)
            {
                cost += voyage.Legs[leg].Cost;
            }

            network.Constant += (Int128)network.Scale * cost * locked.Count;
        }
    }
}
