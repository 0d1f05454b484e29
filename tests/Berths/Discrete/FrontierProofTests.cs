using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class FrontierProofTests
{
    private const int Bits = 8;

    /// <summary>From any prices: a bound too high, or a best plan missed, shows against the oracle.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(20, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    public void The_best_plan_is_found_or_there_is_none_below(int above, bool twins)
    {
        var (decided, found) = (0, 0);
        for (ulong seed = 0; seed < 200; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, twins ? 3 : 6, 2);
            problem = twins ? RandomDiscreteProblems.Doubled(problem) : problem;
            if (BerthOracle.Solve(problem) is not { Cost: { } cost } || DiscreteEngine.TryModel(problem) is not { } model)
            {
                continue;
            }

            decided++;
            var optimum = cost - model.Constant;
            if (Prove(model, seed, optimum + above) is not { } proof)
            {
                Assert.Equal(0, above);
                continue;
            }

            Assert.True(proof.IsExhausted);
            Assert.True(proof.BestCost == (above == 0 ? long.MaxValue : optimum), $"{problem.Name}: {proof.BestCost} found, {optimum} is best.");
            Assert.Equal(optimum, Math.Min(proof.Proven, optimum + above));
            if (above > 0)
            {
                found++;
                var check = BerthChecker.Check(problem, GroupStarts.ToPlan(model, proof.Best));
                Assert.True(check.IsValid && check.Cost.Total == cost, $"{problem.Name}: {check.Cost.Total} instead of {cost}; {string.Join(" ", check.Faults)}");
            }
        }

        Assert.True(decided > 100, $"Only {decided} problems were decided.");
        Assert.True(above == 0 || found == decided, $"Only {found} of {decided} plans were found.");
    }

    /// <summary>What a narrow search drops still counts in its bound.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_narrow_search_has_a_bound(int width)
    {
        var (cut, low) = (0, 0);
        for (ulong seed = 0; seed < 300; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, 6, 2);
            if (BerthOracle.Solve(problem) is not { Cost: { } cost } || DiscreteEngine.TryModel(problem) is not { } model)
            {
                continue;
            }

            var optimum = cost - model.Constant;
            var prices = Prices(model, seed);
            var pricing = new PathPricing(model, StartWindow.Below(model, optimum + 10), Bits);
            pricing.Evaluate(prices);
            var graph = FrontierGraph.TryBuild(model, new CallTwins(model), pricing, prices, (optimum + 9) << Bits);
            Assert.NotNull(graph);
            var search = new FrontierSearch(graph, width);
            search.Run(long.MaxValue);
            Assert.True(search.IsOver);
            Assert.True(graph.Value <= optimum << Bits && search.Bound <= optimum << Bits, $"{problem.Name}: {search.Bound} above {optimum << Bits}.");
            Assert.True(search.Best >= optimum << Bits, $"{problem.Name}: {search.Best} below {optimum << Bits}.");
            Assert.True(search.IsCut || search.Best == optimum << Bits);
            cut += search.IsCut ? 1 : 0;
            low += search.Bound < optimum << Bits ? 1 : 0;
        }

        Assert.True(cut > 20 && low > 5, $"Only {cut} searches dropped anything, {low} of them lost the best plan.");
    }

    [Fact]
    public void Work_in_parts_gives_the_same_plan()
    {
        var problem = RandomDiscreteProblems.Create(7, 24, 2);
        var model = DiscreteEngine.TryModel(problem);
        Assert.NotNull(model);
        var lane = DiscreteEngine.CreateLane(problem, new SolverOptions(), 0);
        lane.Run(20_000, new StopMonitor(new SolverOptions { TimeLimit = null }, CancellationToken.None));
        var upper = lane.BestCost - model.Constant + 3;
        var (whole, parts) = (Of(model, 7, upper), Of(model, 7, upper));
        var (rounds, steps) = (0, 0);
        for (; rounds < 1000 && !whole.IsExhausted; rounds++)
        {
            whole.Run(1L << 60, upper);
        }

        for (; steps < 1_000_000 && !parts.IsExhausted; steps++)
        {
            parts.Run(50, upper);
        }

        Assert.True(steps > 3 * rounds, $"{steps} steps for {rounds} rounds.");
        Assert.Equal((whole.Work, whole.BestCost), (parts.Work, parts.BestCost));
        Assert.Equal(whole.Best, parts.Best);
    }

    private static FrontierProof? Prove(DiscreteModel model, ulong seed, long upper)
    {
        var windows = StartWindow.Below(model, upper);
        if (windows.Select(window => window.Call).Distinct().Count() < model.Calls)
        {
            return null;
        }

        var proof = Of(model, seed, upper);
        for (var step = 0; step < 10_000 && !proof.IsExhausted; step++)
        {
            proof.Run(1000, upper);
        }

        return proof;
    }

    private static FrontierProof Of(DiscreteModel model, ulong seed, long upper)
    {
        var pricing = new PathPricing(model, StartWindow.Below(model, upper), Bits);
        var prices = Prices(model, seed);
        return new FrontierProof(model, new CallTwins(model), pricing, prices, pricing.Evaluate(prices));
    }

    private static long[] Prices(DiscreteModel model, ulong seed)
    {
        var rng = new Rng(seed);
        return [.. Enumerable.Range(0, model.Calls).Select(_ => (long)rng.Next(12 << Bits))];
    }
}
