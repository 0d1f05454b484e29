namespace BerthOpt.Bench.Peers;

/// <summary>A solver with a model of a planning problem.</summary>
/// <typeparam name="TProblem">The kind of problem.</typeparam>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal interface IPeer<TProblem, TPlan>
    where TPlan : class
{
    /// <summary>Name in tables.</summary>
    string Name { get; }

    /// <summary>Solves a problem, or says why not.</summary>
    PeerAnswer<TPlan> Solve(TProblem problem, PeerLimits limits, CancellationToken cancellation);
}

/// <summary>What a solver answered, in grid cost units, before anybody has checked it.</summary>
/// <param name="Plan">Its plan; null for none.</param>
/// <param name="Claim">What it says that the plan costs at most (variables of a plan that is not the best may have slack); null when it says nothing.</param>
/// <param name="Bound">Its lower bound; null for none.</param>
/// <param name="SecondsToPlan">Seconds from the problem to this plan; null when it does not tell.</param>
/// <param name="Refusal">Why it did not run: a feature that its model does not cover, or a model too large; null when it ran.</param>
internal sealed record PeerAnswer<TPlan>(TPlan? Plan = null, long? Claim = null, long? Bound = null, double? SecondsToPlan = null, string? Refusal = null)
    where TPlan : class;
