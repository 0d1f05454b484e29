namespace BerthOpt.Empties;

/// <summary>Flows on the network over time of a problem of empties, as plans.</summary>
internal sealed class EmptiesPlans(EmptiesProblem problem, TimeNetwork network) : IPlansOfFlows<EmptiesPlan>
{
    private readonly AtOnceCycles atOnce = new(network);

    // Bookings are no flow, so those that take no time are looked at in the plan.
    private readonly bool booksAtOnce = problem.Locks.Any(locked => problem.Voyages[locked.Voyage].Stops is var stops && stops[locked.FromStop].Departure == stops[locked.ToStop].Arrival);

    /// <inheritdoc/>
    public long? CostOf(long[] flow, long below)
    {
        atOnce.Cancel(flow);
        if (!network.IsWhole(flow) || (network.CostOf(problem, flow) is var cost && cost >= below))
        {
            return null;
        }

        if (!atOnce.ArePossible && !booksAtOnce && !network.WaitsAreShared)
        {
            return cost;
        }

        // Boxes that least flows and bookings send round may not be there; and waiting may cost less than the flow pays for it.
        var check = EmptiesChecker.Check(problem, PlanOf(flow));
        return check.Faults.Any(fault => fault.Code == EmptiesFaultCodes.StockMissing) ? null : check.Cost.Total;
    }

    /// <inheritdoc/>
    public EmptiesPlan PlanOf(long[] flow) => PlanOfFlow.Of(problem, network, flow);

    /// <inheritdoc/>
    public void RequireCut(IEnumerable<int> cut) => ConflictSearch.Of(problem, network, cut);
}
