using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Search;
using BerthOpt.Tests.Search;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

/// <summary>The crane solver obeys the laws of all solvers.</summary>
public sealed class CraneSolverTests : SolverContract<CraneProblem, CranePlan>
{
    private static readonly SolverOptions Limited = new() { TimeLimit = null, WorkLimit = 20_000_000 };

    protected override IReadOnlyList<(string Kind, CraneProblem Problem)> Problems => CraneKinds.All;

    protected override CraneProblem Nothing => new(Yard(2));

    protected override CraneProblem One => new(Yard(2, Task()));

    protected override long Work => 400_000;

    protected override SolveResult<CranePlan> Solve(CraneProblem problem, SolverOptions? options, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        CraneSolver.Solve(problem, options, progress, cancellation);

    protected override (IReadOnlyList<string> Faults, long Cost) Check(CraneProblem problem, CranePlan plan)
    {
        var check = CraneChecker.Check(problem, plan);
        return ([.. check.Faults.Select(fault => fault.ToString())], check.Cost.Total);
    }

    protected override string Identity(CranePlan plan) => plan.Hash;

    [Fact]
    public void A_problem_is_needed() => Assert.Throws<ArgumentNullException>(() => CraneSolver.Solve(null!));

    /// <summary>All lists of tasks tried one by one say what is best, or that there is nothing.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Small_problems_are_solved_as_by_trying_everything(bool withDuty)
    {
        var proven = 0;
        foreach (var problem in SmallRails.Draw(40, 4, withDuty))
        {
            var best = SmallRails.BestCost(problem);
            var result = CraneSolver.Solve(problem, Limited);

            if (best == long.MaxValue)
            {
                Assert.Null(result.Plan);
                Assert.True(result.Status is SolveStatus.Infeasible or SolveStatus.Unknown, $"{result.Status}");
                continue;
            }

            Assert.NotEqual(SolveStatus.Infeasible, result.Status);
            Assert.True(result.LowerBound <= best, $"the bound {result.LowerBound} is above {best}");

            // With duty, a plan with a needless wait may be the best one.
            Assert.True(problem.Objective.CraneSlots > 0 || result.Cost == best, $"{result.Cost} of {best}");
            proven += result.Status == SolveStatus.Optimal ? 1 : 0;
        }

        Assert.InRange(proven, 25, 40);
    }

    [Fact]
    public void Work_that_does_not_fit_before_the_horizon_is_proven_infeasible()
    {
        // Two bays with room for one crane at a time.
        var parts = Yard(2, Task("A", 0, 6), Task("B", 1, 5)) with { Horizon = 10 };
        var result = CraneSolver.Solve(new CraneProblem(parts), Limited);

        Assert.Equal((SolveStatus.Infeasible, StopReason.Proven), (result.Status, result.StopReason));
        Assert.NotNull(CraneSolver.Solve(new CraneProblem(parts with { Horizon = 12 }), Limited).Plan);
    }

    /// <summary>No bound sees it: each task alone is in time.</summary>
    [Fact]
    public void A_problem_without_a_plan_is_proven_so_where_it_is_small()
    {
        var parts = Yard(1, Task("A", 0, 6) with { Pin = new TaskPin(Start: 0) }, Task("B", 8, 6) with { Pin = new TaskPin(Start: 8) });
        var result = CraneSolver.Solve(new CraneProblem(parts), Limited);

        Assert.Equal((SolveStatus.Infeasible, StopReason.Proven), (result.Status, result.StopReason));
    }

    [Fact]
    public void A_problem_that_would_fill_the_memory_is_refused()
    {
        var parts = Yard(1, [.. Enumerable.Range(0, 40_000).Select(index => Task($"{index}", index % 50))]);
        var fault = Assert.Single(Assert.Throws<InvalidInputException>(() => CraneSolver.Solve(new CraneProblem(parts with { Horizon = 1 << 20, Precedences = [new TaskPair(0, 1)] }))).Faults);

        Assert.Equal("problem-too-large", fault.Code);
        Assert.Contains("40000 tasks, 1 cranes", fault.Message, StringComparison.Ordinal);
    }
}
