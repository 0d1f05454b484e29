using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>No plan ends before the bound.</summary>
public sealed class MakespanBoundTests
{
    [Fact]
    public void The_bound_of_a_small_problem_is_at_most_the_least_makespan()
    {
        var (judged, met) = (0, 0);
        for (ulong seed = 80_000; judged < 800; seed++)
        {
            var parts = RandomBerthProblems.Parts(seed);
            var problem = new BerthProblem(parts with
            {
                Calls = [.. parts.Calls.Select(call => call with { Optional = false, Rates = call.Rates with { Rejection = 0 } })],
                Objective = new Objective { Waiting = 0, Stay = 0, Lateness = 0, Deviation = 0, CraneSlots = 0, SpeedUp = 0, Change = 0, Makespan = 1 },
            });
            if (BerthOracle.Solve(problem, 100_000)?.Cost is { } least)
            {
                judged++;
                var bound = MakespanBound.Of(new BerthModel(problem));
                met += bound == least ? 1 : 0;

                Assert.True(bound <= least, $"{problem.Name}: {bound}, though a plan ends at {least}");
            }
        }

        Assert.True(met > judged / 4, $"only {met} bounds are tight");
    }

    /// <summary>Area alone says 18 and 13 slots; but of seven sections no two times four are free side by side, and no three times three.</summary>
    [Theory]
    [InlineData(4, 30)]
    [InlineData(3, 15)]
    public void Hulls_that_do_not_fit_side_by_side_follow_one_another(int length, int expected)
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 100,
            Quays = [new Quay { Id = "Q", Length = 7 }],
            Calls = [.. Enumerable.Range(0, 6).Select(number => new Call { Id = $"{number}", Length = length, Arrival = 0, Handling = Handling.Fixed(5) })],
            Objective = new Objective { Makespan = 1 },
        });

        Assert.Equal(expected, MakespanBound.Of(new BerthModel(problem)));
    }

    [Fact]
    public void The_bound_never_exceeds_the_horizon()
    {
        var call = new Call { Id = "A", Length = 7, Arrival = 0, Handling = Handling.Fixed(9) };
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 10,
            Quays = [new Quay { Id = "Q", Length = 7 }],
            Calls = [call, call with { Id = "B" }],
            Objective = new Objective { Makespan = 1L << 57 },
        });

        Assert.Equal(10, MakespanBound.Of(new BerthModel(problem)));
    }
}
