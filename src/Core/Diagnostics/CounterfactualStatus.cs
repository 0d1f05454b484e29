namespace BerthOpt.Diagnostics;

/// <summary>What is known of a plan that is not the one at hand: one in which something is as somebody wishes.</summary>
public enum CounterfactualStatus
{
    /// <summary>No plan was found within the limits; there may be one.</summary>
    Unknown,

    /// <summary>There is a plan at this price; a cheaper one may exist.</summary>
    AtMost,

    /// <summary>No such plan is cheaper.</summary>
    Exact,

    /// <summary>There is proven to be no such plan.</summary>
    Impossible,
}
