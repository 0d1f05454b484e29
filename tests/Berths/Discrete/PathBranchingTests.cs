using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class PathBranchingTests
{
    private const int Bits = 8;

    [Theory]
    [InlineData(6, false)]
    [InlineData(3, true)]
    public void Branching_to_the_end_keeps_a_best_plan(int calls, bool twins)
    {
        var (branched, ended, exact) = (0, 0, 0);
        for (ulong seed = 0; seed < 150; seed++)
        {
            var problem = RandomDiscreteProblems.Create(seed, calls, 2);
            problem = twins ? RandomDiscreteProblems.Doubled(problem) : problem;
            if (BerthOracle.Solve(problem) is not { Cost: { } cost } || DiscreteEngine.TryModel(problem) is not { } model)
            {
                continue;
            }

            var optimum = cost - model.Constant;
            var pricing = new PathPricing(model, StartWindow.Below(model, optimum + 1), Bits);
            var prices = new long[model.Calls];
            var value = pricing.Evaluate(prices);
            branched += value < optimum << Bits ? 1 : 0;
            var branching = new PathBranching(model, new CallTwins(model), pricing, prices, value);
            for (var step = 0; step < 20_000 && !branching.IsExhausted; step++)
            {
                branching.Step(optimum + 1);
                Assert.True(branching.Value <= optimum << Bits, $"{problem.Name}: {branching.Value} above {optimum << Bits}.");
            }

            ended += branching.IsExhausted ? 1 : 0;
            exact += branching.Value > (optimum - 1) << Bits ? 1 : 0;
        }

        Assert.True(branched > 40, $"Only {branched} problems have a gap at first.");
        Assert.True(ended > branched / 2 && exact > branched * 9 / 10, $"Of {branched} problems {ended} were gone through, {exact} proven.");
    }

    [Fact]
    public void Twins_are_calls_that_are_the_same_but_in_name()
    {
        var problem = RandomDiscreteProblems.Create(3, 4, 2);
        var doubled = RandomDiscreteProblems.Doubled(problem);
        var model = DiscreteEngine.TryModel(doubled);
        Assert.NotNull(model);
        var twins = new CallTwins(model);
        var calls = problem.Calls.Length;
        for (var call = 0; call < calls; call++)
        {
            Assert.True(twins.Are(call, call + calls));
            Assert.True(twins.IsUpTo(call + calls, call) && twins.IsFrom(call, call + calls));
            Assert.False(twins.IsUpTo(call, call + calls) || twins.IsFrom(call + calls, call));
        }
    }
}
