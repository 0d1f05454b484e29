using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>What one container more is worth at each place and time, and what room for one more is, as the dual of the network over time has it.</summary>
internal sealed class ShadowPrices
{
    // The first node of every network over time, which takes what is left at the end: there a container is worth nothing.
    private const int Root = 0;

    private readonly EmptiesProblem _problem;
    private readonly TimeNetwork _network;
    private readonly SharedPrices _prices;
    private readonly long[] _charges;

    private ShadowPrices(EmptiesProblem problem, TimeNetwork network, SharedPrices prices)
    {
        (_problem, _network, _prices) = (problem, network, prices);
        _charges = new long[network.Flow.Arcs];
        for (var row = 0; row < network.Rows.Count; row++)
        {
            var arcs = network.Rows.Arcs(row);
            var weights = network.Rows.Weights(row);
            for (var index = 0; index < arcs.Length; index++)
            {
                _charges[arcs[index]] += prices.Best[row] * weights[index];
            }
        }
    }

    /// <summary>No plan costs less.</summary>
    public long LowerBound => _prices.Bound;

    /// <summary>Finds them, from a plan on; null where the run was ended before there were any.</summary>
    public static ShadowPrices? Find(EmptiesProblem problem, EmptiesPlan plan, SolverOptions options, CancellationToken cancellation)
    {
        EmptiesSize.Require(problem);
        var stop = new StopMonitor(options, cancellation);
        if (stop.IsStopped)
        {
            return null;
        }

        var network = TimeNetworkBuilder.Build(problem);
        var prices = EmptiesSolver.Solve(problem, network, options, stop, null, new StartPlan<EmptiesPlan>(plan, EmptiesChecker.Check(problem, plan).Cost.Total)).Prices;
        return prices.Bound == long.MinValue ? null : new ShadowPrices(problem, network, prices);
    }

    /// <summary>What one container would save that comes there in a period; null where nothing can happen.</summary>
    public long? At(int location, int type, int period) =>
        _network.Stocks.TryGetValue((location, type), out var nodes) && period < _problem.Periods && nodes.Periods.Contains(period) ? InUnits(Worth(nodes.Came(period))) : null;

    /// <summary>What one container more by a way would save.</summary>
    public long? GainOf(MoveExplanation move)
    {
        var there = _network.Stocks.TryGetValue((move.To, move.Type), out var nodes) ? Worth(nodes.Came(move.Arrival)) : 0;
        var here = move.From is { } from && _network.Stocks.TryGetValue((from, move.Type), out var left) ? Worth(left.Gone(move.Departure)) : 0;
        return move.Lease is not null ? null : InUnits(there - here - (_network.Scale * (move.Cost.Total / move.Count)));
    }

    /// <summary>Room for which more would pay, the dearest first: of all, or of one voyage, link or location.</summary>
    public IEnumerable<ScarceRoom> Rooms(string? item)
    {
        var found = new Dictionary<(string, int, int, int), long>();
        var storage = _network.Stocks.SelectMany(stock => stock.Value.Waits.Select(wait => (wait.Arc, stock.Key.Location, wait.Last, stock.Key.Type))).ToDictionary(wait => wait.Arc);
        for (var arc = 0; arc < _network.Flow.Arcs; arc++)
        {
            var price = PriceOf(arc);
            if (price <= 0)
            {
                continue;
            }

            var use = _network.Uses[arc];
            (string Code, int Item, int Number, int Type)? room = use.Kind switch
            {
                ArcKind.Leg => (ScarceRoomCodes.Leg, use.A, use.B, use.C),
                ArcKind.Link => (ScarceRoomCodes.Link, use.A, use.B, use.C),
                ArcKind.Conversion => (ScarceRoomCodes.Conversion, use.A, use.B, _problem.Conversions[use.A].To),
                ArcKind.None when storage.TryGetValue(arc, out var wait) && _charges[arc] > 0 => (ScarceRoomCodes.Storage, wait.Location, wait.Last, wait.Type),
                _ => null,
            };
            if (room is { } its && (item is null || IdOf(its.Code, its.Item) == item))
            {
                found[its] = Math.Max(price, found.GetValueOrDefault(its));
            }
        }

        return found.Select(room => new ScarceRoom(room.Key.Item1, room.Key.Item2, room.Key.Item3, room.Key.Item4, room.Value))
            .OrderByDescending(room => room.Price).ThenBy(room => room.Code, StringComparer.Ordinal).ThenBy(room => (room.Item, room.Number, room.Type)).Take(EmptiesExplanation.MaxEntries);
    }

    /// <summary>What the rows that an arc is in charge, and what its own limit saves where that is reached.</summary>
    private long PriceOf(int arc)
    {
        var flow = _network.Flow;
        var reduced = flow.Cost[arc] + _charges[arc] + _prices.BestPotentials[flow.Tail[arc]] - _prices.BestPotentials[flow.Head[arc]];
        return InUnits(Math.Max(0, _charges[arc]) + Math.Max(0, -reduced));
    }

    private long Worth(int node) => _prices.BestPotentials[node] - _prices.BestPotentials[Root];

    private string IdOf(string code, int item) => code switch
    {
        ScarceRoomCodes.Leg => _problem.Voyages[item].Id,
        ScarceRoomCodes.Link => _problem.Links[item].Id,
        ScarceRoomCodes.Conversion => _problem.Conversions[item].Id,
        _ => _problem.Locations[item].Id,
    };

    private long InUnits(long price) => (long)Math.Round((decimal)price / _network.Scale, MidpointRounding.AwayFromZero);
}
