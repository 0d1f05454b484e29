namespace BerthOpt.Empties;

/// <summary>What a planner expects of orders.</summary>
internal interface IOrderForecast
{
    /// <summary>An order came in.</summary>
    void Seen(in SampleOrder order);

    /// <summary>Adds the orders expected at the ticks behind one, up to another, to a list: by tick, and in the order in which they are served.</summary>
    void Expect(int after, int last, List<SampleOrder> orders);
}

/// <summary>The orders as they will come: what no planner can know.</summary>
internal sealed class TrueOrders(SamplePath path) : IOrderForecast
{
    public void Seen(in SampleOrder order)
    {
    }

    public void Expect(int after, int last, List<SampleOrder> orders)
    {
        for (var tick = after + 1; tick <= Math.Min(last, path.Schedule.Ticks - 1); tick++)
        {
            orders.AddRange(path.OrdersAt(tick));
        }
    }
}
