using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class DiscreteEngineTests
{
    private static readonly StopMonitor Never = new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    /// <summary>Changes of a problem that the engine accepts, each of which it must refuse.</summary>
    public static TheoryData<string> Refused => [.. Changes.Keys];

    private static Dictionary<string, Func<BerthParts, BerthParts>> Changes { get; } = new()
    {
        ["continuous quay"] = parts => parts with { Quays = [.. parts.Quays, new Quay { Id = "long", Length = 9 }] },
        ["hybrid quay"] = parts => parts with { Quays = [.. parts.Quays.Select(quay => quay with { Layout = QuayLayout.Hybrid })] },
        ["closure"] = parts => parts with { Closures = [new Closure { Quay = 0, Sections = new Interval(0, 1), Slots = new Interval(2, 3) }] },
        ["movement ban"] = parts => parts with { Movements = new MovementLimits { Bans = [new MovementBan { Slots = new Interval(2, 3) }] } },
        ["makespan"] = parts => parts with { Objective = parts.Objective with { Makespan = 1 } },
        ["tide"] = parts => Change(parts, call => call with { DepartureWindows = new TideWindows([new Interval(0, 90)]) }),
        ["optional call"] = parts => Change(parts, call => call with { Optional = true }),
        ["sailing faster"] = parts => Change(parts, call => call with { Arrival = 5, EarliestStart = 2, Rates = call.Rates with { SpeedUp = 1 } }),
        ["cranes in a pool"] = parts => Change(parts, call => call with { Handling = Handling.ByCranes(1, [3, 2]) }) with
        {
            CranePools = [new CranePool { Id = "rail", Count = 4, Quays = [0] }],
        },
        ["dear cranes"] = parts => Change(parts, call => call with { Handling = Handling.ByCranes(1, [3, 2]), Rates = call.Rates with { CraneSlot = 1 } }),
        ["clinging start"] = parts => parts with
        {
            Baseline = new Baseline { Entries = [.. parts.Calls.Select(_ => new BaselineEntry { Quay = 0, Position = 0, Start = 4, StartRate = 1 })] },
        },
    };

    [Fact]
    public void Accepts_the_plain_problem() => Assert.True(DiscreteEngine.Accepts(new BerthProblem(Plain())));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_what_is_no_order_of_calls(string change) =>
        Assert.False(DiscreteEngine.Accepts(new BerthProblem(Changes[change](Plain()))));

    /// <summary>Whatever the engine accepts of problems over all features, it solves to the optimum.</summary>
    [Fact]
    public void Does_what_it_accepts()
    {
        var accepted = 0;
        for (ulong seed = 0; seed < 6000; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            if (!DiscreteEngine.Accepts(problem) || BerthOracle.Solve(problem) is not { } answer)
            {
                continue;
            }

            accepted++;
            var lane = DiscreteEngine.CreateLane(problem, new SolverOptions { Seed = seed, Assertions = AssertionLevel.PerMove }, 0);
            lane.Run(3000, Never);
            Assert.Equal(answer.Cost ?? long.MaxValue, lane.BestCost);
            if (answer.Cost is { } cost)
            {
                var check = BerthChecker.Check(problem, lane.Best());
                Assert.Empty(check.Faults);
                Assert.Equal(cost, check.Cost.Total);
                var bound = DiscreteEngine.CreateBound(problem);
                bound.Run(500, cost, Never);
                Assert.True(bound.Bound <= cost);
            }
        }

        Assert.True(accepted > 50, $"Only {accepted} problems were accepted.");
    }

    private static BerthParts Plain() => new()
    {
        Horizon = 100,
        Quays = [new Quay { Id = "quay", Length = 4, Layout = QuayLayout.Discrete, Berths = [new Berth { Id = "a", Start = 0, Length = 2 }, new Berth { Id = "b", Start = 2, Length = 2 }] }],
        Calls = [.. Enumerable.Range(0, 4).Select(index => new Call { Id = $"{index}", Length = 1, Arrival = index, Handling = Handling.Fixed(3), Rates = new Rates { Waiting = 1 } })],
    };

    private static BerthParts Change(BerthParts parts, Func<Call, Call> change) => parts with { Calls = [.. parts.Calls.Select(change)] };
}
