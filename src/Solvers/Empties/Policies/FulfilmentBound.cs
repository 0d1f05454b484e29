namespace BerthOpt.Empties;

/// <summary>How many of a sample path's orders any policy can fulfil.</summary>
public static class FulfilmentBound
{
    /// <summary>
    /// An upper bound of the boxes that any policy gives to orders, even one that knows all of them: the min-cost flow over the whole path
    /// in which orders may be refused, every laden box finds room on the vessel that arrives first, and empties never lack any. Where delays have noise
    /// it counts the least of them.
    /// </summary>
    /// <param name="path">The sample path.</param>
    public static long Boxes(SamplePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var window = new PlanningWindow(path.Schedule);
        var state = new SimulationState(path.Schedule, null);
        var plan = new int[path.Schedule.Stops.Length];
        var rollout = new Rollout(window, plan);
        window.Open(state, path.Schedule.Ticks, new TrueOrders(path));
        rollout.Promise();
        var flow = new WindowFlow(window, new EndValues(window), new FlowWorths(Order: 1, Fade: 0, Move: 0));
        return flow.Solve(state, rollout, null, plan) ? flow.Total : path.Orders.Sum(order => (long)order.Quantity);
    }
}
