namespace BerthOpt.Empties;

/// <summary>What flows on a network mean to whoever asked for it.</summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal interface IPlansOfFlows<out TPlan>
{
    /// <summary>What a flow that keeps the rows costs as a plan; null where it is none.</summary>
    /// <param name="flow">The flow; what no plan needs may be taken out of it.</param>
    /// <param name="below">Only plans that cost less are of interest.</param>
    long? CostOf(long[] flow, long below);

    /// <summary>The plan of a flow that has a cost.</summary>
    TPlan PlanOf(long[] flow);

    /// <summary>Has the checker judge the proof that there is no flow.</summary>
    /// <param name="cut">Nodes that give or take more than the arcs between them and the rest let through.</param>
    /// <exception cref="Search.PlanRefusedException">The proof is none: a defect of the solver.</exception>
    void RequireCut(IEnumerable<int> cut);
}
