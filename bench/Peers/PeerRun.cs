namespace BerthOpt.Bench.Peers;

/// <summary>An answer, judged by the checker; costs in the instance's own units.</summary>
internal sealed record PeerRun
{
    /// <summary>Cost of the plan, as the checker computes it; null without a valid plan.</summary>
    public decimal? Cost { get; private init; }

    public long? GridCost { get; private init; }

    public decimal? Bound { get; private init; }

    public double? SecondsToPlan { get; private init; }

    /// <summary>What the table says beside the numbers: proven, valid, no plan, a refusal or a fault.</summary>
    public required string Verdict { get; init; }

    /// <summary>Whether something is wrong with the answer.</summary>
    public bool IsFaulty { get; private init; }

    public static PeerRun Of<TProblem, TPlan>(IPeer<TProblem, TPlan> peer, PeerCase<TProblem, TPlan> of, PeerLimits limits, CancellationToken cancellation)
        where TPlan : class
    {
        try
        {
            return Judge(of, peer.Solve(of.Problem, limits, cancellation));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new PeerRun { Verdict = $"failed: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}", IsFaulty = true };
        }
    }

    private static PeerRun Judge<TProblem, TPlan>(PeerCase<TProblem, TPlan> of, PeerAnswer<TPlan> answer)
        where TPlan : class
    {
        if (answer.Refusal is { } refusal)
        {
            return new PeerRun { Verdict = refusal };
        }

        var scale = of.Case.CostScale;
        var bound = answer.Bound / scale;
        if (answer.Plan is not { } plan)
        {
            return new PeerRun { Bound = bound, Verdict = "no plan" };
        }

        var (cost, broken) = of.Judge(plan);
        var fault = broken is not null ? $"INVALID: {broken}"
            : answer.Claim < cost ? $"WRONG: costs {cost}, not {answer.Claim}"
            : answer.Bound > cost ? $"WRONG: bound {answer.Bound} above cost {cost}"
            : null;
        return fault is not null ? new PeerRun { Bound = bound, Verdict = fault, IsFaulty = true } : new PeerRun
        {
            Cost = cost / scale,
            GridCost = cost,
            Bound = bound,
            SecondsToPlan = answer.SecondsToPlan,
            Verdict = cost == answer.Bound ? "proven" : "valid",
        };
    }
}
