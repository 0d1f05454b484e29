using BerthOpt.Diagnostics;
using BerthOpt.Empties.Flows;

namespace BerthOpt.Tests.Empties.Flows;

public sealed class FlowProblemTests
{
    private static readonly FlowParts Good = new() { Supplies = [1, -1], Arcs = [new(0, 1, 0, 1, 1)] };

    [Fact]
    public void All_faults_are_told_with_their_places()
    {
        var parts = Good with { Arcs = [new(0, 2, 0, 1, 1), new(-1, 1, 0, 1, 1), new(0, 1, 3, 2, 1)] };

        var faults = Assert.Throws<InvalidInputException>(() => new FlowProblem(parts)).Faults;

        Assert.Equal(["/arcs/0/head", "/arcs/1/tail", "/arcs/2/capacity"], faults.Select(fault => fault.Place));
    }

    [Theory]
    [InlineData(long.MaxValue - 1, 1)]
    [InlineData(FlowProblem.MaxUnits, 1)]
    [InlineData(1, long.MaxValue)]
    [InlineData(1, long.MinValue)]
    [InlineData(1L << 40, 1L << 40)]
    public void Sums_that_could_overflow_are_refused(long capacity, long cost)
    {
        var parts = Good with { Arcs = [new(0, 1, 0, capacity, cost), new(0, 1, 0, 1, 1)] };

        Assert.Equal("out-of-range", Assert.Single(Assert.Throws<InvalidInputException>(() => new FlowProblem(parts)).Faults).Code);
    }

    [Fact]
    public void Large_numbers_that_fit_are_solved_exactly()
    {
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [1L << 56, 0, -(1L << 56)],
            Arcs = [new(0, 1, 0, FlowProblem.Unlimited, 9), new(1, 2, 0, 1L << 55, 7), new(0, 2, 0, FlowProblem.Unlimited, 30)],
        });

        var result = FlowSolver.Solve(problem);

        Assert.Equal((16 * (1L << 55)) + (30 * (1L << 55)), result.Cost);
        Assert.Equal(result.Cost, result.LowerBound);
    }

    [Fact]
    public void Parts_are_needed()
    {
        Assert.Throws<ArgumentNullException>(() => new FlowProblem(null!));
        Assert.Throws<InvalidInputException>(() => new FlowProblem(new FlowParts { Supplies = default }));
    }

    /// <summary>Each arc alone may cost almost 2^116; the sum of 2,049 such passes 128 bits.</summary>
    [Fact]
    public void Costs_whose_sum_passes_128_bits_are_refused()
    {
        var parts = new FlowParts
        {
            Supplies = [1L << 58, -(1L << 58)],
            Arcs = [.. Enumerable.Repeat(new FlowArc(0, 1, 0, FlowProblem.Unlimited, (1L << 57) - 1), 2_049)],
        };

        Assert.Equal("out-of-range", Assert.Single(Assert.Throws<InvalidInputException>(() => new FlowProblem(parts)).Faults).Code);
    }
}
