namespace BerthOpt.Kernels.Networks;

/// <summary>A method that solves a <see cref="FlowNetwork"/>.</summary>
internal interface IFlowMethod
{
    /// <summary>Whether the flow keeps all limits and supplies, the cheapest or not.</summary>
    bool HasFlow { get; }

    /// <summary>Whether the method can do no more, and another one must be asked.</summary>
    bool GaveUp { get; }

    /// <summary>Work done since the start.</summary>
    long Work { get; }

    /// <summary>Solves, or goes on.</summary>
    /// <param name="work">Ends after about this much work, with <see cref="FlowStatus.Unknown"/>; calling again goes on.</param>
    FlowStatus Solve(long work = long.MaxValue);

    /// <summary>The flow of an arc.</summary>
    long Flow(int arc);

    /// <summary>The potential of a node: <c>cost + potential(tail) - potential(head)</c> is an arc's reduced cost.</summary>
    long Potential(int node);
}
