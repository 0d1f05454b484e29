using BerthOpt.Search;

namespace BerthOpt.Bench.Peers;

/// <summary>The solver of this project.</summary>
/// <param name="solver">Its facade for this kind of problem.</param>
internal sealed class BerthOptPeer<TProblem, TPlan>(BerthOptPeer<TProblem, TPlan>.Facade solver) : IPeer<TProblem, TPlan>
    where TPlan : class
{
    public delegate SolveResult<TPlan> Facade(TProblem problem, SolverOptions? options, IProgress<SolveProgress>? progress, CancellationToken cancellation);

    public string Name => "BerthOpt";

    public PeerAnswer<TPlan> Solve(TProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        var result = solver(problem, Options(limits), null, cancellation);
        return new PeerAnswer<TPlan>(result.Plan, result.Cost, result.LowerBound, result.Statistics.SecondsToBest);
    }

    /// <summary>Seconds from the problem to a plan of this cost or less, in a run that stops there; null when the limit came first.</summary>
    public double? SecondsTo(long cost, TProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        var result = solver(problem, Options(limits) with { Target = cost }, null, cancellation);
        return result.Cost <= cost ? result.Statistics.SecondsToBest : null;
    }

    private static SolverOptions Options(PeerLimits limits) => new()
    {
        TimeLimit = TimeSpan.FromSeconds(limits.Seconds),
        Threads = limits.Threads,
        Seed = (ulong)limits.Seed,
    };
}
