using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cranes;

public sealed class TaskPriceBoundTests
{
    private static readonly SolverOptions Unlimited = new() { TimeLimit = null };

    /// <summary>Whatever the prices are, no plan ends before the bound: cranes of own rates and times, vessels that come later, and all other rules.</summary>
    [Fact]
    public void No_plan_of_a_small_problem_ends_before_the_bound()
    {
        var (better, tight) = (0, 0);
        foreach (var problem in SmallRails.Draw(4000, 4).Select((problem, index) => WithOwnTimes(problem, new Rng((ulong)index))))
        {
            var lists = new ListModel(new CraneModel(problem));
            if (lists.Model.Impossible >= 0 || !TaskPriceBound.IsOfUse(lists))
            {
                continue;
            }

            var best = SmallRails.BestCost(problem);
            var (known, _, end) = CraneBounds.Of(lists);
            var bound = new TaskPriceBound(lists, known, end);
            bound.Run(2_000, long.MaxValue, new StopMonitor(Unlimited, default));

            Assert.True(bound.Bound <= best, $"{problem.Name}: the bound {bound.Bound} is above {best}.");
            Assert.False(bound.ProvesInfeasible && best < long.MaxValue);
            better += bound.Bound > known ? 1 : 0;
            tight += bound.Bound == best ? 1 : 0;
        }

        Assert.True(better > 20 && tight > 200, $"better than windows {better} times, tight {tight} times");
    }

    /// <summary>Windows believe that the quickest cranes can be everywhere at once; prices know where cranes can stand together.</summary>
    [Fact]
    public void Own_times_of_cranes_count_together()
    {
        var problem = CraneGenerator.Vessel(24_000, 8).ToProblem();
        var lists = new ListModel(new CraneModel(problem));
        var (known, _, end) = CraneBounds.Of(lists);
        var bound = new TaskPriceBound(lists, known, end);
        var again = new TaskPriceBound(lists, known, end);
        bound.Run(300_000, long.MaxValue, new StopMonitor(Unlimited, default));
        again.Run(300_000, long.MaxValue, new StopMonitor(Unlimited, default));

        Assert.True(bound.Bound > known * 105 / 100, $"{bound.Bound} against {known}");
        Assert.Equal(bound.Bound, again.Bound);
    }

    /// <summary>The same problem where some tasks take each crane another time, and only the makespan counts.</summary>
    private static CraneProblem WithOwnTimes(CraneProblem problem, Rng rng) => new(new CraneParts
    {
        Name = problem.Name,
        Horizon = problem.Horizon,
        Rail = problem.Rail,
        Cranes = problem.Cranes,
        Vessels = problem.Vessels,
        Tasks = [.. problem.Tasks.Select(task => task with { HandlingByCrane = task.Pin is not null || rng.Next(2) == 0 ? [] : [.. problem.Cranes.Select(_ => 1 + rng.Next(12))] })],
        Precedences = problem.Precedences,
        NonSimultaneous = problem.NonSimultaneous,
        Objective = new CraneObjective { Makespan = 1 + rng.Next(2), Travel = rng.Next(2) },
    });
}
