using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

public sealed class RandomBerthProblemsTests
{
    /// <summary>A law that is tested on random problems says nothing about a feature that they never use.</summary>
    [Fact]
    public void Every_feature_is_used_by_one_problem_in_fifty()
    {
        const int problems = 1000;
        var uses = Enum.GetValues<BerthFeatures>().Where(feature => feature != 0).ToDictionary(feature => feature, _ => 0);
        for (ulong seed = 0; seed < problems; seed++)
        {
            var features = RandomBerthProblems.Create(seed).Features;
            foreach (var feature in uses.Keys.Where(feature => features.HasFlag(feature)))
            {
                uses[feature]++;
            }
        }

        Assert.All(uses, use => Assert.True(use.Value >= problems / 50, $"{use.Key}: {use.Value} of {problems}"));
    }

    [Fact]
    public void About_half_of_them_have_a_plan()
    {
        const int problems = 300;
        var solvable = Enumerable.Range(0, problems).Count(seed => BerthOracle.Solve(RandomBerthProblems.Create((ulong)seed))?.Cost is not null);

        Assert.InRange(solvable, problems * 4 / 10, problems * 8 / 10);
    }
}
