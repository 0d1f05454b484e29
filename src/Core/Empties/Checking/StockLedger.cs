namespace BerthOpt.Empties.Checking;

/// <summary>What came and went at one location of one type in one period.</summary>
internal readonly record struct Posting(int Period, long Came, long Went);

/// <summary>All that comes and goes at every location, by type and period.</summary>
internal sealed class StockLedger
{
    private readonly Dictionary<(int Location, int Type), List<Posting>> raw = [];
    private readonly int periods;

    private StockLedger(int periods) => this.periods = periods;

    /// <summary>Postings by location and type, one for each period with any, the first in period 0; what comes after the last period stands in the period behind it.</summary>
    public SortedDictionary<(int Location, int Type), List<Posting>> Accounts { get; } = [];

    public static StockLedger Of(EmptiesProblem problem, KnownEntries known)
    {
        var ledger = new StockLedger(problem.Periods);
        foreach (var stock in problem.Stocks)
        {
            ledger.Come(stock.Location, stock.Type, 0, stock.Initial);
        }

        foreach (var supply in problem.Supplies)
        {
            ledger.Come(supply.Location, supply.Type, supply.Period, supply.Count);
        }

        ledger.Moves(problem, known);
        ledger.Changes(problem, known);
        foreach (var (account, postings) in ledger.raw)
        {
            ledger.Accounts.Add(account, [.. postings.GroupBy(posting => posting.Period).OrderBy(group => group.Key).Select(group => new Posting(group.Key, group.Sum(posting => posting.Came), group.Sum(posting => posting.Went)))]);
        }

        return ledger;
    }

    private void Moves(EmptiesProblem problem, KnownEntries known)
    {
        foreach (var move in known.Voyages)
        {
            var (from, to) = (problem.Voyages[move.Voyage].Stops[move.FromStop], problem.Voyages[move.Voyage].Stops[move.ToStop]);
            Go(from.Location, move.Type, from.Departure, move.Count);
            Come(to.Location, move.Type, to.Arrival, move.Count);
        }

        foreach (var move in known.Links)
        {
            var link = problem.Links[move.Link];
            Go(link.From, move.Type, move.Period, move.Count);
            Come(link.To, move.Type, move.Period + link.Transit, move.Count);
        }
    }

    private void Changes(EmptiesProblem problem, KnownEntries known)
    {
        foreach (var run in known.Conversions)
        {
            var conversion = problem.Conversions[run.Conversion];
            Go(conversion.Location, conversion.From, run.Period, (long)conversion.In * run.Count);
            Come(conversion.Location, conversion.To, run.Period + conversion.Delay, (long)conversion.Out * run.Count);
        }

        foreach (var given in known.Fulfilments)
        {
            var demand = problem.Demands[given.Demand];
            Go(demand.Location, given.Type, demand.Period, (long)given.Count * ContainersEach(problem, demand, given.Type));
        }

        foreach (var hire in known.OnHires)
        {
            Come(problem.Leases[hire.Lease].OnHire[hire.Place].Location, problem.Leases[hire.Lease].Type, hire.Period, hire.Count);
        }

        foreach (var hire in known.OffHires)
        {
            Go(problem.Leases[hire.Lease].OffHire[hire.Place].Location, problem.Leases[hire.Lease].Type, hire.Period, hire.Count);
        }
    }

    /// <summary>Containers given for each one asked for.</summary>
    public static int ContainersEach(EmptiesProblem problem, Demand demand, int type) =>
        type == demand.Type ? 1 : problem.Substitutions.First(substitution => substitution.Asked == demand.Type && substitution.Given == type).Count;

    private void Come(int location, int type, int period, long count) => Account(location, type).Add(new Posting(Math.Min(period, periods), count, 0));

    private void Go(int location, int type, int period, long count) => Account(location, type).Add(new Posting(period, 0, count));

    private List<Posting> Account(int location, int type)
    {
        if (!raw.TryGetValue((location, type), out var postings))
        {
            raw.Add((location, type), postings = [new Posting(0, 0, 0)]);
        }

        return postings;
    }
}
