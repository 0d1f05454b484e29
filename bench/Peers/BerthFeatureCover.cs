using BerthOpt.Berths;

namespace BerthOpt.Bench.Peers;

/// <summary>What models of berth allocation leave out.</summary>
internal static class BerthFeatureCover
{
    /// <summary>Refuses a problem that uses more than a model covers; null when the model covers it.</summary>
    public static PeerAnswer<BerthPlan>? Refuse(BerthProblem problem, BerthFeatures covered)
    {
        var missing = problem.Features & ~covered;
        return missing == BerthFeatures.None ? null : new PeerAnswer<BerthPlan>(Refusal: $"not modelled: {missing}");
    }
}
