using BerthOpt.Berths;

namespace BerthOpt.Bench.Peers;

/// <summary>A solver with a model of the berth allocation problem.</summary>
internal interface IPeer
{
    /// <summary>Name in tables.</summary>
    string Name { get; }

    /// <summary>Solves a problem, or says why not.</summary>
    PeerAnswer Solve(BerthProblem problem, PeerLimits limits, CancellationToken cancellation);
}

/// <summary>What a solver answered, in grid cost units, before anybody has checked it.</summary>
/// <param name="Plan">Its plan; null for none.</param>
/// <param name="Claim">What it says that the plan costs at most (variables of a plan that is not the best may have slack); null when it says nothing.</param>
/// <param name="Bound">Its lower bound; null for none.</param>
/// <param name="SecondsToPlan">Seconds from the problem to this plan; null when it does not tell.</param>
/// <param name="Refusal">Why it did not run: a feature that its model does not cover, or a model too large; null when it ran.</param>
internal sealed record PeerAnswer(BerthPlan? Plan = null, long? Claim = null, long? Bound = null, double? SecondsToPlan = null, string? Refusal = null)
{
    /// <summary>Refuses a problem that uses more than a model covers; null when the model covers it.</summary>
    public static PeerAnswer? Refuse(BerthProblem problem, BerthFeatures covered)
    {
        var missing = problem.Features & ~covered;
        return missing == BerthFeatures.None ? null : new PeerAnswer(Refusal: $"not modelled: {missing}");
    }
}
