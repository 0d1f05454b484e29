using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>What would fill the memory is refused by a message, at once.</summary>
public sealed class BerthSizeTests
{
    [Theory]
    [InlineData(BerthProblem.MaxExtent, 10_000, 1)]
    [InlineData(BerthProblem.MaxExtent, 1_000, 1000)]
    [InlineData(1000, BerthProblem.MaxExtent, 100)]
    public void A_problem_that_would_fill_the_memory_is_refused(int horizon, int length, int calls)
    {
        var fault = Assert.Single(Assert.Throws<InvalidInputException>(() => BerthSolver.Solve(Problem(horizon, length, calls))).Faults);

        Assert.Equal("problem-too-large", fault.Code);
        Assert.Contains($"{horizon} slots, {length} sections of quay and {calls} calls", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_minutes_along_a_thousand_sections_is_not_refused() =>
        Assert.InRange(BerthSize.BytesOf(Problem(366 * 1440, 1000, 1000), BerthSolver.GeneralStates + BerthSolver.TightestStates), 1L << 28, MemoryLimit.MostBytes);

    [Fact]
    public void A_long_horizon_is_planned_where_it_takes_little()
    {
        var result = BerthSolver.Solve(Problem(1 << 20, 10, 1), new SolverOptions { TimeLimit = null, WorkLimit = 10_000 });

        Assert.Equal(SolveStatus.Optimal, result.Status);
    }

    private static BerthProblem Problem(int horizon, int length, int calls) => new(new BerthParts
    {
        Horizon = horizon,
        Quays = [new Quay { Id = "Q", Length = length }],
        Calls = [.. Enumerable.Range(0, calls).Select(number => new Call
        {
            Id = $"{number}",
            Length = 5,
            Arrival = number % 900,
            Handling = Handling.Fixed(7),
            PreferredPosition = 3,
            Rates = new Rates { Waiting = 1, Deviation = 1 },
        })],
    });
}
