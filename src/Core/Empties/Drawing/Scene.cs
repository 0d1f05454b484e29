using BerthOpt.Diagnostics;
using BerthOpt.Drawing;
using BerthOpt.Empties.Checking;

namespace BerthOpt.Empties.Drawing;

/// <summary>What a picture is drawn from: the plan's accounts, flows and losses.</summary>
internal sealed class Scene
{
    private readonly StockLedger ledger;
    private readonly long[] given;

    public Scene(EmptiesProblem problem, EmptiesPlan plan, EmptiesSvgOptions options)
    {
        (Problem, Options) = (problem, options);
        Check = EmptiesChecker.Check(problem, plan);
        Kpis = EmptiesKpis.Of(problem, plan);
        var known = KnownEntries.Of(problem, plan, new FaultLog<EmptiesFault>(0, (code, location, period, message) => new EmptiesFault(code, location, period, message)));
        ledger = StockLedger.Of(problem, known);
        given = GivenCheck.ByDemand(problem, known);
        Clock = new Clock((double)problem.Grid.HoursPerPeriod * 60, problem.Grid.Origin, problem.Periods);
        var busy = ledger.Accounts.GroupBy(account => account.Key.Location).Select(group => (Location: group.Key, Containers: group.Sum(account => account.Value.Sum(posting => posting.Came + posting.Went))));
        Locations = [.. busy.OrderByDescending(its => its.Containers).ThenBy(its => its.Location).Take(options.Locations).Select(its => its.Location)];
        var voyages = known.Voyages.Select(move => (problem.Voyages[move.Voyage].Stops[move.FromStop].Location, problem.Voyages[move.Voyage].Stops[move.ToStop].Location, problem.Voyages[move.Voyage].Mode, move.Count));
        var links = known.Links.Select(move => (problem.Links[move.Link].From, problem.Links[move.Link].To, problem.Links[move.Link].Mode, move.Count));
        Flows = [.. voyages.Concat(links).GroupBy(move => (move.Item1, move.Item2, move.Item3)).Select(group => (group.Key.Item1, group.Key.Item2, group.Key.Item3, group.Sum(move => (long)move.Item4)))
            .OrderByDescending(flow => flow.Item4).ThenBy(flow => flow.Item1).ThenBy(flow => flow.Item2).ThenBy(flow => flow.Item3).Take(options.Flows)];
    }

    public EmptiesProblem Problem { get; }

    public EmptiesSvgOptions Options { get; }

    public EmptiesCheck Check { get; }

    public EmptiesKpis Kpis { get; }

    public Clock Clock { get; }

    /// <summary>The busiest locations first.</summary>
    public IReadOnlyList<int> Locations { get; }

    /// <summary>The greatest flows first.</summary>
    public IReadOnlyList<(int From, int To, TransportMode Mode, long Count)> Flows { get; }

    /// <summary>Stock of one type at the end of each period; what is missing counts as none.</summary>
    public long[] Stock(int location, int type)
    {
        var stock = new long[Problem.Periods];
        if (ledger.Accounts.TryGetValue((location, type), out var postings))
        {
            foreach (var posting in postings.Where(posting => posting.Period < stock.Length))
            {
                stock[posting.Period] += posting.Came - posting.Went;
            }
        }

        for (var period = 1; period < stock.Length; period++)
        {
            stock[period] += stock[period - 1];
        }

        return [.. stock.Select(level => Math.Max(0, level))];
    }

    /// <summary>Containers that were asked for at a location in each period and not given.</summary>
    public long[] Lost(int location)
    {
        var lost = new long[Problem.Periods];
        for (var index = 0; index < given.Length; index++)
        {
            if (Problem.Demands[index] is { } demand && demand.Location == location)
            {
                lost[demand.Period] += Math.Max(0, demand.Count - given[index]);
            }
        }

        return lost;
    }
}
