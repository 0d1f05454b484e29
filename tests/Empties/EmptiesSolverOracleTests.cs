using BerthOpt.Empties;
using BerthOpt.Search;
using BerthOpt.Tests.Empties.Oracle;

namespace BerthOpt.Tests.Empties;

/// <summary>The solver against another model of the same problem, on many small random problems.</summary>
public sealed class EmptiesSolverOracleTests
{
    private static readonly SolverOptions Limited = new() { TimeLimit = null, WorkLimit = 3_000_000, Threads = 1 };

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1_000)]
    [InlineData(0, 2_000)]
    [InlineData(0, 3_000)]
    public void No_plan_beats_the_best_and_no_bound_is_above_it(int types, int first)
    {
        var (optimal, plans) = (0, 0);
        for (var seed = (ulong)first; seed < (ulong)first + 150; seed++)
        {
            var problem = RandomEmptiesProblems.Create(seed, types);
            var best = EmptiesModelCpSat.BestCost(problem);
            var result = EmptiesSolver.Solve(problem, Limited);

            Assert.True(result.LowerBound is null || best is null || result.LowerBound <= best, $"seed {seed}: the bound {result.LowerBound} is above {best}");
            Assert.True(result.Cost is null || (best is not null && result.Cost >= best), $"seed {seed}: {result.Cost} is below {best}");
            Assert.True(result.Status != SolveStatus.Infeasible || best is null, $"seed {seed}: infeasible, but {best}");
            Assert.True(result.Status != SolveStatus.Optimal || result.Cost == best, $"seed {seed}: optimal {result.Cost}, but {best}");
            plans += best is null || result.Plan is not null ? 1 : 0;
            optimal += result.Status is SolveStatus.Optimal or SolveStatus.Infeasible ? 1 : 0;
        }

        Assert.InRange(plans, 140, 150);
        Assert.InRange(optimal, types == 1 ? 110 : 60, 150);
    }
}
