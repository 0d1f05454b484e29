using BerthOpt.Berths;
using BerthOpt.Search;
using BerthOpt.Tests.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>The berth solver obeys the laws of all solvers.</summary>
public sealed class BerthSolverTests : SolverContract<BerthProblem, BerthPlan>
{
    protected override IReadOnlyList<(string Kind, BerthProblem Problem)> Problems => BerthKinds.All;

    protected override BerthProblem Nothing => new(BerthKinds.Discrete(1).Parts with { Calls = [], Objective = new Objective { Makespan = 3, Constant = -4 } });

    protected override BerthProblem One => BerthKinds.First(BerthKinds.Discrete(1));

    protected override long Work => 100_000;

    protected override SolveResult<BerthPlan> Solve(BerthProblem problem, SolverOptions? options, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        BerthSolver.Solve(problem, options, progress, cancellation);

    protected override (IReadOnlyList<string> Faults, long Cost) Check(BerthProblem problem, BerthPlan plan)
    {
        var check = BerthChecker.Check(problem, plan);
        return ([.. check.Faults.Select(fault => fault.ToString())], check.Cost.Total);
    }

    protected override string Identity(BerthPlan plan) => plan.Hash;

    [Fact]
    public void A_problem_is_needed() => Assert.Throws<ArgumentNullException>(() => BerthSolver.Solve(null!));

    [Fact]
    public void One_call_of_each_kind_is_planned_at_its_best()
    {
        foreach (var (kind, problem) in BerthKinds.All)
        {
            var one = BerthKinds.First(problem);
            var result = BerthSolver.Solve(one, new SolverOptions { TimeLimit = null, WorkLimit = Work });

            Assert.True(result.Status == SolveStatus.Optimal, $"{kind}: {result.Status}, cost {result.Cost}, bound {result.LowerBound} ({result.BoundMethod})");
        }
    }

    /// <summary>Two hulls that cannot be there at once and cannot wait; no lack of time or luck, and no call is impossible alone.</summary>
    [Fact]
    public void A_problem_without_a_plan_gets_none()
    {
        var call = new Call { Id = "A", Length = 6, Arrival = 0, Handling = Handling.Fixed(5), LatestStart = 2 };
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 20,
            Quays = [new Quay { Id = "Q", Length = 10 }],
            Calls = [call, call with { Id = "B" }],
        });
        var result = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = Work });

        Assert.Null(result.Plan);
        Assert.True(result.Status is SolveStatus.Unknown or SolveStatus.Infeasible, $"{result.Status}");
    }

    /// <summary>The pin was overlooked where only one first crane is left to choose.</summary>
    [Fact]
    public void A_first_crane_pinned_beyond_the_rail_leaves_no_plan()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 4,
            Quays = [new Quay { Id = "Q", Length = 8 }],
            Calls = [new Call { Id = "A", Length = 1, Arrival = 0, Handling = Handling.ByCranes(1, [2]), Pin = new Pin(Cranes: 1, FirstCrane: 1) }],
            CranePools = [new CranePool { Id = "rail", Count = 1, Quays = [0], Travel = new CraneTravel { SetupSlots = 0, SpeedSections = 2 } }],
        });

        Assert.Null(BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = Work }).Plan);
    }

    /// <summary>A call lies on the sections between the berths that it fills, too; a closure there was overlooked.</summary>
    [Fact]
    public void A_closure_between_two_berths_keeps_a_call_from_filling_both()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 10,
            Quays = [new Quay { Id = "Q", Length = 7, Layout = QuayLayout.Hybrid, Berths = [new Berth { Id = "left", Start = 0, Length = 3 }, new Berth { Id = "right", Start = 4, Length = 3 }] }],
            Calls = [new Call { Id = "A", Length = 5, Arrival = 0, Handling = Handling.Fixed(3), Rates = new Rates { Waiting = 1 } }],
            Closures = [new Closure { Quay = 0, Sections = new Interval(3, 4), Slots = new Interval(2, 6) }],
        });

        Assert.Equal(6, BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = Work }).Cost);
    }

    /// <summary>Neither call is worth the makespan alone; both together are. The first to be planned was always refused.</summary>
    [Fact]
    public void Optional_calls_that_share_a_makespan_are_taken_together()
    {
        var call = new Call { Id = "A", Length = 1, Arrival = 0, Handling = Handling.Fixed(5), Optional = true, Rates = new Rates { Rejection = 9 } };
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 10,
            Quays = [new Quay { Id = "Q", Length = 2 }],
            Calls = [call, call with { Id = "B" }],
            Objective = new Objective { Makespan = 2 },
            Movements = new MovementLimits { Caps = [new MovementCap { PeriodSlots = 10, Max = 4 }] },
        });

        Assert.Equal(10, BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = Work }).Cost);
    }
}
