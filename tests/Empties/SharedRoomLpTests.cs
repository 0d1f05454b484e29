using BerthOpt.Empties;
using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Tests.Empties;

/// <summary>The linear program of the arcs in doubt.</summary>
public sealed class SharedRoomLpTests
{
    /// <summary>With more and more arcs its prices come to a bound that is what its flow costs: no bound can be better.</summary>
    [Fact]
    public void Its_prices_prove_that_no_other_arc_is_needed()
    {
        var (network, prices, plan) = Started();
        using var lp = new SharedRoomLp(network);
        var stop = new StopMonitor(new SolverOptions { TimeLimit = null }, CancellationToken.None);

        Assert.True(lp.Begin(prices.Best, prices.BestPotentials, plan, stop));
        var first = prices.Bound;
        do
        {
            prices.Set(lp.Prices);
            prices.Simplex.Solve();
            prices.Take();
        }
        while (lp.Grow(arc => prices.Simplex.Flow(arc), stop));

        var cost = (double)network.Constant;
        for (var arc = 0; arc < network.Flow.Arcs; arc++)
        {
            cost += lp.Flow(arc) * network.Flow.Cost[arc];
        }

        cost /= network.Scale;
        Assert.True(prices.Bound > first, $"{prices.Bound} is not above {first}");
        Assert.InRange(prices.Bound, cost - (1e-6 * cost), cost + 1);
        for (var row = 0; row < network.Rows.Count; row++)
        {
            Assert.True(network.Rows.Sum(row, lp.Flow) <= network.Rows.Limit(row) + 1e-3, $"row {row}");
        }
    }

    [Fact]
    public void A_run_that_is_cancelled_does_not_wait_for_it()
    {
        var (network, prices, plan) = Started();
        using var lp = new SharedRoomLp(network);

        Assert.False(lp.Begin(prices.Best, prices.BestPotentials, plan, new StopMonitor(new SolverOptions { TimeLimit = null }, new CancellationToken(canceled: true))));
        Assert.False(lp.IsSolved);
    }

    /// <summary>A carrier's network, solved without prices, and a plan: what is left where nothing moves but what rows let.</summary>
    private static (TimeNetwork Network, SharedPrices Prices, long[] Plan) Started()
    {
        var problem = EmptiesGenerator.Carrier(20, 5, 8);
        var network = TimeNetworkBuilder.Build(problem);
        var prices = new SharedPrices(network);
        prices.Simplex.Solve();
        prices.Take();
        var rooms = new SharedRooms(network, prices.Shared.ToArray(), prices.Simplex);
        rooms.Deal(prices.Average, 0.5, isNear: true);
        Assert.Equal(FlowStatus.Optimal, rooms.Simplex.Solve());
        var plan = new long[network.Flow.Arcs];
        for (var arc = 0; arc < plan.Length; arc++)
        {
            plan[arc] = rooms.Simplex.Flow(arc);
        }

        network.Complete(plan);
        Assert.True(network.Rows.AreKept(plan));
        return (network, prices, plan);
    }
}
