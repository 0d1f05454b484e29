using System.Numerics;
using BerthOpt.Diagnostics;
using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// Makes the network of a problem. What one type shares with nobody are arcs with capacities; what several types share are rows. Free periods, hire with
/// its minimum terms, safety stocks and targets are arcs, exactly; runs that take and give different numbers are two arcs and a row.
/// </summary>
internal sealed partial class TimeNetworkBuilder
{
    /// <summary>Prices lie between whole costs, so finely.</summary>
    private const long FinerPrices = 64;
    private const long MostScale = 1 << 20;

    private readonly EmptiesProblem problem;
    private readonly TimeNetwork network;
    private readonly Dictionary<(int Location, int Type), StockNodes> stocks = [];
    private readonly int root;
    private readonly long everything;

    private TimeNetworkBuilder(EmptiesProblem problem, long scale)
    {
        this.problem = problem;
        network = new TimeNetwork { Scale = scale, Stocks = stocks };
        root = network.Flow.AddNode();

        // In one period as many may be hired as are given back, and bookings may go round.
        everything = (2 * (long)EmptiesRules.Containers(problem.Parts)) + problem.Locks.Sum(locked => (long)locked.Count) + problem.Limits.Sum(limit => (long)limit.Least);
    }

    /// <summary>The network of a problem; in whole costs where finer ones could overflow.</summary>
    /// <exception cref="InvalidInputException">Costs are so great that prices could overflow even so.</exception>
    public static TimeNetwork Build(EmptiesProblem problem)
    {
        var network = Build(problem, ScaleOf(problem));
        network = NetworkSimplex.Fits(network.Flow) ? network : Build(problem, 1);
        return NetworkSimplex.Fits(network.Flow) ? network
            : throw InvalidInputException.Of("cost-overflow", "", $"has costs that may add up to more than {NetworkSimplex.MostCost(network.Flow.Nodes)} for one container on one way, waiting included; expected no more in a network over time of {network.Flow.Nodes} nodes. Maybe take a larger unit of cost.");
    }

    private static TimeNetwork Build(EmptiesProblem problem, long scale)
    {
        var builder = new TimeNetworkBuilder(problem, scale);
        builder.CollectPeriods();
        builder.AddStocks();
        builder.AddSupplies();
        builder.AddDemands();
        builder.AddVoyages();
        builder.AddLinks();
        builder.AddConversions();
        builder.AddLeases();
        builder.AddLocks();
        builder.AddStorage();
        return builder.network;
    }

    private StockNodes At(int location, int type)
    {
        if (!stocks.TryGetValue((location, type), out var nodes))
        {
            stocks.Add((location, type), nodes = new StockNodes());
        }

        return nodes;
    }

    private void Happens(int location, int type, int period)
    {
        if (period < problem.Periods)
        {
            At(location, type).Happens(period);
        }
        else
        {
            At(location, type);
        }
    }

    /// <summary>The periods in which anything can come or go, for each location and type.</summary>
    private void CollectPeriods()
    {
        foreach (var stock in problem.Stocks)
        {
            At(stock.Location, stock.Type).Stock = stock;
        }

        foreach (var supply in problem.Supplies)
        {
            Happens(supply.Location, supply.Type, supply.Period);
        }

        foreach (var demand in problem.Demands)
        {
            foreach (var type in problem.Substitutions.Where(substitution => substitution.Asked == demand.Type).Select(substitution => substitution.Given).Prepend(demand.Type))
            {
                Happens(demand.Location, type, demand.Period);
            }
        }

        for (var type = 0; type < problem.Types.Length; type++)
        {
            CollectWays(type);
        }

        foreach (var conversion in problem.Conversions)
        {
            for (var period = 0; period < problem.Periods; period++)
            {
                Happens(conversion.Location, conversion.From, period);
                Happens(conversion.Location, conversion.To, period + conversion.Delay);
            }
        }

        foreach (var lease in problem.Leases)
        {
            foreach (var place in lease.OnHire.Concat(lease.OffHire))
            {
                for (var period = 0; period < problem.Periods; period++)
                {
                    Happens(place.Location, lease.Type, period);
                }
            }
        }
    }

    private void CollectWays(int type)
    {
        foreach (var voyage in problem.Voyages)
        {
            foreach (var stop in voyage.Stops)
            {
                Happens(stop.Location, type, stop.Arrival);
                Happens(stop.Location, type, stop.Departure);
            }
        }

        foreach (var link in problem.Links.Where(link => link.Type is null || link.Type == type))
        {
            for (var period = link.First; period < problem.Periods && period <= (link.Last ?? int.MaxValue); period += link.Every)
            {
                Happens(link.From, type, period);
                Happens(link.To, type, period + link.Transit);
            }
        }
    }

    /// <summary>Units of cost are divided by the numbers of containers that runs take, without remainders, and by prices.</summary>
    private static long ScaleOf(EmptiesProblem problem)
    {
        BigInteger scale = FinerPrices;
        foreach (var conversion in problem.Conversions.Where(conversion => conversion.In != conversion.Out))
        {
            scale = scale / BigInteger.GreatestCommonDivisor(scale, conversion.In) * conversion.In;
        }

        return scale > MostScale ? FinerPrices : (long)scale;
    }
}
