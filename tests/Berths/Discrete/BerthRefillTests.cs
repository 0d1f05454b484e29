using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class BerthRefillTests
{
    private const int Bits = 8;
    private static readonly StopMonitor Never = new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    /// <summary>With few calls all berths are filled anew at once, so that the best plan is found.</summary>
    [Fact]
    public void All_berths_filled_anew_hold_a_best_plan()
    {
        var (decided, improved) = (0, 0);
        for (ulong seed = 0; seed < 200; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, 6, 2);
            if (BerthOracle.Solve(problem) is not { Cost: { } optimum } || Started(problem, 1) is not var (model, refill, cost))
            {
                continue;
            }

            decided++;
            improved += cost > optimum ? 1 : 0;
            refill.Run(1 << 20);
            Check(problem, model, refill);
            Assert.Equal(optimum, refill.BestCost + model.Constant);
        }

        Assert.True(decided > 60 && improved > 10, $"Only {decided} problems had a plan, {improved} of them not the best one.");
    }

    [Fact]
    public void A_plan_only_gets_better_and_stays_valid()
    {
        var improved = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, 50, 3);
            if (Started(problem, 20) is not var (model, refill, first))
            {
                continue;
            }

            for (var (round, cost) = (0, first); round < 10; round++)
            {
                refill.Run(200_000);
                Check(problem, model, refill);
                Assert.InRange(refill.BestCost + model.Constant, long.MinValue, cost);
                improved += refill.BestCost + model.Constant < cost ? 1 : 0;
                cost = refill.BestCost + model.Constant;
            }
        }

        Assert.True(improved > 5, $"Only {improved} times better.");
    }

    private static void Check(BerthProblem problem, DiscreteModel model, BerthRefill refill)
    {
        var check = BerthChecker.Check(problem, GroupStarts.ToPlan(model, refill.Best));
        Assert.True(check.IsValid, $"{problem.Name}: {string.Join(" ", check.Faults)}");
        Assert.Equal(check.Cost.Total, refill.BestCost + model.Constant);
    }

    private static (DiscreteModel Model, BerthRefill Refill, long Cost)? Started(BerthProblem problem, long moves)
    {
        var lane = DiscreteEngine.CreateLane(problem, new SolverOptions(), 0);
        lane.Run(moves, Never);
        if (lane.BestCost == long.MaxValue || DiscreteEngine.TryModel(problem) is not { } model)
        {
            return null;
        }

        var cost = lane.BestCost - model.Constant;
        var windows = StartWindow.Below(model, cost);
        if (windows.Select(window => window.Call).Distinct().Count() < model.Calls)
        {
            return null;
        }

        var pricing = new PathPricing(model, windows, Bits);
        var steps = new PriceSteps(model.Calls, 0.1);
        var value = pricing.Evaluate(steps.Prices);
        steps.Begin(pricing.Shortage);
        for (var step = 0; step < 100; step++)
        {
            steps.Move((cost << Bits) - value, cost << Bits);
            var next = pricing.Evaluate(steps.Prices);
            steps.Learn(pricing.Shortage, next > value);
            value = Math.Max(value, next);
        }

        var refill = new BerthRefill(model, new CallTwins(model), pricing, steps.Best());
        refill.Adopt(GroupStarts.Of(lane.Best(), model), cost);
        return (model, refill, lane.BestCost);
    }
}
