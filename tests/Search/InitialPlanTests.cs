using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Empties;
using BerthOpt.Search;

namespace BerthOpt.Tests.Search;

/// <summary>Every solver takes a plan to start from, and never returns a worse one.</summary>
public sealed class InitialPlanTests
{
    private static readonly SolverOptions _none = new() { TimeLimit = null, WorkLimit = 0 };
    private static readonly SolverOptions _brief = new() { TimeLimit = null, WorkLimit = 20_000, Bounds = false };

    [Fact]
    public void A_plan_of_berths_is_kept_or_bettered()
    {
        var problem = BerthGenerator.MeiselBierwirth(20, 1);
        var plan = BerthSolver.Solve(problem, _brief with { WorkLimit = 1_000_000 }).Plan!;
        var cost = BerthChecker.Check(problem, plan).Cost.Total;

        Assert.Equal((cost, plan.Hash, SolveStatus.Feasible, StopReason.TimeLimit), Told(BerthSolver.Solve(problem, new SolverOptions { TimeLimit = TimeSpan.Zero }, plan), found => found.Hash));
        Assert.Equal((cost, plan.Hash, SolveStatus.Feasible, StopReason.WorkLimit), Told(BerthSolver.Solve(problem, _none, plan), found => found.Hash));
        Assert.True(BerthSolver.Solve(problem, _brief with { Seed = 7 }, plan).Cost <= cost);
        var faults = Assert.Throws<InvalidInputException>(() => BerthSolver.Solve(problem, null, new BerthPlan(plan.Assignments.SetItem(3, null).SetItem(5, null)))).Faults;
        Assert.Equal([("call-left-out", "/assignments/3"), ("call-left-out", "/assignments/5")], faults.Select(fault => (fault.Code, fault.Place)));
    }

    [Fact]
    public void A_plan_of_discrete_berths_is_kept_or_bettered()
    {
        var berths = BerthGenerator.MeiselBierwirth(1, 1).Parts with
        {
            Quays = [new Quay { Id = "quay", Length = 4, Layout = QuayLayout.Discrete, Berths = [new Berth { Id = "one", Start = 0, Length = 2 }, new Berth { Id = "two", Start = 2, Length = 2 }] }],
            CranePools = [],
            Calls = [.. Enumerable.Range(0, 15).Select(call => new Call { Id = $"{call}", Length = 1, Arrival = 3 * call, Handling = Handling.ByBerth([5 + (call % 4), 7]), Rates = new Rates { Waiting = 1 + call, Stay = 2 } })],
        };
        var problem = new BerthProblem(berths with { Horizon = 400 });
        var plan = BerthSolver.Solve(problem, _brief with { WorkLimit = 400_000 }).Plan!;

        Assert.True(BerthSolver.Solve(problem, _brief with { WorkLimit = 64, Seed = 3 }, plan).Cost <= BerthChecker.Check(problem, plan).Cost.Total);
    }

    [Fact]
    public void A_plan_of_cranes_is_kept_or_bettered()
    {
        var problem = CraneGenerator.KimPark(12, 1);
        var plan = CraneSolver.Solve(problem, _brief with { WorkLimit = 1_000_000 }).Plan!;
        var cost = CraneChecker.Check(problem, plan).Cost.Total;

        Assert.Equal(cost, CraneSolver.Solve(problem, new SolverOptions { TimeLimit = TimeSpan.Zero }, plan).Cost);
        Assert.True(CraneSolver.Solve(problem, _brief with { WorkLimit = 1000, Seed = 7 }, plan).Cost <= cost);
        Assert.NotEmpty(Assert.Throws<InvalidInputException>(() => CraneSolver.Solve(problem, null, new CranePlan(plan.Assignments.Select(entry => entry with { Crane = 77 })))).Faults);
    }

    [Fact]
    public void A_plan_of_empties_is_kept_or_bettered()
    {
        var problem = EmptiesGenerator.Carrier(6, 1);
        var plan = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 100_000_000 }).Plan!;
        var cost = EmptiesChecker.Check(problem, plan).Cost.Total;

        Assert.Equal(cost, EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = TimeSpan.Zero }, plan).Cost);
        Assert.True(EmptiesSolver.Solve(problem, _none, plan).Cost <= cost);
    }

    private static (long? Cost, string Hash, SolveStatus Status, StopReason Reason) Told<TPlan>(SolveResult<TPlan> result, Func<TPlan, string> hash)
        where TPlan : class => (result.Cost, hash(result.Plan!), result.Status, result.StopReason);
}
