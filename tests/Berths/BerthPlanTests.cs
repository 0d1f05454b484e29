using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

public sealed class BerthPlanTests
{
    private static readonly Assignment Lies = new(0, -1, 3, 2, 6, 2, 1);

    /// <summary>Both computed with another implementation of SHA-256 from the documented encoding.</summary>
    [Fact]
    public void The_hash_is_that_of_the_documented_bytes()
    {
        Assert.Equal("df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119", new BerthPlan([]).Hash);
        Assert.Equal("c926137c995d97aefb37cbf9ae491097a3d79df085ecd8d9ec6463fcf1849303", new BerthPlan([Lies, null]).Hash);
    }

    [Fact]
    public void Equal_plans_have_equal_hashes() => Assert.Equal(new BerthPlan([Lies, null]).Hash, new BerthPlan(new List<Assignment?> { Lies, null }).Hash);

    public static TheoryData<string, Assignment?[]> Others => new()
    {
        { "order", [null, Lies] },
        { "length", [Lies, null, null] },
        { "left out", [null, null] },
        { "quay", [Lies with { Quay = 1 }, null] },
        { "berth", [Lies with { Berth = 0 }, null] },
        { "position", [Lies with { Position = 4 }, null] },
        { "start", [Lies with { Start = 3 }, null] },
        { "end", [Lies with { End = 7 }, null] },
        { "cranes", [Lies with { Cranes = 3 }, null] },
        { "first crane", [Lies with { FirstCrane = 0 }, null] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_plans_have_other_hashes(string difference, Assignment?[] other) =>
        Assert.False(new BerthPlan([Lies, null]).Hash == new BerthPlan(other).Hash, difference);
}
