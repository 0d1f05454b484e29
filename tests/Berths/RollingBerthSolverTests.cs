using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>Window by window there is one plan of the whole, a valid one, and a bound of the whole.</summary>
public sealed class RollingBerthSolverTests
{
    private static readonly SolverOptions Options = new() { TimeLimit = null, WorkLimit = 60_000_000, Threads = 2 };

    public static TheoryData<string, int, int> Cuts => new()
    {
        { "MeiselBierwirth", 15, 5 },
        { "MeiselBierwirth", 2, 0 },
        { "ParkKim", 20, 19 },
        { "Port", 90, 30 },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void The_plan_is_valid_and_the_same_twice(string kind, int window, int overlap)
    {
        var problem = BerthGenerator.Generate(Enum.Parse<GeneratedKind>(kind), null, 3);
        var rolling = new RollingOptions { WindowCalls = window, OverlapCalls = overlap };

        var one = RollingBerthSolver.Solve(problem, rolling, Options);
        var other = RollingBerthSolver.Solve(problem, rolling, Options with { Threads = 1 });

        Assert.NotNull(one.Plan);
        var check = BerthChecker.Check(problem, one.Plan);
        Assert.True(check.IsValid, string.Join(" ", check.Faults.Take(3)));
        Assert.Equal(check.Cost.Total, one.Cost);
        Assert.InRange(one.LowerBound!.Value, 1, one.Cost!.Value);
        Assert.Equal((one.Plan.Hash, one.LowerBound, one.Statistics.Work), (other.Plan!.Hash, other.LowerBound, other.Statistics.Work));
        Assert.InRange(one.Statistics.Work, 1, Options.WorkLimit!.Value);
    }

    [Fact]
    public void A_window_that_covers_all_calls_gives_the_plain_solution()
    {
        var problem = BerthGenerator.MeiselBierwirth(20, 1);

        var rolled = RollingBerthSolver.Solve(problem, new RollingOptions { WindowCalls = 20, OverlapCalls = 4 }, Options);
        var plain = BerthSolver.Solve(problem, Options);

        Assert.Equal((plain.Plan!.Hash, plain.LowerBound, plain.BoundMethod), (rolled.Plan!.Hash, rolled.LowerBound, rolled.BoundMethod));
    }

    /// <summary>Problems of every feature, cut into the smallest windows, against their optimum.</summary>
    [Fact]
    public void Small_problems_of_all_kinds_are_planned_soundly()
    {
        var (planned, judged, tight) = (0, 0, 0);
        for (ulong seed = 90_000; judged < 400; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            if (problem.Calls.Length < 3 || BerthOracle.Solve(problem, 100_000)?.Cost is not { } least)
            {
                continue;
            }

            judged++;
            var result = RollingBerthSolver.Solve(problem, new RollingOptions { WindowCalls = 2, OverlapCalls = (int)(seed % 2) }, Options with { WorkLimit = 400_000 });
            if (result.Plan is { } plan)
            {
                planned++;
                tight += result.Cost == least ? 1 : 0;
                Assert.True(BerthChecker.Check(problem, plan).IsValid, problem.Name);
                Assert.True(result.Cost >= least, problem.Name);
            }

            Assert.True(result.LowerBound is null || result.LowerBound <= least, $"{problem.Name}: {result.LowerBound}, though a plan costs {least}");
        }

        Assert.True(planned > judged * 9 / 10, $"{planned} of {judged} have a plan");
        Assert.True(tight > judged / 2, $"{tight} of {judged} have the best plan");
    }

    [Fact]
    public void A_pinned_call_of_a_later_window_keeps_its_place()
    {
        Call Of(string id, int arrival, Pin? pin = null) => new() { Id = id, Length = 10, Arrival = arrival, Handling = Handling.Fixed(10), Pin = pin, Rates = new Rates { Waiting = 1 } };
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 100,
            Quays = [new Quay { Id = "Q", Length = 10 }],
            Calls = [Of("A", 0), Of("B", 1), Of("C", 2), Of("D", 15, new Pin(Start: 15))],
        });

        var result = RollingBerthSolver.Solve(problem, new RollingOptions { WindowCalls = 2, OverlapCalls = 0 }, Options);

        Assert.Equal(SolveStatus.Feasible, result.Status);
        Assert.Equal(15, result.Plan!.Assignments[3]!.Value.Start);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 10)]
    [InlineData(10, -1)]
    public void Windows_out_of_range_are_refused(int window, int overlap) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingBerthSolver.Solve(BerthGenerator.MeiselBierwirth(3, 1), new RollingOptions { WindowCalls = window, OverlapCalls = overlap }));

    [Fact]
    public void A_run_without_work_or_time_has_no_plan()
    {
        var problem = BerthGenerator.MeiselBierwirth(30, 1);
        var rolling = new RollingOptions { WindowCalls = 10, OverlapCalls = 2 };

        Assert.Equal(StopReason.WorkLimit, RollingBerthSolver.Solve(problem, rolling, Options with { WorkLimit = 0 }).StopReason);
        Assert.Equal(StopReason.TimeLimit, RollingBerthSolver.Solve(problem, rolling, new SolverOptions { TimeLimit = TimeSpan.Zero }).StopReason);
        Assert.Equal(StopReason.Cancelled, RollingBerthSolver.Solve(problem, rolling, Options, null, new CancellationToken(true)).StopReason);
    }
}
