using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>Problems at the edges of what the model allows get an answer, not an exception.</summary>
public sealed class BerthSolverExtremesTests
{
    [Fact]
    public void A_horizon_of_one_slot_is_planned()
    {
        var result = Solve(1, [Call("A", 1), Call("B", 1)], new Objective { Makespan = 5 });

        Assert.Equal((SolveStatus.Optimal, 5L), (result.Status, result.Cost!.Value));
    }

    [Fact]
    public void Calls_that_fit_nowhere_are_left_out_where_they_may_be()
    {
        var result = Solve(20, [Call("A", 50) with { Optional = true, Rates = new Rates { Rejection = 9 } }], new Objective());

        Assert.Equal((SolveStatus.Optimal, 9L), (result.Status, result.Cost!.Value));
    }

    [Fact]
    public void A_call_that_fits_nowhere_makes_the_problem_infeasible_without_a_bound()
    {
        var result = Solve(20, [Call("A", 50)], new Objective());

        Assert.Equal((SolveStatus.Infeasible, null, "none"), (result.Status, result.LowerBound, result.BoundMethod));
    }

    [Fact]
    public void A_pinned_crane_of_a_call_to_which_cranes_do_not_matter_is_infeasible()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 20,
            Quays = [new Quay { Id = "Q", Length = 10 }],
            CranePools = [new CranePool { Id = "P", Count = 2, Quays = [0] }],
            Calls = [Call("A", 5) with { Pin = new Pin(Cranes: 0, FirstCrane: 0) }],
        });

        Assert.Equal(SolveStatus.Infeasible, BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 10_000 }).Status);
    }

    [Fact]
    public void Rates_near_the_limit_of_costs_are_planned()
    {
        var result = Solve(60, [.. Enumerable.Range(0, 30).Select(number => Call($"{number}", 3) with { Priority = 33_000, Rates = new Rates { Waiting = 2_000_000_000 } })], new Objective());

        Assert.NotNull(result.Plan);
        Assert.InRange(result.LowerBound!.Value, 0, result.Cost!.Value);
    }

    /// <summary>Wishes may lie beyond quay and horizon; what departing from them costs counts for the limit as well.</summary>
    [Fact]
    public void A_wish_far_away_cannot_make_costs_overflow()
    {
        var call = Call("A", 3) with { PreferredPosition = BerthProblem.MaxExtent, Rates = new Rates { Deviation = int.MaxValue } };
        var parts = new BerthParts { Horizon = 20, Quays = [new Quay { Id = "Q", Length = 10 }], Calls = [call], Objective = new Objective { Deviation = 1000 } };

        var fault = Assert.Single(Assert.Throws<BerthOpt.Diagnostics.InvalidInputException>(() => new BerthProblem(parts)).Faults);
        Assert.Equal("cost-overflow", fault.Code);
    }

    private static Call Call(string id, int length) => new() { Id = id, Length = length, Arrival = 0, Handling = Handling.Fixed(1) };

    private static SolveResult<BerthPlan> Solve(int horizon, Call[] calls, Objective objective) => BerthSolver.Solve(
        new BerthProblem(new BerthParts { Horizon = horizon, Quays = [new Quay { Id = "Q", Length = 10 }], Calls = [.. calls], Objective = objective }),
        new SolverOptions { TimeLimit = null, WorkLimit = 100_000 });
}
