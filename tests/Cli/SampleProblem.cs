using BerthOpt.Berths;
using BerthOpt.Cli;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cli;

/// <summary>A quay of 20 sections and two calls of 12: they cannot lie side by side, so the second one waits.</summary>
internal static class SampleProblem
{
    /// <summary>The least cost, in the problem's own units: (5 + 5 + 3 waiting) / 2.</summary>
    public const string BestCost = "6.5";

    public static readonly BerthPlan Best = new([new Assignment(0, -1, 0, 0, 5), new Assignment(0, -1, 8, 5, 10)]);

    public static readonly BerthPlan Overlapping = new([new Assignment(0, -1, 0, 0, 5), new Assignment(0, -1, 8, 2, 7)]);

    public static BerthProblem Create(int horizon = 20) => new(new BerthParts
    {
        Name = "two ships",
        Grid = new Grid { CostScale = 2 },
        Horizon = horizon,
        Quays = [new Quay { Id = "north", Length = 20 }],
        Calls = [Ship("Aurora", 0), Ship("Borealis", 2)],
    });

    /// <summary>A solver that has made up its mind.</summary>
    public static Solve<BerthProblem, BerthPlan> Finding(BerthPlan? plan, long? cost, SolveStatus status = SolveStatus.Feasible, StopReason reason = StopReason.TimeLimit) =>
        (_, options, _, _) => Result(plan, cost, status, reason, options);

    public static SolveResult<BerthPlan> Result(BerthPlan? plan, long? cost, SolveStatus status, StopReason reason, SolverOptions options) => new()
    {
        Status = status,
        StopReason = reason,
        Plan = plan,
        Cost = cost,
        LowerBound = cost is null ? null : 10,
        BoundMethod = cost is null ? "none" : "made-up",
        Statistics = new SolveStatistics { Seconds = 0.5, SecondsToBest = 0.25, Work = 42, Seed = options.Seed, Threads = options.Threads },
    };

    private static Call Ship(string id, int arrival) => new()
    {
        Id = id,
        Length = 12,
        Arrival = arrival,
        Handling = Handling.Fixed(5),
        Rates = new Rates { Waiting = 1, Stay = 1 },
    };
}
