namespace BerthOpt.Empties;

/// <content>What happens at a tick.</content>
public sealed partial class SimulationState
{
    /// <summary>Lets a tick pass; ticks follow one another from 0.</summary>
    internal void Pass(int tick, ReadOnlySpan<SampleOrder> orders, IRepositioningPolicy policy)
    {
        Return(tick);
        Serve(orders, policy);
    }

    /// <summary>The first half of a tick: boxes come back.</summary>
    internal void Return(int tick)
    {
        Tick = tick;
        ComeBackLaden();
        Discharge();
        ComeBackEmpty();
    }

    /// <summary>The second half of a tick: orders are served, vessels load, the policy acts.</summary>
    internal void Serve(ReadOnlySpan<SampleOrder> orders, IRepositioningPolicy policy)
    {
        foreach (ref readonly var order in orders)
        {
            Fulfil(order, policy);
        }

        var calls = Schedule.CallsAt(Tick);
        foreach (var stop in calls)
        {
            Load(stop, policy);
        }

        Act(calls, policy);
    }

    /// <summary>Asks the policy at calls of the present tick.</summary>
    internal void Act(ReadOnlySpan<int> calls, IRepositioningPolicy policy)
    {
        foreach (var stop in calls)
        {
            Stop = stop;
            policy.Act(this, stop);
        }

        Stop = -1;
    }

    private void ComeBackLaden()
    {
        var due = ladenDue.AsSpan(Tick % ring * waiting.Length, waiting.Length);
        for (var pair = 0; pair < due.Length; pair++)
        {
            waiting[pair] += due[pair];
        }

        due.Clear();
    }

    private void Discharge()
    {
        for (var batch = batches.First(Tick); batch >= 0; batch = batches.Take(batch))
        {
            var (vessel, port, _, _) = Schedule.Stops[batches.StopOf(batch)];
            var quantity = batches.QuantityOf(batch);
            aboardLaden[vessel] -= quantity;
            var back = Tick + Draw(Schedule.Ports[port].Empty);
            emptyDue[(back % ring * ports) + port] += quantity;
        }
    }

    private void ComeBackEmpty()
    {
        var due = emptyDue.AsSpan(Tick % ring * ports, ports);
        for (var port = 0; port < due.Length; port++)
        {
            empties[port] += due[port];
        }

        due.Clear();
    }

    // Those of no quantity draw their delay too, as they do in MARO.
    private void Fulfil(in SampleOrder order, IRepositioningPolicy policy)
    {
        var fulfilled = Math.Min(order.Quantity, empties[order.Source]);
        empties[order.Source] -= fulfilled;
        var delay = Draw(Schedule.Ports[order.Source].Laden);
        var pair = (order.Source * ports) + order.Destination;
        if (delay == 0)
        {
            waiting[pair] += fulfilled;
        }
        else
        {
            ladenDue[((Tick + delay) % ring * waiting.Length) + pair] += fulfilled;
        }

        policy.Ordered(order, fulfilled);
    }

    private void Load(int stop, IRepositioningPolicy policy)
    {
        var (vessel, port, _, _) = Schedule.Stops[stop];
        var capacity = Schedule.Vessels[vessel].Capacity;
        var room = capacity - aboardLaden[vessel];
        var end = Schedule.EndOfRound(stop);
        for (var to = stop + 1; to < end && room > 0; to++)
        {
            ref var wait = ref waiting[(port * ports) + Schedule.Stops[to].Port];
            var quantity = Math.Min(wait, room);
            if (quantity > 0)
            {
                wait -= quantity;
                room -= quantity;
                aboardLaden[vessel] += quantity;
                batches.Add(to, Schedule.Stops[to].Arrival, quantity);
                policy.Loaded(stop, to, quantity);
            }
        }

        var ashore = Math.Max(0, -Room(vessel));
        aboardEmpty[vessel] -= ashore;
        empties[port] += ashore;
    }

    private int Draw(SampleDelay delay) =>
        noise is null || delay.Noise == 0 ? delay.Ticks : (int)Math.Ceiling(delay.Ticks + (((2 * noise.NextDouble()) - 1) * delay.Noise));
}
