using BerthOpt.Empties;
using BerthOpt.Empties.Scenarios;

namespace BerthOpt.Tests.Empties.Scenarios;

public sealed class ScenarioNetworkTests
{
    [Fact]
    public void Prices_with_which_costs_could_overflow_are_left_out()
    {
        var problem = EmptiesGenerator.Carrier(6, 1, 3);
        var rows = TimeNetworkBuilder.Build(problem).Rows.Count;
        Assert.True(rows > 0);

        var (free, dear) = (Solved(problem, new long[rows]), Solved(problem, [.. Enumerable.Repeat(1L << 55, rows)]));

        Assert.Equal(free.Bound, dear.Bound);
        Assert.InRange(dear.MostMultiplier, 1, 1L << 59);
    }

    private static ScenarioNetwork Solved(EmptiesProblem problem, long[] prices)
    {
        var network = new ScenarioNetwork(problem, new Dictionary<ArcUse, int>(), new RowPrices(TimeNetworkBuilder.Build(problem), prices));
        Assert.True(network.Solve(CancellationToken.None));
        return network;
    }
}
