using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>The oracle must be right before it may judge: it is compared with two other ways to the same answer.</summary>
public sealed class BerthOracleTests
{
    [Theory]
    [MemberData(nameof(Chunks))]
    public void Search_and_set_packing_agree(int chunk)
    {
        var answered = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            var problem = RandomBerthProblems.Create(((ulong)chunk * 1000) + seed);
            var answer = BerthOracle.Solve(problem);
            var (known, cost) = BerthOracleCpSat.Solve(problem);
            if (known && answer is not null)
            {
                answered++;
                Assert.True(cost == answer.Cost, $"{problem.Name}: search {answer.Cost}, set packing {cost}");
            }
        }

        Assert.True(answered >= 30, $"only {answered} problems were small enough");
    }

    public static TheoryData<int> Chunks => [1, 2, 3, 4, 5];

    /// <summary>Every assignment within range is tried, one by one, for every call; no enumeration and no pruning can lose a plan.</summary>
    [Fact]
    public void Trying_everything_finds_the_same_cost()
    {
        var (answered, without) = (0, 0);
        for (ulong seed = 10_000; seed < 10_400; seed++)
        {
            var parts = RandomBerthProblems.Parts(seed);
            var problem = new BerthProblem(parts with
            {
                Calls = [.. parts.Calls.Take(2)],
                Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = [.. baseline.Entries.Take(2)] } : null,
            });
            if (EveryPlan.LeastCost(problem, 100_000) is { } least)
            {
                answered++;
                without += least.Cost is null ? 1 : 0;
                Assert.True(least.Cost == BerthOracle.Solve(problem)!.Cost, $"{problem.Name}: search {BerthOracle.Solve(problem)!.Cost}, all plans {least.Cost}");
            }
        }

        Assert.True(answered >= 200 && without >= 10, $"{answered} answered, {without} of them without a plan");
    }
}
