namespace BerthOpt.Empties.Flows;

/// <summary>A way from one node to another.</summary>
/// <param name="Tail">Index of the node that it leaves.</param>
/// <param name="Head">Index of the node that it enters; may be the same.</param>
/// <param name="Lower">Least flow, in units; may be below 0.</param>
/// <param name="Capacity">Greatest flow, in units, at least <paramref name="Lower"/>; <see cref="FlowProblem.Unlimited"/> for no limit.</param>
/// <param name="Cost">Cost of each unit of flow; may be below 0.</param>
public readonly record struct FlowArc(int Tail, int Head, long Lower, long Capacity, long Cost);
