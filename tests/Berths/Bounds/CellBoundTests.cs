using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>No plan costs less than the bound, whatever the size of its blocks.</summary>
public sealed class CellBoundTests
{
    private static readonly (int Slots, int Cells)[] Sizes = [(1, 1), (2, 1), (3, 1), (1, 2), (1, 3), (3, 2), (5, 4)];

    [Fact]
    public void The_bound_of_a_small_problem_is_at_most_the_least_cost()
    {
        var (judged, met) = (0, 0);
        for (ulong seed = 60_000; judged < 800; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            if (BerthOracle.Solve(problem, 100_000)?.Cost is { } least)
            {
                judged++;
                foreach (var size in Sizes)
                {
                    // A plan that costs more than the least, or a bound that goes too far is cut off and not seen.
                    var bound = Bound(problem, size, least + (Math.Abs(least) / 2) + 7, 60_000);
                    met += bound == least ? 1 : 0;

                    Assert.True(bound <= least, $"{problem.Name}, blocks of {size}: {bound}, though a plan costs {least}");
                }
            }
        }

        Assert.True(met > judged, $"only {met} bounds are tight");
    }

    /// <summary>The second call can wait for 13 slots, between two of the starts at which its price bends, the later of which costs more than the known plan.</summary>
    [Fact]
    public void A_start_between_bends_is_not_cut_off_with_them()
    {
        var problem = Problem(new Call { Id = "A", Length = 10, Arrival = 0, Handling = Handling.Fixed(13), Rates = new Rates { Waiting = 100 } },
            new Call { Id = "B", Length = 10, Arrival = 0, Handling = Handling.Fixed(10), Rates = new Rates { Waiting = 1 } });

        Assert.Equal(13, Bound(problem, (10, 1), 16, 3_000_000));
    }

    /// <summary>The pause behind the first call lies in a closure, and the second one never comes near.</summary>
    [Fact]
    public void Clearance_may_reach_into_a_closure()
    {
        var problem = new BerthProblem(Problem(new Call { Id = "A", Length = 10, Arrival = 0, Handling = Handling.Fixed(5), Rates = new Rates { Waiting = 1 } }).Parts with
        {
            Clearances = new Clearances { Slots = 3 },
            Closures = [new Closure { Quay = 0, Sections = new Interval(0, 10), Slots = new Interval(5, 9) }],
        });

        Assert.Equal(0, Bound(problem, (1, 1), 30, 3_000_000));
    }

    /// <summary>Costs near 2^60, where doubles know no single units.</summary>
    [Fact]
    public void Great_costs_are_not_rounded()
    {
        var problem = Problem(new Call { Id = "A", Length = 10, Arrival = 0, Handling = Handling.Fixed(7), Priority = 999_983, Rates = new Rates { Waiting = 1_999_999_973 } },
            new Call { Id = "B", Length = 10, Arrival = 0, Handling = Handling.Fixed(7), Priority = 999_979, Rates = new Rates { Waiting = 1_999_999_943 } });
        var least = 7L * 999_979 * 1_999_999_943;
        var bound = Bound(problem, (1, 1), least + 1_234_567, 3_000_000);

        Assert.InRange(bound, least - (least / 100), least);
    }

    private static long Bound(BerthProblem problem, (int Slots, int Cells) size, long upperBound, long work)
    {
        var model = new BerthModel(problem);
        var bound = new CellBound(model, model.MakespanRate * MakespanBound.Of(model), size);
        bound.Run(work, upperBound, new StopMonitor(new SolverOptions { TimeLimit = null }, CancellationToken.None));
        return bound.Bound;
    }

    private static BerthProblem Problem(params Call[] calls) => new(new BerthParts { Horizon = 40, Quays = [new Quay { Id = "Q", Length = 10 }], Calls = [.. calls] });
}
