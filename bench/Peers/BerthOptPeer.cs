using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Bench.Peers;

/// <summary>The solver of this project.</summary>
internal sealed class BerthOptPeer : IPeer
{
    public string Name => "BerthOpt";

    public PeerAnswer Solve(BerthProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        var result = BerthSolver.Solve(problem, Options(limits), null, cancellation);
        return new PeerAnswer(result.Plan, result.Cost, result.LowerBound, result.Statistics.SecondsToBest);
    }

    /// <summary>Seconds from the problem to a plan of this cost or less, in a run that stops there; null when the limit came first.</summary>
    public static double? SecondsTo(long cost, BerthProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        var result = BerthSolver.Solve(problem, Options(limits) with { Target = cost }, null, cancellation);
        return result.Cost <= cost ? result.Statistics.SecondsToBest : null;
    }

    private static SolverOptions Options(PeerLimits limits) => new()
    {
        TimeLimit = TimeSpan.FromSeconds(limits.Seconds),
        Threads = limits.Threads,
        Seed = (ulong)limits.Seed,
    };
}
