using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Checking;

/// <summary>
/// Whether moves that take no time begin with containers that are there. Of a period only the balance is counted, and moves that lead round in one period keep
/// it with no container at all. A plan can be carried out move by move where each such move begins at a place that a container of that period reaches.
/// </summary>
internal sealed class CirclingCheck
{
    private readonly Dictionary<(Place Place, int Period), long> cameAtOnce = [];
    private readonly SortedDictionary<int, List<(Place From, Place To)>> moves = [];

    /// <summary>Containers of one type at one location.</summary>
    private readonly record struct Place(int Location, int Type) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Location, Type).CompareTo((other.Location, other.Type));
    }

    public static void Run(EmptiesProblem problem, KnownEntries known, StockLedger ledger, FaultLog<EmptiesFault> faults)
    {
        var check = new CirclingCheck();
        check.Collect(problem, known);
        foreach (var (period, its) in check.moves)
        {
            check.Judge(problem, ledger, period, its, faults);
        }
    }

    private void Collect(EmptiesProblem problem, KnownEntries known)
    {
        foreach (var move in known.Voyages)
        {
            var (from, to) = (problem.Voyages[move.Voyage].Stops[move.FromStop], problem.Voyages[move.Voyage].Stops[move.ToStop]);
            Add(from.Departure, to.Arrival, new Place(from.Location, move.Type), new Place(to.Location, move.Type), move.Count);
        }

        foreach (var move in known.Links)
        {
            var link = problem.Links[move.Link];
            Add(move.Period, move.Period + link.Transit, new Place(link.From, move.Type), new Place(link.To, move.Type), move.Count);
        }

        foreach (var run in known.Conversions)
        {
            var conversion = problem.Conversions[run.Conversion];
            Add(run.Period, run.Period + conversion.Delay, new Place(conversion.Location, conversion.From), new Place(conversion.Location, conversion.To), (long)conversion.Out * run.Count);
        }
    }

    private void Add(int leaves, int comes, Place from, Place to, long count)
    {
        if (comes > leaves)
        {
            return;
        }

        cameAtOnce[(to, comes)] = cameAtOnce.GetValueOrDefault((to, comes)) + count;
        if (!moves.TryGetValue(leaves, out var list))
        {
            moves.Add(leaves, list = []);
        }

        list.Add((from, to));
    }

    private void Judge(EmptiesProblem problem, StockLedger ledger, int period, List<(Place From, Place To)> its, FaultLog<EmptiesFault> faults)
    {
        var next = its.ToLookup(move => move.From, move => move.To);
        var reached = its.Select(move => move.From).Where(place => Waits(ledger, place, period) > 0).ToHashSet();
        var open = new Queue<Place>(reached);
        while (open.TryDequeue(out var place))
        {
            foreach (var to in next[place].Where(reached.Add))
            {
                open.Enqueue(to);
            }
        }

        foreach (var place in its.Select(move => move.From).Distinct().Where(place => !reached.Contains(place)).Order())
        {
            faults.Add(EmptiesFaultCodes.StockMissing, place.Location, period, $"From location \"{problem.Locations[place.Location].Id}\" containers of type \"{problem.Types[place.Type].Id}\" leave in period {period} that come back there in the same period, and none is there to begin with; expected at least one that was there or came from elsewhere.");
        }
    }

    /// <summary>What is there before any move that takes no time: stock, supplies, arrivals under way from before, and hire.</summary>
    private long Waits(StockLedger ledger, Place place, int period)
    {
        long stock = 0;
        foreach (var posting in ledger.Accounts[(place.Location, place.Type)].TakeWhile(posting => posting.Period <= period))
        {
            stock += posting.Came - (posting.Period < period ? posting.Went : cameAtOnce.GetValueOrDefault((place, period)));
        }

        return stock;
    }
}
