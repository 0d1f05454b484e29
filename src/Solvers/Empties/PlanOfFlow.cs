using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>Reads a plan off a flow that keeps the rows.</summary>
internal static class PlanOfFlow
{
    public static EmptiesPlan Of(EmptiesProblem problem, TimeNetwork network, ReadOnlySpan<long> flow)
    {
        var links = ImmutableArray.CreateBuilder<LinkMove>();
        var runs = ImmutableArray.CreateBuilder<ConversionRun>();
        var given = ImmutableArray.CreateBuilder<Fulfilment>();
        var on = ImmutableArray.CreateBuilder<HireMove>();
        var off = ImmutableArray.CreateBuilder<HireMove>();
        var journeys = new Dictionary<(int Voyage, int Type), Journey>();
        for (var arc = 0; arc < flow.Length; arc++)
        {
            var count = checked((int)flow[arc]);
            if (count == 0)
            {
                continue;
            }

            var (kind, a, b, c) = network.Uses[arc];
            switch (kind)
            {
                case ArcKind.Link:
                    links.Add(new LinkMove(a, b, c, count));
                    break;
                case ArcKind.Conversion:
                    runs.Add(new ConversionRun(a, b, count / c));
                    break;
                case ArcKind.Fulfilment:
                    given.Add(new Fulfilment(a, b, count / c));
                    break;
                case ArcKind.OnHire:
                    on.Add(new HireMove(a, b, c, count));
                    break;
                case ArcKind.OffHire:
                    off.Add(new HireMove(a, b, c, count));
                    break;
                case ArcKind.Leg or ArcKind.Load or ArcKind.Discharge:
                    Journey.Of(journeys, problem, a, c).Take(kind, b, count);
                    break;
            }
        }

        return new EmptiesPlan
        {
            Voyages = Moves(problem, journeys),
            Links = links.ToImmutable(),
            Conversions = runs.ToImmutable(),
            Fulfilments = given.ToImmutable(),
            OnHires = on.ToImmutable(),
            OffHires = off.ToImmutable(),
        };
    }

    private static ImmutableArray<VoyageMove> Moves(EmptiesProblem problem, Dictionary<(int Voyage, int Type), Journey> journeys)
    {
        var counts = new SortedDictionary<(int Voyage, int From, int To, int Type), long>();
        foreach (var ((voyage, type), journey) in journeys)
        {
            foreach (var (from, to, count) in journey.Moves())
            {
                counts[(voyage, from, to, type)] = counts.GetValueOrDefault((voyage, from, to, type)) + count;
            }
        }

        foreach (var locked in problem.Locks.Where(locked => locked.Count > 0))
        {
            var key = (locked.Voyage, locked.FromStop, locked.ToStop, locked.Type);
            counts[key] = counts.GetValueOrDefault(key) + locked.Count;
        }

        return [.. counts.Select(count => new VoyageMove(count.Key.Voyage, count.Key.From, count.Key.To, count.Key.Type, checked((int)count.Value)))];
    }

    /// <summary>What one voyage loads and discharges of one type, stop by stop.</summary>
    private sealed class Journey(int stops)
    {
        private readonly long[] loads = new long[stops];
        private readonly long[] discharges = new long[stops];

        public static Journey Of(Dictionary<(int Voyage, int Type), Journey> all, EmptiesProblem problem, int voyage, int type)
        {
            if (!all.TryGetValue((voyage, type), out var journey))
            {
                all.Add((voyage, type), journey = new Journey(problem.Voyages[voyage].Stops.Length));
            }

            return journey;
        }

        public void Take(ArcKind kind, int number, int count)
        {
            // The first leg begins ashore, and the last one ends there.
            loads[number] += kind == ArcKind.Load || (kind == ArcKind.Leg && number == 0) ? count : 0;
            discharges[number] += kind == ArcKind.Discharge ? count : 0;
            discharges[^1] += kind == ArcKind.Leg && number == stops - 2 ? count : 0;
        }

        /// <summary>Who came on board first comes ashore first; who would come ashore where he came on board stays there.</summary>
        public IEnumerable<(int From, int To, long Count)> Moves()
        {
            var aboard = new Queue<(int From, long Count)>();
            var (from, rest) = (0, 0L);
            for (var stop = 0; stop < stops; stop++)
            {
                var going = discharges[stop];
                while (going > 0 && (rest > 0 || aboard.Count > 0))
                {
                    (from, rest) = rest > 0 ? (from, rest) : aboard.Dequeue();
                    var count = Math.Min(going, rest);
                    (going, rest) = (going - count, rest - count);
                    yield return (from, stop, count);
                }

                if (loads[stop] > going)
                {
                    aboard.Enqueue((stop, loads[stop] - going));
                }
            }
        }
    }
}
