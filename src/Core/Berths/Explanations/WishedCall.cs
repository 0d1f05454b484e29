namespace BerthOpt.Berths;

/// <summary>A problem in which a call is as somebody wishes.</summary>
internal static class WishedCall
{
    /// <summary>The problem with the wish for a pin; what held the call before is lifted.</summary>
    public static BerthProblem In(BerthProblem problem, int call, Pin wish)
    {
        var parts = Restriction.Lift(problem, [new Restriction(RestrictionKind.Frozen, call)]).Parts;
        return new BerthProblem(parts with { Calls = parts.Calls.SetItem(call, Mandatory(parts.Calls[call]) with { Pin = wish }) });
    }

    /// <summary>A call that must be planned.</summary>
    public static Call Mandatory(Call call) => call with { Optional = false, Rates = call.Rates with { Rejection = 0 } };
}
