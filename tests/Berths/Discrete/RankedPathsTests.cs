using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class RankedPathsTests
{
    private const int Bits = 6;

    /// <summary>Against all pairs of neighbours, one by one.</summary>
    [Fact]
    public void Costs_are_those_over_all_neighbours_that_are_allowed()
    {
        var (groups, limited) = (0, 0);
        for (ulong seed = 0; seed < 300; seed++)
        {
            var parts = RandomDiscreteProblems.Create(seed, 12, 2).Parts;
            var rates = new Rates { Waiting = 2, Stay = 1, Lateness = 0, Deviation = 1 };
            var problem = new BerthProblem(parts with { Calls = [.. parts.Calls.Select(call => call with { Rates = rates, Priority = 1, Pin = null, EarliestStart = null })], Baseline = null });
            if (DiscreteEngine.TryModel(problem) is not { IsHopeless: false } model)
            {
                continue;
            }

            var order = new NeighbourOrder(model);
            var windows = StartWindow.Below(model, StartWindow.LeastCosts(model) + 40);
            var rng = new Rng(seed);
            long[] prices = [.. Enumerable.Range(0, model.Calls).Select(_ => (long)rng.Next(30 << Bits))];
            for (var group = 0; group < model.Groups; group++)
            {
                var nodes = PathNodes.Of(model, group, windows);
                if (RankedPaths.TryBuild(model, order, group, nodes, Bits) is not { } ranked)
                {
                    limited++;
                    continue;
                }

                groups++;
                var last = ranked.Forward(prices);
                ranked.Backward(prices);
                Assert.Equal(Ahead(order, group, nodes, prices), nodes.Ahead);
                Assert.Equal(Behind(order, group, nodes, prices), nodes.Behind);
                Follow(order, group, nodes, prices, last);
            }
        }

        Assert.True(groups > 100, $"Only {groups} groups have ranks, {limited} have none.");
    }

    private static void Follow(NeighbourOrder order, int group, PathNodes nodes, long[] prices, int last)
    {
        var left = Math.Min(0, nodes.Ahead.DefaultIfEmpty(0).Min());
        Assert.Equal(left, last < 0 ? 0 : nodes.Ahead[last]);
        for (; last >= 0; last = nodes.Forerunner[last])
        {
            Assert.True(nodes.Forerunner[last] < 0 ? nodes.Released[last] : IsNext(order, group, nodes, nodes.Forerunner[last], last));
            left -= Weight(nodes, last, prices);
        }

        Assert.Equal(0, left);
    }

    private static long[] Ahead(NeighbourOrder order, int group, PathNodes nodes, long[] prices)
    {
        var ahead = new long[nodes.Count];
        for (var node = 0; node < ahead.Length; node++)
        {
            var best = nodes.Released[node] ? 0 : long.MaxValue;
            for (var other = 0; other < node; other++)
            {
                best = IsNext(order, group, nodes, other, node) ? Math.Min(best, ahead[other]) : best;
            }

            ahead[node] = best == long.MaxValue ? best : best + Weight(nodes, node, prices);
        }

        return ahead;
    }

    private static long[] Behind(NeighbourOrder order, int group, PathNodes nodes, long[] prices)
    {
        var behind = new long[nodes.Count];
        for (var node = nodes.Count - 1; node >= 0; node--)
        {
            var best = 0L;
            for (var other = node + 1; other < nodes.Count; other++)
            {
                best = IsNext(order, group, nodes, node, other) ? Math.Min(best, behind[other]) : best;
            }

            behind[node] = best + Weight(nodes, node, prices);
        }

        return behind;
    }

    private static bool IsNext(NeighbourOrder order, int group, PathNodes nodes, int first, int second) => nodes.Ends[first] == nodes.Starts[second]
        ? order.Allows(group, nodes.Calls[first], nodes.Calls[second], nodes.Starts[first])
        : nodes.Ends[first] < nodes.Starts[second] && nodes.Released[second] && nodes.Calls[first] != nodes.Calls[second];

    private static long Weight(PathNodes nodes, int node, long[] prices) => (nodes.Costs[node] << Bits) - prices[nodes.Calls[node]];
}
