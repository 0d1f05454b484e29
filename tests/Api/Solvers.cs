using BerthOpt.Api;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Api;

/// <summary>Solvers that a test can steer.</summary>
internal static class Solvers
{
    /// <summary>The real one, with next to no work.</summary>
    public static SolveResult<BerthPlan> Brief(BerthProblem problem, SolverOptions options, CancellationToken cancellation) =>
        BerthSolver.Solve(problem, options with { WorkLimit = 2_000, TimeLimit = TimeSpan.FromSeconds(5), Threads = 1 }, null, cancellation);

    /// <summary>One that runs until it is cancelled, and tells of both.</summary>
    public static BerthSolve Endless(TaskCompletionSource started, TaskCompletionSource stopped) => (_, options, cancellation) =>
    {
        started.TrySetResult();
        cancellation.WaitHandle.WaitOne();
        stopped.TrySetResult();
        return new SolveResult<BerthPlan>
        {
            Status = SolveStatus.Unknown,
            StopReason = StopReason.Cancelled,
            Statistics = new SolveStatistics { Seed = options.Seed, Threads = options.Threads },
        };
    };

    public static SolveResult<BerthPlan> Broken(BerthProblem problem, SolverOptions options, CancellationToken cancellation) =>
        throw new InvalidOperationException("a secret of the inside");
}
