namespace BerthOpt.Kernels.Networks;

/// <summary>What is known of a min-cost-flow network.</summary>
internal enum FlowStatus
{
    /// <summary>Not solved yet, or stopped before the end.</summary>
    Unknown,

    /// <summary>The flow is the cheapest; the potentials prove it.</summary>
    Optimal,

    /// <summary>No flow keeps all limits; a cut proves it.</summary>
    Infeasible,

    /// <summary>There is a flow, and a cycle without limit that makes any flow cheaper.</summary>
    Unbounded,
}
